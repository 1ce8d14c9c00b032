/// How much words count for places, as `xianwen-fit --places --write` learned it from annotated pages.
enum FilingWeightText {
  static let values = """
    countyInHeadline 12
    countyInDeck 8
    countyInSection 3
    countyInByline 2
    countyInDateline 8
    cityInHeadline 10
    cityNameInHeadline 6
    cityLeads 8
    firstInLead 3
    furtherInLead 2
    actorInLead 2
    firstInBody 1.5
    furtherInBody 0.5
    bodyAtMost 5
    cityWordInBody 0.4
    cityWordsAtMost 1.6
    homeCity 1
    homeCounty 4
    widerInHeadline 6
    elsewhereInHeadline 6
    widerInLead 0.5
    wire 6
    elsewhere 0.3
    secondShare 0.6
    leadShare 0.45
    """
}
