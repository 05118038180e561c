"""Posts: titles in a chain, of one body or several, and titles that nobody holds."""

import pytest
from drawing import Drawing, drawn

CHAINS = drawn("""
# the head of a town leads its government
[漳浦县石榴镇镇长]{蔡阿土}、[水田镇党委书记]{黄彬文}、[新堡乡副乡长]{花全之}参加。
  post 蔡阿土 | 石榴镇政府 | 镇长
  post 黄彬文 | 水田镇党委 | 书记
  post 花全之 | 新堡乡政府 | 副乡长

# a bare head behind the secretary of the town
[闽宁镇党委书记]{王兴之}、[镇长]{海文斌}参加。
  post 王兴之 | 闽宁镇党委 | 书记
  post 海文斌 | 闽宁镇政府 | 镇长

# the opposite: all towns
全镇长期坚持，湖州市领导讲话。
  no post

# the government by its last character
[高雄市府农业处处长]{许淑华}、[新竹县长]{杨文台}出席。
  post 许淑华 | 高雄市政府农业处 | 处长
  post 杨文台 | 新竹县政府 | 县长

# 新任 between a body and its committee
中轻集团召开大会，[中轻集团新任党委书记]、[总经理]{张万之}和[董事长]{陈鄂明}讲话。
  post 张万之 | 中轻集团党委 | 书记
  post 张万之 | 中轻集团 | 总经理
  post 陈鄂明 | 中轻集团 | 董事长

# 召开 before 县: 开县 is a county as well
1月6日，[县政协主席]{高岗山}主持召开县政协常委会会议。[县政协副主席]{骆明辉}出席会议。
  post 高岗山 | 县政协 | 主席
  post 骆明辉 | 县政协 | 副主席

# a rank, and a service centre of a city
[临沂市副市长]{祝南星}，[市发改委副县级干部]{骆明辉}，[市投资促进服务中心副主任]{滕海山}出席。
  post 祝南星 | 临沂市政府 | 副市长
  post 骆明辉 | 临沂市发改委 | 副县级干部
  post 滕海山 | 临沂市投资促进服务中心 | 副主任

# a title inside the name of an association
[美国全国州长协会主席]{祝南星}、[省校长联盟秘书长]{骆明辉}出席会议。
  post 祝南星 | 美国全国州长协会 | 主席
  post 骆明辉 | 省校长联盟 | 秘书长

# a person whom the dictionary knows, joined to the next one's body
严复和[武汉市委副书记]{祝南星}作了发言。
  post 祝南星 | 武汉市委 | 副书记

# two bodies joined by a pause mark
[江苏省委常委]、[南京市委书记]{周怀远}到场讲话。
  post 周怀远 | 江苏省委 | 常委
  post 周怀远 | 南京市委 | 书记

# committee and government of one city, the city named once
[厦门市委副书记]、[市长]{何慕云}在会上作了发言。
  post 何慕云 | 厦门市委 | 副书记
  post 何慕云 | 厦门市政府 | 市长

# province and city, the second city's own government last
出席会议的有[山东省委常委]、[济南市委书记]{沈立冬}，[烟台市委副书记]、[市长]{卢少安}。
  post 沈立冬 | 山东省委 | 常委
  post 沈立冬 | 济南市委 | 书记
  post 卢少安 | 烟台市委 | 副书记
  post 卢少安 | 烟台市政府 | 市长

# leading party group and office of one bureau
[浙江省水利厅党组书记]、[厅长]{葛明远}就防汛工作作了说明。
  post 葛明远 | 浙江省水利厅党组 | 书记
  post 葛明远 | 浙江省水利厅 | 厅长

# party committee and office of one company
[鞍钢集团党委书记]、[董事长]{秦亦川}说，双方合作前景广阔。
  post 秦亦川 | 鞍钢集团党委 | 书记
  post 秦亦川 | 鞍钢集团 | 董事长

# a space in place of the pause mark
[渝中区委常委] [常务副区长]{田秉文}陪同调研。
  post 田秉文 | 渝中区委 | 常委
  post 田秉文 | 渝中区政府 | 常务副区长

# a space between body and name
[镇江市委常委]、[宣传部部长] {吴佩兰} 主持座谈会。
  post 吴佩兰 | 镇江市委 | 常委
  post 吴佩兰 | 镇江市委宣传部 | 部长

# an office of the party committee named without it
[泉州市委常委]、[组织部部长]{郑海涛}宣布了任职决定。
  post 郑海涛 | 泉州市委 | 常委
  post 郑海涛 | 泉州市委组织部 | 部长

# people's congress and consultative conference are bodies of their own
[苏州市人大常委会主任]{顾之恒}、[市政协主席]{殷素梅}参加活动。
  post 顾之恒 | 苏州市人大常委会 | 主任
  post 殷素梅 | 苏州市政协 | 主席

# county party secretary and head of the county
[安吉县委书记]{杜远航}、[县长]{冯晓棠}出席签约仪式。
  post 杜远航 | 安吉县委 | 书记
  post 冯晓棠 | 安吉县政府 | 县长

# an autonomous region's party committee and its chair
[广西壮族自治区党委副书记]、[自治区主席]{韦青松}会见了客人。
  post 韦青松 | 广西壮族自治区党委 | 副书记
  post 韦青松 | 广西壮族自治区政府 | 主席

# two companies in one chain
[华鲁控股集团党委副书记]、[山东新华医药集团董事长]{蒋伯年}参加签约。
  post 蒋伯年 | 华鲁控股集团党委 | 副书记
  post 蒋伯年 | 山东新华医药集团 | 董事长

# two companies, the second title of the second company
[中国铁建总经理]、[中铁十二局集团董事长]、[党委书记]{林翰生}介绍了工程进展。
  post 林翰生 | 中国铁建 | 总经理
  post 林翰生 | 中铁十二局集团 | 董事长
  post 林翰生 | 中铁十二局集团党委 | 书记

# company and chamber of commerce
[正大集团资深副董事长]、[泰国中华总商会主席]{谢文康}一行到访。
  post 谢文康 | 正大集团 | 资深副董事长
  post 谢文康 | 泰国中华总商会 | 主席

# a post held in two bodies at once by 兼
[商务部副部长]兼[国际贸易谈判副代表]{徐望舒}出席论坛并致辞。
  post 徐望舒 | 商务部 | 副部长
  post 徐望舒 | 商务部 | 国际贸易谈判副代表

# a committee by its number of offices: a list of people each with a chain
会议由[镇江市委副书记]{曾一鸣}主持，[市委常委]、[秘书长]{宋远帆}，[副市长]{龙海燕}参加。
  post 曾一鸣 | 镇江市委 | 副书记
  post 宋远帆 | 镇江市委 | 常委
  post 宋远帆 | 镇江市委 | 秘书长
  post 龙海燕 | 镇江市政府 | 副市长

# university posts
[兰州大学党委副书记]、[校长]{杨守坚}代表学校签约。
  post 杨守坚 | 兰州大学党委 | 副书记
  post 杨守坚 | 兰州大学 | 校长

# county-level posts in the plural belong to one person
[新昌县委副书记]、[政法委书记]{俞国平}，[县委常委]、[副县长]{梅若涵}陪同考察。
  post 俞国平 | 新昌县委 | 副书记
  post 俞国平 | 新昌县委政法委 | 书记
  post 梅若涵 | 新昌县委 | 常委
  post 梅若涵 | 新昌县政府 | 副县长

# a district's posts with spaces only
座谈会上，[城关区委书记] {童立新}、[城关区委副书记] [区长] {佟家骏}介绍了情况。
  post 童立新 | 城关区委 | 书记
  post 佟家骏 | 城关区委 | 副书记
  post 佟家骏 | 城关区政府 | 区长

# a member of a standing committee and his office
[省委常委]、[省委统战部部长]{花蕾}在西宁会见了来访的台商，青海省有关部门负责人参加。
  post 花蕾 | 青海省委 | 常委
  post 花蕾 | 青海省委统战部 | 部长

# committee on discipline and supervision
[江西省纪委书记]、[省监委主任]{马仲森}作工作报告。
  post 马仲森 | 江西省纪委 | 书记
  post 马仲森 | 江西省监委 | 主任

# a vice chair of the national conference who leads a federation
[全国政协副主席]、[全国工商联主席]{高云亭}出席论坛开幕式。
  post 高云亭 | 全国政协 | 副主席
  post 高云亭 | 全国工商联 | 主席

# a central leader
[中共中央政治局委员]、[国务院副总理]{凌沛}在成都出席会议并讲话。
  post 凌沛 | 中共中央政治局 | 委员
  post 凌沛 | 国务院 | 副总理

# an ambassador
[中国驻肯尼亚大使]{白晓光}应邀出席开工仪式。
  post 白晓光 | 中国驻肯尼亚大使馆 | 大使

# the president of a court and the procurator
[重庆市高级人民法院院长]{汤若明}、[市检察院检察长]{宋应辰}作报告。
  post 汤若明 | 重庆市高级人民法院 | 院长
  post 宋应辰 | 重庆市检察院 | 检察长

# the company's name holds a place
[中国银行广东省分行行长]{孔祥和}与客人座谈。
  post 孔祥和 | 中国银行广东省分行 | 行长

# the region's corps
[新疆生产建设兵团党委副书记]、[司令员]{罗布泊}陪同考察。
  post 罗布泊 | 新疆生产建设兵团党委 | 副书记
  post 罗布泊 | 新疆生产建设兵团 | 司令员

# assistant and member
[河北省省长助理]{金晖光}、[省政府秘书长]{戴国祥}参加会见。
  post 金晖光 | 河北省政府 | 省长助理
  post 戴国祥 | 河北省政府 | 秘书长

# a deputy secretary who is full-time
[晋城市委专职副书记]{常青藤}主持，[晋城市委常委]、[统战部部长]{原建军}参加。
  post 常青藤 | 晋城市委 | 专职副书记
  post 原建军 | 晋城市委 | 常委
  post 原建军 | 晋城市委统战部 | 部长

# a division and its chief
[国家发展改革委地区司司长]{肖渭川}作政策解读。
  post 肖渭川 | 国家发展改革委地区司 | 司长

# a hospital
[四川大学华西医院院长]{李维川}出席签约仪式。
  post 李维川 | 四川大学华西医院 | 院长

# an institute of the academy
[中国科学院沈阳自动化研究所所长]{史林川}一行来访。
  post 史林川 | 中国科学院沈阳自动化研究所 | 所长

# a bank and its chief economist
[中国工商银行副行长]{张弘武}、[首席经济学家]{周皓月}与会。
  post 张弘武 | 中国工商银行 | 副行长
  post 周皓月 | 中国工商银行 | 首席经济学家
""")

