import NewsModel

/// Three weeks of a daily paper with one issue missing, a story that goes on on another page, and a reprint in another paper.
enum IssuePages {
  static let all: [PageReading] = daily + [evening]

  private static let subjects = ["县医院", "第一中学", "供电公司", "农业局", "图书馆", "交警大队", "水务局", "养老院", "合作社"]
  private static let deeds = ["新添了设备", "修好了道路", "走访了困难群众", "培训了技术人员", "开放了阅览室", "疏通了河道", "种下了树苗"]

  private static let reprinted = """
    一座老桥重新通车

    本报讯(记者 王明)横跨徒骇河的老桥经过三个月的维修，昨天上午重新开放通行。清晨六点，附近的居民就来到桥头等候。

    这座桥建于上个世纪六十年代，桥面狭窄，护栏破损严重，大货车经过时桥身摇晃得厉害。维修以后，两边各加宽一米半，安装了路灯和减速带。

    家住桥东的菜农刘大爷说，过去绕路进城卖菜要多走十里地，现在蹬着三轮车二十分钟就到，一天能多跑一趟。
    """

  private static let daily: [PageReading] = (1...21).filter { $0 != 9 }.flatMap { day -> [PageReading] in
    let weekday = ["三", "四", "五", "六", "日", "一", "二"][(day - 1) % 7]
    let head = { (page: Int) in "聊城日报 2023年3月\(day)日 星期\(weekday) 第\(page)版\n\n" }
    let body = (0..<4).map {
      "\(subjects[(day * 2 + $0) % 9])\(deeds[(day + $0 * 3) % 7])，\(subjects[(day + 4 * $0 + 1) % 9])的负责人到场查看，附近的居民都说好。"
    }
    let story = "\(subjects[day % 9])的一件小事\n\n本报讯(记者 李强)近日，" + body.joined() + "\n"
    switch day {
    case 1:
      let first =
        "千名代办员上门办实事\n\n本报记者 孙亚飞\n\n高唐县在每个村选出一名代办员，帮助老人和残疾人办理各种手续。从去年开始，代办员们走村入户，登记每一家的难处，再由乡镇\n\n(下转第三版)\n\n"
      let second =
        "千名代办员上门办实事\n\n(上接第一版)汇总以后送到县里的窗口，当天能办的当天办好，不能办的说明原因。一年下来，代办员们办成了两千多件事，老人们不用再为跑腿发愁。\n"
      return [page("聊城日报/2023-03-01/1.txt", head(1) + first + story), page("聊城日报/2023-03-01/3.txt", head(3) + second)]
    case 4: return [page("聊城日报/2023-03-04/1.txt", head(1) + reprinted)]
    default: return [page(FilePath("聊城日报/2023-03-\(day < 10 ? "0" : "")\(day)/1.txt"), head(1) + story)]
    }
  }

  private static let evening = page(
    "聊城晚报/2023-03-05/A02.txt",
    "聊城晚报 2023年3月5日 星期日 A02版\n\n"
      + reprinted.replacing("一座老桥重新通车", with: "老桥修好了 进城少走十里路").replacing("昨天上午", with: "近日"))

  private static func page(_ file: FilePath, _ text: String) -> PageReading {
    PageReader.read(text, file: file, byteCount: text.utf8.count)
  }
}
