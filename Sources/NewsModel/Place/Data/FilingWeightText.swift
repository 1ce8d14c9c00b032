/// How much words count for places, as `xianwen-fit --places --write` learned it from annotated pages.
enum FilingWeightText {
  static let values = """
    countyInHeadline 12.0
    countyInDeck 8.0
    countyInSection 3.0
    countyInByline 2.0
    countyInDateline 8.0
    cityInHeadline 10.0
    cityNameInHeadline 6.0
    cityLeads 8.0
    firstInLead 3.0
    furtherInLead 2.0
    actorInLead 2.0
    firstInBody 1.5
    furtherInBody 0.5
    bodyAtMost 5.0
    cityWordInBody 0.4
    cityWordsAtMost 1.6
    homeCity 1.0
    homeCounty 4.0
    widerInHeadline 9.6
    elsewhereInHeadline 6.0
    widerInLead 0.5
    wire 6.0
    elsewhere 0.3
    secondShare 0.6
    leadShare 0.45
    """
}
