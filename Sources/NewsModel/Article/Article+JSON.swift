extension Article {
  /// Writes the article as `xianwen list --json` prints it. Scripts rely on the keys and their order.
  public func write(to json: inout JSONWriter) {
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
      json.key("county")
      json.value(filing.place?.name)
      json.key("counties")
      json.value(filing.mentioned.map(\.name))
      json.key("parts")
      json.array { json in
        for index in parts.indices {
          let isReplaced = replaced.contains { $0.part == index }
          parts[index].write(to: &json, printed: isReplaced ? printedText(ofPart: index) : nil)
        }
      }
      writeInferred(to: &json)
      json.key("repaired")
      json.value(isRepaired)
    }
  }

  /// Writes which keys hold what was inferred rather than printed: `date` when its year was.
  private func writeInferred(to json: inout JSONWriter) {
    json.key("inferred")
    json.value(date?.yearIsInferred == true ? ["date"] : [])
  }

  /// Writes the keys that say which article it is and where it stands: `id`, `file`, `n`.
  private func writePlace(to json: inout JSONWriter) {
    json.key("id")
    json.value(id)
    json.key("file")
    json.value(file.shown)
    json.key("n")
    json.value(number)
  }

  /// Writes the keys that begin a hit of `xianwen search --json`: `id`, `file`, `n`, `headline`, `county`, `date`,
  /// `inferred`.
  public func writeSummary(to json: inout JSONWriter) {
    writePlace(to: &json)
    json.key("headline")
    json.value(headline)
    json.key("county")
    json.value(filing.place?.name)
    json.key("date")
    json.value(date?.description)
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
  fileprivate func write(to json: inout JSONWriter, printed: String?) {
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
    }
  }
}
