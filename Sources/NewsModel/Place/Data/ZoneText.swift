/// Functional zones that local papers file news under like counties, though the official list of divisions puts their
/// towns under other counties. Four columns (see `UserPlaces`): prefecture, zone, other names, towns that it runs.
enum ZoneText {
  /// 聊城's three; elsewhere `ZoneRule` recognises zones by their words.
  static let zones = """
    聊城市\t开发区\t聊城经济技术开发区,聊城经济开发区,聊城开发区,经开区,经济技术开发区\t\
    东城街道,蒋官屯街道,北城街道,广平镇,广平乡,韩集镇,韩集乡
    聊城市\t高新区\t聊城高新技术产业开发区,聊城高新区,高新技术产业开发区\t九州街道,许营镇,顾官屯镇
    聊城市\t度假区\t江北水城旅游度假区,聊城江北水城旅游度假区,江北水城度假区,旅游度假区\t\
    湖西街道,李海务街道,凤凰街道,朱老庄镇,于集镇
    """
}
