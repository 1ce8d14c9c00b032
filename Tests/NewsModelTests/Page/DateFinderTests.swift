import Testing

@testable import NewsModel

struct DateFinderTests {
  @Test(arguments: [
    ("本报讯 5月20日一早", nil as Int?, "--05-20"), ("2024年5月20日,记者", nil, "2024-05-20"), ("８月５日", 2021, "2021-08-05"),
    ("十二月三日,大雪", nil, "--12-03"), ("5月初至6月底,集中", nil, nil), ("13月45日", nil, nil),
    ("1998年5月4日建成,今年6月1日翻新", 2024, "2024-06-01"),
  ]) func findsTheFirstDay(text: String, year: Int?, day: String?) {
    #expect(DateFinder(pageDate: nil, year: year).firstDay(in: word(text)[...])?.description == day)
  }

  @Test func yesterdayIsCountedBackFromThePage() {
    let first = NewsDate(year: 2024, month: 3, day: 1)
    #expect(DateFinder(pageDate: first, year: nil).yesterday(in: word("昨日,记者从")[...])?.description == "2024-02-29")
    #expect(DateFinder(pageDate: nil, year: 2024).yesterday(in: word("昨日,记者从")[...]) == nil)
  }

  @Test func aDecemberDayInAJanuaryPaperIsLastYears() {
    let january = NewsDate(year: 2024, month: 1, day: 2)
    #expect(DateFinder(pageDate: january, year: nil).firstDay(in: word("12月30日")[...])?.description == "2023-12-30")
  }

  @Test(arguments: [
    ("2023年5月6日 星期六 责任编辑", "2023-05-06"), ("聊城晚报  2024.3.22 星期五", "2024-03-22"), ("二〇二〇年七月二十三日", "2020-07-23"),
  ]) func readsMastheads(text: String, day: String) {
    #expect(PageFactsFinder.date(in: word(text)[...])?.description == day)
  }
}