NO_POSTS = drawn("""
# a prize is no post
全国优秀县委书记、[长兴县委书记]{李红文}出席。
  post 李红文 | 长兴县委 | 书记

# a post without a person
南京市委书记和市长都没有到场。
  no post
  no person

# unnamed people in charge
浙江省水利厅有关负责人介绍，工程已经完工。
  no post
  no person

# a body as the object of a report
座谈会听取了厦门市政府和市委宣传部的汇报。
  no post
  no person

# a council of titles is a meeting
市长办公会研究了旧城改造问题，书记专题会同日召开。
  no post
  no person

# a title inside a name of a prize or a mailbox
读者可以通过市长信箱、书记留言板反映情况，市长质量奖同时揭晓。
  no post
  no person

# the office of a title
代表们走进村支书工作室和校长办公室，了解基层情况。
  no post
  no person
""")


ROSTERS = drawn("""
# a body alone on a line, and its holders below
玉环市新一届班子产生
2月25日，换届选举在玉环市举行。
中共玉环市委
[书　记]：{邬子平}
[副书记]：{颜立山}　{林叶清}（女）
[常　委]：{邬子平}　{颜立山}　{苏　一}
（以上均已到任）
玉环市人民政府
[市　长]：{颜立山}
  post 邬子平 | 玉环市委 | 书记
  post 颜立山 | 玉环市委 | 副书记
  post 林叶清 | 玉环市委 | 副书记
  post 邬子平 | 玉环市委 | 常委
  post 颜立山 | 玉环市委 | 常委
  post 苏一 | 玉环市委 | 常委
  post 颜立山 | 玉环市政府 | 市长

# the opposite: no body stands above
玉环市新一届班子产生
2月25日，换届选举举行。
书　记：{邬子平}
  no post
""")

KNOWN = drawn("""
# nothing shows where the name ends, but another sentence has it
[中央军委主席]{习近战}，[副市长]{李明强}出席会议。[国家主席]{习近战}4日下午讲话。
  post 习近战 | 中央军委 | 主席
  post 习近战 | 中国 | 主席
  post 李明强 | 市政府 | 副市长
""")


@pytest.mark.parametrize("case", CHAINS, ids=str)
def test_posts_before_names(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", NO_POSTS, ids=str)
def test_titles_without_people(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", ROSTERS, ids=str)
def test_rosters(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", KNOWN, ids=str)
def test_names_known_from_elsewhere(case: Drawing) -> None:
    assert case.mistakes() == []
