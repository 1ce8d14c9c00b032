/// Functional zones that local papers file news under like counties, though the official list of divisions puts their
/// towns under other counties. Four columns (see `UserPlaces`): prefecture, zone, other names, towns that it runs.
enum ZoneText {
  /// 聊城's three; elsewhere `ZoneRule` recognises zones by their words. And towns of Taiwan, whose papers name them without
  /// their level.
  static let zones = """
    聊城市\t开发区\t聊城经济技术开发区,聊城经济开发区,聊城开发区,经开区,经济技术开发区\t\
    东城街道,蒋官屯街道,北城街道,广平镇,广平乡,韩集镇,韩集乡
    聊城市\t高新区\t聊城高新技术产业开发区,聊城高新区,高新技术产业开发区\t九州街道,许营镇,顾官屯镇
    聊城市\t度假区\t江北水城旅游度假区,聊城江北水城旅游度假区,江北水城度假区,旅游度假区\t\
    湖西街道,李海务街道,凤凰街道,朱老庄镇,于集镇
    台湾省\t新竹縣\t竹北,竹东,新埔,芎林,北埔,尖石
    台湾省\t苗栗縣\t头份,苑里,通霄,竹南,后龙,卓兰,铜锣,头屋,狮潭
    台湾省\t彰化縣\t员林,鹿港,溪湖,二林,线西,伸港,芬园,埔盐,埔心,田尾,埤头,芳苑,竹塘
    台湾省\t南投縣\t埔里,草屯,竹山,鹿谷
    台湾省\t雲林縣\t斗六,斗南,虎尾,西螺,北港,莿桐,二仑,仑背,麦寮,台西
    台湾省\t嘉義縣\t太保,朴子,布袋,民雄,六脚,义竹,鹿草,中埔,竹崎,阿里山
    台湾省\t屏東縣\t东港,恒春,万丹,麟洛,里港,盐埔,万峦,内埔,新埤,枋寮,崁顶,佳冬,枋山,三地门,雾台,玛家,泰武,来义
    台湾省\t宜蘭縣\t罗东,苏澳,礁溪,壮围,员山,冬山,五结,南澳
    台湾省\t花蓮縣\t凤林,寿丰,丰滨,卓溪
    台湾省\t台東縣\t卑南,鹿野,长滨,太麻里,海端,达仁,金峰,兰屿
    台湾省\t澎湖縣\t马公
    台湾省\t金門縣\t金宁,烈屿,乌坵
    台湾省\t連江縣\t南竿,北竿,莒光,东引
    """
}
