"""Posts: titles in a chain, before and after names, former ones, and one title over many names."""

import pytest
from drawing import Drawing, drawn

CHAINS = drawn("""
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
[兰州大学党委副书记]、[校长]{杨志坚}代表学校签约。
  post 杨志坚 | 兰州大学党委 | 副书记
  post 杨志坚 | 兰州大学 | 校长

# county-level posts in the plural belong to one person
[新昌县委副书记]、[政法委书记]{俞国平}，[县委常委]、[副县长]{梅若涵}陪同考察。
  post 俞国平 | 新昌县委 | 副书记
  post 俞国平 | 新昌县委政法委 | 书记
  post 梅若涵 | 新昌县委 | 常委
  post 梅若涵 | 新昌县政府 | 副县长
""")

NO_POSTS = drawn("""
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

FORMER = drawn("""
# 原 before a post
[长春市原副市长]{关海山}接受审查调查。
  former 关海山 | 长春市政府 | 副市长

# 原 before the place
原[长春市副市长]{关海山}因病逝世。
  former 关海山 | 长春市政府 | 副市长

# 原 inside a party post
[徐州市委原书记]{邱树森}出席首发式。
  former 邱树森 | 徐州市委 | 书记

# 时任
2016年，时任[扬州市委书记]{季广成}率团访问韩国。
  former 季广成 | 扬州市委 | 书记

# 前 of a foreign office
[法国前总理]{德维勒}应邀演讲。
  former 德维勒 | 法国政府 | 总理

# 原 over one post, a present one after it
[科技部原副部长]、[中国科普协会会长]{白景山}作了报告。
  former 白景山 | 科技部 | 副部长
  post 白景山 | 中国科普协会 | 会长

# a ministry that is no more: the post went with it
原[农业部部长]{韩重山}回忆了当年的情形。
  former 韩重山 | 农业部 | 部长

# acting is present
[淮安市委副书记]、[代市长]{史明礼}作政府工作报告。
  post 史明礼 | 淮安市委 | 副书记
  post 史明礼 | 淮安市政府 | 代市长

# 原 as a word of its own is no former post
[宝鸡市市长]{丁一航}说，原定五月举行的比赛推迟到六月。
  post 丁一航 | 宝鸡市政府 | 市长

# 前 as a preposition of time is no former post
会议召开前，[宝鸡市市长]{丁一航}看望了代表。
  post 丁一航 | 宝鸡市政府 | 市长

# 太原 ends in 原
[太原市副市长]{武凌霄}主持会议。
  post 武凌霄 | 太原市政府 | 副市长
""")

AFTER = drawn("""
# title after the name of a known person
[绍兴文理学院副校长]{林晚舟}出席。{林晚舟}副校长介绍了办学情况。
  post 林晚舟 | 绍兴文理学院 | 副校长

# title after the name, body before it
<嘉兴市教育局>{唐启明}<局长>一行到校调研。
  post 唐启明 | 嘉兴市教育局 | 局长

# a foreign head of government, title after the name
<新西兰>{阿德利}<总理>在惠灵顿会见中国客人。
  post 阿德利 | 新西兰政府 | 总理

# honour after the name makes no second post
[副校长]{吴启航}教授代表贵州大学致辞，贵州大学师生五百余人参加。
  post 吴启航 | 贵州大学 | 副校长

# a title after the name that belongs to the next person
{苏文海}、[副县长]{邵明月}一同走访，[遂昌县县长]{苏文海}主持座谈会。
  post 邵明月 | 遂昌县政府 | 副县长
  post 苏文海 | 遂昌县政府 | 县长
""")

SHARED = drawn("""
# 领导 of a city over a list
[青岛市领导]{于清和}、{孟昭阳}、{薛晓}参加活动。
  post 于清和 | 青岛市 | 领导
  post 孟昭阳 | 青岛市 | 领导
  post 薛晓 | 青岛市 | 领导

# one title over two names
[洛阳市副市长]{钱广义}、{陶淑敏}出席。
  post 钱广义 | 洛阳市政府 | 副市长
  post 陶淑敏 | 洛阳市政府 | 副市长

# 和 before the last name
[省领导]{罗开元}、{黎平}和{汪海洋}与山西省党政代表团一同参加调研。
  post 罗开元 | 山西省 | 领导
  post 黎平 | 山西省 | 领导
  post 汪海洋 | 山西省 | 领导

# leaders with words for their rank
[丽水市领导]{蓝小明}、{雷春华}等参加会见。
  post 蓝小明 | 丽水市 | 领导
  post 雷春华 | 丽水市 | 领导

# the next title ends the list
[漳州市副市长]{许国栋}、{余美珍}，[市政府秘书长]{简明}列席会议。
  post 许国栋 | 漳州市政府 | 副市长
  post 余美珍 | 漳州市政府 | 副市长
  post 简明 | 漳州市政府 | 秘书长

# vice chairs after the chair, the body named once
[绵阳市政协主席]{向文波}，[副主席]{彭立}、{赖远芳}、{覃光辉}出席。
  post 向文波 | 绵阳市政协 | 主席
  post 彭立 | 绵阳市政协 | 副主席
  post 赖远芳 | 绵阳市政协 | 副主席
  post 覃光辉 | 绵阳市政协 | 副主席

# leaders without names
青岛市领导和有关部门负责同志参加活动。
  no post
  no person
""")


@pytest.mark.parametrize("case", CHAINS + NO_POSTS, ids=str)
def test_posts_before_names(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", FORMER, ids=str)
def test_former_posts(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", AFTER, ids=str)
def test_titles_after_names(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", SHARED, ids=str)
def test_one_title_over_many_names(case: Drawing) -> None:
    assert case.mistakes() == []
