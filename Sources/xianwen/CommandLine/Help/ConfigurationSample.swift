import NewsModel
import ReaderUI

/// A configuration file to start from: every setting with what it does and its standard value, every action with its keys.
struct ConfigurationSample {
  let language: Language

  /// The text of the file; all settings are remarks, so that as it stands it changes nothing.
  var text: String {
    var lines = ["# \(heading[language])", ""]
    for (key, value, help) in settings {
      lines += ["# \(help[language])", "# \(key.rawValue) = \(value)", ""]
    }
    lines.append("# \(keys[language])")
    for group in Binding.Group.allCases {
      lines += ["", "# \(group.title(language))"]
      for binding in Binding.table where binding.group == group {
        let names = binding.keys.map(\.description).joined(separator: " ")
        lines.append(
          "# " + "\(Configuration.keyPrefix)\(binding.action.rawValue) = \(names)".padded(to: 38) + " # "
            + binding.help(language))
      }
    }
    return lines.joined(separator: "\n")
  }

  private let heading = Phrase(
    "县闻的配置。去掉行首的 # 就生效。", "The configuration of xianwen. Take the # off the beginning of a line to make it count.")
  private let keys = Phrase(
    "按键：动作 = 键，键之间用空格隔开；写法如 j、Space、C-f、M-x、PgDn、F5。",
    "Keys: action = keys, parted by blanks and written as j, Space, C-f, M-x, PgDn, F5.")
  private let settings: [(Configuration.Key, String, Phrase)] = [
    (.archive, "~/news", Phrase("不给路径时打开的文件夹", "the folder that opens when no path is given")),
    (.lang, "zh", Phrase("界面语言：zh 或 en；不写则看环境变量", "language, zh or en; without it the environment decides")),
    (
      .ambiguous, "1",
      Phrase("“”—…·★ 等字符占几格：1 或 2，要和终端一致", "cells of characters such as “”—…·★, 1 or 2, as the terminal draws them")
    ),
    (
      .paper, "聊城日报",
      Phrase("版面上没印报名时，引文和剪报里用的报名", "the newspaper, for citations and digests, where the page does not print its name")
    ),
    (
      .issued, "auto",
      Phrase(
        "刊期和版次看不看文件名（2021-08-13/02版.txt）：auto 版面没印而文件名可信时看，names 先看文件名，print 只看版面",
        "file names (2021-08-13/02版.txt) for day and page of the issue: auto where the page prints none and they agree, names before the print, print never"
      )
    ),
    (
      .notes, "after",
      Phrase("编成剪报时批注的位置：before 在正文前，after 在后", "where a digest has your notes: before or after the text")
    ),
    (
      .source, "full",
      Phrase(
        "编成剪报时的出处：full 报名、日期、版次，path 文件在档案里的路径，none 不写",
        "what a digest says of the source: full (paper, day, page), path (of the file below the archive) or none")
    ),
    (.theme, "auto", Phrase("颜色：auto、dark、light 或 plain（无颜色）", "colours: auto, dark, light or plain (none)")),
    (
      .copy, "wl-copy",
      Phrase(
        "复制用的命令，从标准输入读；不写则用 tmux 或终端自己的剪贴板（OSC 52）",
        "a command that copies its standard input; without it tmux, or the terminal's own clipboard (OSC 52)")
    ),
    (
      .image, "{folder}/{stem}.jpg",
      Phrase(
        "原版图片（I 键）：{folder} 版面文件的文件夹，{stem} 去掉扩展名的文件名，{page} 版次",
        "scans of pages (key I): {folder} of the page file, its name without ending as {stem}, the page number as {page}"
      )
    ),
    (.view, "xdg-open", Phrase("看图片的命令", "the command that shows a scan")),
    (
      .limit, "\(LoadLimit.standard / 1_000_000)",
      Phrase(
        "最多读多少兆字节的版面，其余不读并会说明；不写则按内存",
        "the most megabytes of pages to read, the rest is left out and told; without it by memory")
    ),
    (
      .pdf, "on",
      Phrase(
        "on：用 pdftotext 读 PDF（要装 poppler-utils）；off：不读",
        "PDFs are read with pdftotext (poppler-utils), where it is installed: on or off")
    ),
    (
      .ocr, "off",
      Phrase(
        "tesseract：用它认扫描图（.png .jpg .tif，慢）；off：不读",
        "scans (.png .jpg .tif) are read with tesseract, which takes long, or not: tesseract or off")
    ),
    (
      .mouse, "off",
      Phrase("鼠标：on 或 off；F9 选过以后以 F9 为准", "the mouse, on or off; what F9 was last used to choose counts more")
    ),
    (.width, "40", Phrase("正文每行最多几个汉字", "the most Chinese characters on a line of text")),
  ]
}
