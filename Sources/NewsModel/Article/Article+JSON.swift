extension Article {
  /// Writes the article as `xianwen list --json` prints it. Scripts rely on the keys and their order.
  ///
  /// - Parameter story: the id that it shares with other versions of its story; `nil` where there are none.
  public func write(to json: inout JSONWriter, story: String? = nil) {
    json.object { json in
      writePlace(to: &json)
      json.key("kind")
      json.value(kind.rawValue)
      json.key("section")
      json.value(section)
      json.key("kicker")
      json.value(kicker)
      json.key("headline")
      json.value(headline)
      json.key("deck")
      json.value(deck)
      json.key("byline")
      json.array { json in for credit in byline { credit.write(to: &json) } }
      json.key("date")
      json.value(date?.description)
      writeIssue(to: &json)
      json.key("county")
      json.value(filing.place?.name)
      json.key("counties")
      json.value(filing.mentioned.map(\.name))
      json.key("towns")
      json.value(filing.towns.map(\.name))
      json.key("parts")
      json.array { json in
        for (index, part) in parts.enumerated() {
          let isReplaced = replaced.contains { $0.part == index }
          part.write(
            to: &json, file: part.piece > 0 ? jumps[Int(part.piece) - 1].file : nil,
            printed: isReplaced ? printedText(ofPart: index) : nil)
        }
      }
      writeInferred(to: &json)
      json.key("repaired")
      json.value(isRepaired)
      json.key("story")
      json.value(story)
    }
  }

  /// Writes the keys of the issue: `issued`, `paper`, `page`.
  private func writeIssue(to json: inout JSONWriter) {
    json.key("issued")
    json.value(issue?.day?.description)
    json.key("paper")
    json.value(issue?.paper)
    json.key("page")
    json.value(issue?.page)
  }

  /// The keys among `date`, `issued`, `paper` and `page` whose value was inferred rather than printed.
  public var inferredKeys: [String] {
    let facts = NewsIssue.Fact.allCases.filter { issue?.inferred.contains($0) == true }
    return (date?.yearIsInferred == true ? ["date"] : []) + facts.map(\.rawValue)
  }

  /// Writes which keys hold what was inferred rather than printed: `date` when its year was, those of the issue when the page
  /// does not print them.
  private func writeInferred(to json: inout JSONWriter) {
    json.key("inferred")
    json.value(inferredKeys)
  }

  /// Writes the keys that say which article it is and where it stands: `id`, `file`, `n`.
  private func writePlace(to json: inout JSONWriter) {
    json.key("id")
    json.value(id)
    json.key("file")
    json.value(file.shown)
    json.key("n")
    if kind == .furniture { json.value(nil) } else { json.value(number) }
  }

  /// Writes the keys that begin a hit of `xianwen search --json`: `id`, `file`, `n`, `headline`, `county`, `date`,
  /// `issued`, `paper`, `page`, `inferred`.
  public func writeSummary(to json: inout JSONWriter) {
    writePlace(to: &json)
    json.key("headline")
    json.value(headline)
    json.key("county")
    json.value(filing.place?.name)
    json.key("date")
    json.value(date?.description)
    writeIssue(to: &json)
    writeInferred(to: &json)
  }
}

extension Credit {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("role")
      json.value(role)
      json.key("names")
      json.value(names)
    }
  }
}

extension Part {
  /// Writes the part with the file that holds it, where that is not its article's, and with what is printed, where it was mended.
  fileprivate func write(to json: inout JSONWriter, file: FilePath?, printed: String?) {
    json.object { json in
      json.key("role")
      json.value(role.rawValue)
      json.key("text")
      json.value(text)
      if let printed {
        json.key("printed")
        json.value(printed)
      }
      json.key("lines")
      json.array { json in
        for span in lines {
          json.array { json in
            json.value(span.first)
            json.value(span.last)
          }
        }
      }
      if let file {
        json.key("file")
        json.value(file.shown)
      }
    }
  }
}
