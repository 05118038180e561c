"""Agreements: titles with and without 《》, and who the parties are."""

import pytest
from drawing import Drawing, drawn

TITLES = drawn("""
# another agreement behind 和, counted and without a name of its own
7月2日，廊坊市与江南大学签订了[全面战略合作协议]和三个基地合作协议。
  agreement 全面战略合作协议 | 廊坊市、江南大学

# the words of one agreement inside those of another
7月2日，叙利亚与伊朗签署了[长期合作计划谅解备忘录]。
  agreement 长期合作计划谅解备忘录 | 叙利亚、伊朗

# in title marks
7月2日，廊坊市与雄安集团签署[《数字产业合作协议》]。
  agreement 数字产业合作协议 | 廊坊市、雄安集团

# without title marks
7月2日，廊坊市与雄安集团签署了[战略合作框架协议]。
  agreement 战略合作框架协议 | 廊坊市、雄安集团

# 签了
7月2日，夏津县同武城县签了[结好协议]。
  agreement 结好协议 | 夏津县、武城县

# a memorandum
7月2日，商务部与广西壮族自治区政府签署[《共建面向东盟开放高地合作备忘录》]。
  agreement 共建面向东盟开放高地合作备忘录 | 商务部、广西壮族自治区政府

# a title with 与 in it
7月2日，山东大学与淄博市签署[《产业与人才融合发展合作协议》]。
  agreement 产业与人才融合发展合作协议 | 山东大学、淄博市

# the parties stand in the title
签约仪式7月2日举行，双方签署[《山东大学与淄博市全面合作协议》]。
  agreement 山东大学与淄博市全面合作协议 | 山东大学、淄博市

# title first, passive
[《海铁联运合作协议》]7月2日由营口市与通辽市签署。
  agreement 海铁联运合作协议 | 营口市、通辽市

# two titles joined
7月2日，赣州市与韶关市签署[《红色旅游合作协议》]和[《生态补偿协议》]。
  agreement 红色旅游合作协议 | 赣州市、韶关市
  agreement 生态补偿协议 | 赣州市、韶关市

# the opposite: to be signed
赣州市与韶关市将于下月签署《红色旅游合作协议》。
  no agreement

# the opposite: a basis
赣州市与韶关市依据《红色旅游合作协议》推进各项工作。
  no agreement

# the opposite: talks about one
赣州市与韶关市就签署红色旅游合作协议进行了磋商，未能达成一致。
  no agreement

# the opposite: a number without a title
7月2日的签约仪式上共签署合作协议三十余项。
  no agreement

# the opposite: a contract in general
市场监管部门提醒消费者签订合同时看清条款，企业与职工应当签订劳动合同。
  no agreement

# 与 in the title, two cities
7月2日，威海市与大连市签署[《海洋牧场建设与渔业资源保护合作协议》]。
  agreement 海洋牧场建设与渔业资源保护合作协议 | 威海市、大连市

# 与 in a title without marks
7月2日，山东大学与威海市签署[人才培养与科技创新合作协议]。
  agreement 人才培养与科技创新合作协议 | 山东大学、威海市

# 及 and 和 in a title
7月2日，交通运输部和湖北省政府签署[《关于长江航道建设及管理的合作协议》]。
  agreement 关于长江航道建设及管理的合作协议 | 交通运输部、湖北省政府

# 达成 with a title
7月2日，吉林大学与长光卫星达成[战略合作协议]。
  agreement 战略合作协议 | 吉林大学、长光卫星

# 签约共建
7月2日，昆明理工大学与云天化集团签订[《共建磷化工研究院合作协议》]，标志着校企合作迈上新台阶。
  agreement 共建磷化工研究院合作协议 | 昆明理工大学、云天化集团

# signed by both parties at an event, passive
在7月2日举行的签约仪式上，安康市和十堰市签署了[《汉江流域生态保护合作协议》]。
  agreement 汉江流域生态保护合作协议 | 安康市、十堰市

# recalled as the ground of today's work: of no parties that the words name
自2019年签署[《汉江流域生态保护合作协议》]以来，两地水质持续改善。
  agreement 汉江流域生态保护合作协议 |

# the opposite: a wish
安康市市长{王思浩}希望双方尽早签署合作协议。
  no agreement

# the opposite: an amount
当天现场签约金额达到三百亿元，签约项目四十个。
  no agreement

# the opposite: a breach
法院认定该公司违反了此前签订的《房屋租赁合同》。
  no agreement

# 签订 after 就…达成一致
7月2日，保山市与中国铝业集团就绿色铝项目达成一致，双方签订[《绿色铝产业合作协议》]。
  agreement 绿色铝产业合作协议 | 保山市、中国铝业集团

# 共同签署 by three without marks
7月2日，保山市、大理州和丽江市共同签署[滇西旅游环线合作协议]。
  agreement 滇西旅游环线合作协议 | 保山市、大理白族自治州、丽江市
""")

