/// Why the reader cannot be shown.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input is a file or a pipe.
  case inputIsNotATerminal
  /// Standard output is a file or a pipe.
  case outputIsNotATerminal
  /// `TERM` is not set.
  case noType
  /// The system has no description of what `TERM` names.
  case unknownType(String)
  /// The terminal cannot place its cursor, as `TERM=dumb` says.
  case cannotPlaceCursor(String)
}

extension TerminalError: CustomStringConvertible {
  /// One line: what is wrong and what to do.
  public var description: String {
    switch self {
    case .inputIsNotATerminal:
      "standard input is not a terminal: the reader needs one for keys; use a command such as `xianwen list` in scripts"
    case .outputIsNotATerminal:
      "standard output is not a terminal: the reader needs one to draw on; use a command such as `xianwen list` in scripts"
    case .noType:
      "TERM is not set: name the terminal's type, for example `export TERM=xterm-256color`"
    case .unknownType(let name):
      "TERM=\(name): this system does not know such a terminal; try `export TERM=xterm-256color`"
    case .cannotPlaceCursor(let name):
      "TERM=\(name): this terminal cannot place its cursor, so nothing can be drawn on it; use a command such as `xianwen list`"
    }
  }

  /// The same line in Chinese.
  public var chineseDescription: String {
    switch self {
    case .inputIsNotATerminal: "标准输入不是终端，阅读器收不到按键；脚本里请用 xianwen list 等命令"
    case .outputIsNotATerminal: "标准输出不是终端，阅读器无处显示；脚本里请用 xianwen list 等命令"
    case .noType: "没有设置 TERM：请指明终端类型，例如 export TERM=xterm-256color"
    case .unknownType(let name): "TERM=\(name)：系统不认识这种终端；可试 export TERM=xterm-256color"
    case .cannotPlaceCursor(let name): "TERM=\(name)：这种终端不能移动光标，无法显示阅读器；请用 xianwen list 等命令"
    }
  }
}
