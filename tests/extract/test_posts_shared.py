"""Posts after the name, posts of many names, and former ones."""

import pytest
from drawing import Drawing, drawn

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

# 时任, twice in a look back
当时，时任[云浮市委书记]{黄宗晖}把企业请进市委会议室。
  former 黄宗晖 | 云浮市委 | 书记

# 时任 with a year before it
2008年时任[云浮市市长]的{黄宗晖}签下了第一份协议。
  former 黄宗晖 | 云浮市政府 | 市长

# 前 of a company and a bank
前[世界银行副行长]{林翘楚}、[花旗银行前总裁]{怀特}参加讨论。
  former 林翘楚 | 世界银行 | 副行长
  former 怀特 | 花旗银行 | 总裁

# a ministry that is no more, with an office
原[卫生部副部长]{汪陇生}、原[铁道部总工程师]{何克武}出席。
  former 汪陇生 | 卫生部 | 副部长
  former 何克武 | 铁道部 | 总工程师

# 原 between body and title, several bodies
[湖南省人大常委会原副主任]{肖可瑜}、[长沙市政协原主席]{范念新}参加座谈。
  former 肖可瑜 | 湖南省人大常委会 | 副主任
  former 范念新 | 长沙市政协 | 主席

# acting before the place
[代理市长]{周虹}主持召开柳州市政府常务会议。
  post 周虹 | 柳州市政府 | 代理市长

# the opposite: 前 in front of a number
[商丘市市长]{莫西川}说，前三季度全市外贸增长两成。
  post 莫西川 | 商丘市政府 | 市长
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

# the family name and the title of a person named before
[东华大学校长]{俞采章}会见客人。会谈中，{俞采章}校长介绍了学校的历史。
  post 俞采章 | 东华大学 | 校长

# of a company
<华为云><副总裁>{石可琳}与市领导座谈，{石可琳}总裁对合作充满信心。
  post 石可琳 | 华为云 | 副总裁

# 书记 after the name
我校党委<孙宗伟><书记>出席仪式。中国矿业大学与徐州市签署协议。
  post 孙宗伟 | 中国矿业大学党委 | 书记

# 院士 after the name is an honour, no post
{钟思勉}院士作报告，[大连理工大学校长]{贾若川}主持。
  post 贾若川 | 大连理工大学 | 校长
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

# 以及 before the last of the list
[绍兴市领导]{丁孝兴}、{温立华}以及{汤小帆}陪同考察。
  post 丁孝兴 | 绍兴市 | 领导
  post 温立华 | 绍兴市 | 领导
  post 汤小帆 | 绍兴市 | 领导

# spaces in the list
[宿迁市领导]{汪问琦} {刘弘} {裴可承} 出席会议。
  post 汪问琦 | 宿迁市 | 领导
  post 刘弘 | 宿迁市 | 领导
  post 裴可承 | 宿迁市 | 领导

# one title over a list of managers
[中粮集团副总经理]{陈望朗}、{栾知成}参加会见。
  post 陈望朗 | 中粮集团 | 副总经理
  post 栾知成 | 中粮集团 | 副总经理

# the leaders of two cities, each with a list
[常州市领导]{方克强}、{许一波}，[宜春市领导]{于毓明}、{王思联}参加活动。
  post 方克强 | 常州市 | 领导
  post 许一波 | 常州市 | 领导
  post 于毓明 | 宜春市 | 领导
  post 王思联 | 宜春市 | 领导

# the opposite: a person with a chain of his own ends the list
[常州市领导]{方克强}、[常州市委秘书长]{许一波}参加活动。
  post 方克强 | 常州市 | 领导
  post 许一波 | 常州市委 | 秘书长
""")


@pytest.mark.parametrize("case", FORMER, ids=str)
def test_former_posts(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", AFTER, ids=str)
def test_titles_after_names(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", SHARED, ids=str)
def test_one_title_over_many_names(case: Drawing) -> None:
    assert case.mistakes() == []