PARTIES = drawn("""
# an agreement of which nothing is said but whose it is, behind a dateline
某某网1月11日消息(记者 陈一川) 福建南平市松溪县日前与台湾新竹县在松溪县签订[协议书]，缔结为共建友好县。
  agreement 协议书 | 松溪县、新竹县

# the opposite: a better name of it stands elsewhere
7月2日，松溪县与新竹县[战略合作框架协议]签约仪式举行。松溪县县长{谢行之}与新竹县县长{杨文台}签署协议。
  agreement 战略合作框架协议 | 松溪县、新竹县

# the opposite: it is only come to terms, or not said with whom
哈马斯7月2日与埃及达成协议。会上，企业签署协议。
  no agreement

# the opposite: no article of a school, and colleges of another one
7月2日，三峡大学与洋县人民政府签约，水利与环境学院与洋县水利局签署[《监测协议》]。
  agreement 监测协议 | 水利与环境学院、洋县水利局

# three in one, told as three
7月2日，钦州港管委会还与马来西亚关丹港财团、北部湾港集团三方签署[《快航班轮合作协议》]。
  agreement 快航班轮合作协议 | 钦州港管委会、马来西亚关丹港财团、北部湾港集团

# a campus in brackets is part of the name
7月2日，达拉特旗与中国矿业大学（北京）签署[《中试基地共建协议》]。
  agreement 中试基地共建协议 | 达拉特旗、中国矿业大学(北京)

# 同 inside a word joins nobody
7月2日，苗栗县糕饼商业同业公会、苗栗县观光协会共同签署[友好合作协定]。
  agreement 友好合作协定 | 苗栗县糕饼商业同业公会、苗栗县观光协会

# who sees it done is no party, and those of the clause before sign something else
江南大学校长{陆望舒}与通海集团总裁{谢行之}签署[意向合作协议]；扬州市副市长{古隆中}与南通市副市长{柯承佑}代表两市续签[友好城市协议]。
  agreement 意向合作协议 | 江南大学、通海集团
  agreement 友好城市协议 | 扬州市、南通市

# the mayor signs for the government that the article names as the party
7月2日，江南大学与盐城市人民政府签署战略合作协议。江南大学校长{陆望舒}与盐城市市长{谢行之}签署[战略合作协议]。
  agreement 战略合作协议 | 江南大学、盐城市人民政府

# the opposite: a government that is only the venue
签约仪式7月2日在盐城市政府举行，江南大学校长{陆望舒}与盐城市市长{谢行之}签署[战略合作协议]。
  agreement 战略合作协议 | 江南大学、盐城市

# cities abroad behind their country and region, which no table knows
绍兴市市长{俞行之}代表绍兴市分别与新西兰陶波市、智利纽夫莱大区奇廉市签订了[友好交流协议书]。
  agreement 友好交流协议书 | 绍兴市、陶波市
  agreement 友好交流协议书 | 绍兴市、奇廉市

# the province of a foreign signer without its country
三亚市副市长{羊行之}与柬埔寨西哈努克省副省长{隆迪曼}签署[友好城市意向书]。
  agreement 友好城市意向书 | 三亚市、西哈努克省

# a league of Inner Mongolia behind its region
7月2日，内蒙古自治区兴安盟与蒙古国东方省签署[友好城市协议书]。
  agreement 友好城市协议书 | 兴安盟、东方省

# the opposite: cities that are only counted
7月2日晚，三亚市同三座外国城市签了结好协议。
  no agreement

# an institute and a company whose name begins like an office
9月2日，我院与中铁五局集团有限公司签署战略合作框架协议。
  not org 我院与中铁五局集团有限公司
  org 中铁五局集团有限公司

# a company and a government whose place holds the word 园区
9月2日，中建七局投资有限公司与梁园区人民政府签署[战略合作框架协议]。
  agreement 战略合作框架协议 | 中建七局投资有限公司、梁园区人民政府

# who represents somebody signs with each of several
钦州市推介会举行
7月2日，覃有山代表钦州市政府，分别与招商局港口集团、深圳能源集团签署[战略合作框架协议]。
  agreement 战略合作框架协议 | 钦州市政府、招商局港口集团
  agreement 战略合作框架协议 | 钦州市政府、深圳能源集团

# 我市, and a year before it
南通市召开营商环境大会
7月2日，南通市营商环境大会召开。会上说，去年我市与上海市闵行区人民政府签订了[《跨江融合协议》]。
  agreement 跨江融合协议 | 南通市、闵行区人民政府

# the governments of both
定西市代表团赴青岛市考察
7月2日，定西市与青岛市召开联席会议，两市政府签署[《东西部协作协议》]。
  agreement 东西部协作协议 | 定西市政府、青岛市政府

# the opposite: both cities
定西市代表团赴青岛市考察
7月2日，定西市与青岛市召开联席会议，两市签署[《东西部协作协议》]。
  agreement 东西部协作协议 | 定西市、青岛市

# three with a day before the verb, and a city beside its government
7月2日，遵义市、贵州大学与贵州磷化集团三方7月1日签署[《产业协议》]。
  agreement 产业协议 | 遵义市、贵州大学、贵州磷化集团

# a city and its government are one party
7月2日，淮南市、淮南市政府与安徽大学签署[《人才协议》]。
  agreement 人才协议 | 淮南市、安徽大学

# associations in pairs, and a division inside another
7月2日，武夷山市茶农会与厦门市同安区、东山县渔会与漳平市永福镇分别签署[合作意向书]。
  agreement 合作意向书 | 武夷山市茶农会、同安区
  agreement 合作意向书 | 东山县渔会、永福镇

# a school speaks of itself, and a faculty with 与 in its name
三峡大学与洋县签约
7月2日，我校与洋县人民政府签署[《定点帮扶协议》]，其中水利与环境学院与洋县水利局签署[《监测协议》]。
  agreement 定点帮扶协议 | 三峡大学、洋县人民政府
  agreement 监测协议 | 三峡大学水利与环境学院、洋县水利局

# three cities
7月2日，衢州市、黄山市、南平市共同签署[《皖浙闽旅游合作协议》]。
  agreement 皖浙闽旅游合作协议 | 衢州市、黄山市、南平市

# a city, a university and a company
7月2日，铜陵市、合肥工业大学与铜陵有色集团签署[《共建铜基新材料研究院协议》]。
  agreement 共建铜基新材料研究院协议 | 铜陵市、合肥工业大学、铜陵有色集团

# each with its own partner, in order
7月2日，襄阳市、十堰市分别与中国一汽、东风公司签署战略合作协议。
  agreement 战略合作协议 | 襄阳市、中国一汽
  agreement 战略合作协议 | 十堰市、东风公司

# pairs in one sentence
7月2日，海淀区与保定市、朝阳区与承德市、丰台区与沧州市分别签署[对口帮扶协议]。
  agreement 对口帮扶协议 | 海淀区、保定市
  agreement 对口帮扶协议 | 朝阳区、承德市
  agreement 对口帮扶协议 | 丰台区、沧州市

# one with each of several
7月2日，东营市分别与胜利石油管理局、中国石油大学签署[合作框架协议]。
  agreement 合作框架协议 | 东营市、胜利石油管理局
  agreement 合作框架协议 | 东营市、中国石油大学

# four by four, in order
7月2日，宜昌市、荆门市、荆州市、恩施州依次与三峡集团、湖北能源集团、长江航道局、中国旅游集团签署合作协议。
  agreement 合作协议 | 宜昌市、三峡集团
  agreement 合作协议 | 荆门市、湖北能源集团
  agreement 合作协议 | 荆州市、长江航道局
  agreement 合作协议 | 恩施土家族苗族自治州、中国旅游集团

# equal titles, different parties
7月2日，东营市与胜利石油管理局签署[《合作框架协议》]，德州市与山东高速集团签署[《合作框架协议》]。
  agreement 合作框架协议 | 东营市、胜利石油管理局
  agreement 合作框架协议 | 德州市、山东高速集团

# in the presence of others
7月2日，在山东省省长{戴宗元}见证下，东营市与胜利石油管理局签署[《油地合作协议》]。
  agreement 油地合作协议 | 东营市、胜利石油管理局

# the opposite: those who attend are no parties
7月2日，东营市与胜利石油管理局签署[《油地合作协议》]，国家能源局、山东省发改委有关负责人出席。
  agreement 油地合作协议 | 东营市、胜利石油管理局

# the signers stand for their cities, each named by the post
7月2日，随州市市长{柯可}与信阳市市长{蔡听涛}签署[《淮河源保护协议》]。
  agreement 淮河源保护协议 | 随州市、信阳市

# a deputy signs for the government
7月2日，副市长{孙陟峰}代表唐山市政府与河钢集团签署[《绿色转型协议》]。
  agreement 绿色转型协议 | 唐山市政府、河钢集团

# pairs of universities and counties
仪式上，中国农业大学与曲周县、西南大学与彭水县、南京农业大学与麻江县分别签署[《科技小院共建协议》]。
  agreement 科技小院共建协议 | 中国农业大学、曲周县
  agreement 科技小院共建协议 | 西南大学、彭水县
  agreement 科技小院共建协议 | 南京农业大学、麻江县

# equal titles, three parties in turn
7月2日，眉山市与天府新区签署[《共建协议》]，资阳市与天府新区签署[《共建协议》]。
  agreement 共建协议 | 眉山市、天府新区
  agreement 共建协议 | 资阳市、天府新区

# bureaus of two cities
7月2日，珠海市文旅局与中山市文旅局签署[《旅游市场联合监管协议》]。
  agreement 旅游市场联合监管协议 | 珠海市文旅局、中山市文旅局

# a foreign partner
7月2日，宁夏大学与埃及开罗大学签署[《旱区农业联合研究备忘录》]。
  agreement 旱区农业联合研究备忘录 | 宁夏大学、埃及开罗大学

# a ministry and a foreign one
7月2日，中国商务部与塞尔维亚经济部签署[《投资合作谅解备忘录》]。
  agreement 投资合作谅解备忘录 | 中国商务部、塞尔维亚经济部
""")


