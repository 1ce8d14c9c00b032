import NewsModel

/// A line being typed at the bottom of the screen or on top of the results.
struct Prompt: Sendable, Equatable {
  /// What the line is for.
  enum Purpose: Sendable, Equatable {
    case search
    case filter
    case jump
    /// A part of a place's name, to file an article under.
    case place
    /// The paper, day and page of an article's page.
    case issue
    /// The day of an article.
    case date
    /// A part of the name of a clipping book, or a new one's.
    case book(isForClipping: Bool)
    /// The user's note on an article, and its tags.
    case note, tags
    /// The file to write the digest to.
    case digest
    /// The title of the digest that this file is to hold.
    case digestTitle(path: String)
    /// The name of the topic that keeps this query.
    case topicName(query: String)
    /// The query of the topic of this name.
    case topicQuery(name: String)
    /// The command that takes the article's text.
    case pipe
    /// What to look for in a pane of text.
    case find
    /// A line of the page as it should read.
    case mendText

    /// Whether a digest is being made.
    var isOfDigest: Bool {
      switch self {
      case .digest, .digestTitle: true
      default: false
      }
    }
  }

  let purpose: Purpose
  var line: LineEditor
  /// The place in the history while walking through it, from the latest entry; `nil` on the line itself.
  var historyIndex: Int?

  /// Whether the text has changed and nothing has been done about it yet.
  var isUnheeded = false

  /// Why Enter does not do with what is typed; stands before the line until it is edited.
  var complaint: Phrase?

  init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    line = LineEditor(text)
  }

  /// What a key did to the line.
  enum Outcome: Equatable {
    case edited, moved, ignored
  }

  /// Edits the line by the keys that shells and readline have (C-a C-e C-w C-u C-k C-h C-d, arrows by whole character).
  mutating func edit(_ key: Key) -> Outcome {
    switch key {
    case .character(let scalar): line.insert(scalar)
    // A pasted line break would end the line too soon; it stands for a blank.
    case .paste(let text): line.insert(text.split(whereSeparator: \.isNewline).joined(separator: " ").shown)
    case .backspace, .control("h"): line.deleteBackward()
    case .delete, .control("d"): line.deleteForward()
    case .control("w"): line.deleteWord()
    case .control("u"): line.deleteToStart()
    case .control("k"): line.deleteToEnd()
    case .left: return moved { $0.moveLeft() }
    case .right: return moved { $0.moveRight() }
    case .home, .control("a"): return moved { $0.moveToStart() }
    case .end, .control("e"): return moved { $0.moveToEnd() }
    default: return .ignored
    }
    isUnheeded = true
    return .edited
  }

  private mutating func moved(_ move: (inout LineEditor) -> Void) -> Outcome {
    move(&line)
    return .moved
  }
}
