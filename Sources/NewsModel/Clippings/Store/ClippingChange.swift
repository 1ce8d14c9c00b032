/// One change of the clippings, told so that it can be applied to whatever the file holds by then.
public enum ClippingChange: Sendable {
  /// Adds a clipping at the end; nothing when one with its id is in its book, whose note and tags stay.
  case add(Clipping)
  /// Puts a clipping before the one named, else at the end, as to take a removal back; nothing when its id is there.
  case insert(Clipping, before: String?)
  /// Takes out the clippings with this id; nothing when there is none.
  case remove(id: String)
  /// Takes the clipping with this id out of one book; nothing when there is none.
  case removeFrom(book: String?, id: String)
  /// Changes the clipping with this id, in every book that has it.
  case update(id: String, @Sendable (inout Clipping) -> Void)
  /// Puts another clipping in the place of the one with this id.
  case replace(id: String, with: Clipping)
  /// Moves the clipping with this id before the one named, else to the end.
  case move(id: String, before: String?)

  /// The id of the clipping that must be there for the change to have a meaning.
  var neededID: String? {
    switch self {
    case .add, .insert, .remove, .removeFrom: nil
    case .update(let id, _), .replace(let id, _), .move(let id, _): id
    }
  }
}