RECALLED = drawn("""
# the event of today, and an agreement of another year
3月8日，泸州市与永川区合作签约仪式在泸州市举行。会上，泸州市与永川区签署[《公交一体化协议》]。\
早在2015年5月，泸州市就与永川区签署过[《旅游合作协议》]。
  dated 公交一体化协议 | --03-08 | 泸州市与永川区合作签约仪式
  dated 旅游合作协议 | 2015-05 | -

# the opposite: a year alone is no day
3月8日，泸州市与永川区合作签约仪式在泸州市举行。2020年，泸州市曾与永川区签署[《旅游合作协议》]。
  dated 旅游合作协议 | - | -

# the ceremony is named by what is signed there
两家公司落户苏州
9月2日，在中国电信与苏州市人民政府[数字化战略合作协议]签约现场，两家公司揭牌。
  agreement 数字化战略合作协议 | 中国电信、苏州市政府
  dated 数字化战略合作协议 | --09-02 | 中国电信与苏州市人民政府数字化战略合作协议签约现场
""")


@pytest.mark.parametrize("case", TITLES, ids=str)
def test_titles_of_agreements(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", PARTIES, ids=str)
def test_parties_of_agreements(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", RECALLED, ids=str)
def test_when_it_was_signed(case: Drawing) -> None:
    assert case.mistakes() == []
