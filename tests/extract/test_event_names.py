"""Names of events: where one begins and ends, and what is no event or the same one again."""

import pytest
from drawing import Drawing, drawn

NAMES = drawn("""
# the speaker of a council is no meeting
5月18日，下关市议会议长{小林洁}<率团抵青岛市访问>，青岛市副市长{于冲}<出席>欢迎仪式。
  event visit | 小林洁访问
  event reception | 欢迎仪式
  attended 小林洁 @ 小林洁访问
  attended 于冲 @ 欢迎仪式

# the opposite: a meeting of a council
5月18日，下关市议会会议召开，议长{小林洁}主持会议。
  event meeting | 下关市议会会议

# what people do with an event is no part of its name
8月22日，世博会贵州活动周在上海市开幕。贵州省副省长{谌琴}宣布贵州活动周开幕，向光临开幕式的嘉宾表示欢迎，上海市市长{韩征}<出席>今晚开幕式。
  event other | 世博会贵州活动周
  attended 韩征
  spoke 谌琴

# the opposite: an opening ceremony that has a name of its own
8月22日，世博会贵州活动周在上海市开幕。上海市市长{韩征}出席贵州馆开馆仪式。
  event other | 世博会贵州活动周
  event other | 贵州馆开馆仪式

# another event, after which this one comes
8月22日，友谊论坛在长春市举行。这是继北京奥运会之后举行的又一次盛会，长春市市长{崔节}出席论坛。
  event meeting | 友谊论坛

# the opposite: nothing comes after it
8月22日，北京奥运会闭幕，长春市市长{崔节}出席闭幕式。
  event other | 北京奥运会

# the hall of a fair is no fair
8月26日，广州博览会在中国进出口商品交易会展馆开幕，广州市市长{万良}出席开幕仪式。
  event other | 广州博览会

# a hall that is called after meetings
11月1日，友城工作40周年大会在广州白云国际会议中心举行。广州市市长{万良}<出席>大会。
  event meeting | 友城工作40周年大会
  where 友城工作40周年大会 | 广州白云国际会议中心
  attended 万良

# what will be held, one after another
2月1日，友好城市15周年庆祝活动举行。宁波市市长{郁思}<表示>，宁波市将举办一系列活动，如市长线上会议、企业圆桌会议等。
  event other | 友好城市15周年庆祝活动
  spoke 郁思

# the opposite: such a meeting is held
2月1日，友好城市15周年庆祝活动举行。企业圆桌会议也在宁波市召开。
  event other | 友好城市15周年庆祝活动
  event meeting | 企业圆桌会议

# a meeting of tomorrow
财政司司长{曾华}明日率领代表团到澳门，出席第九次合作会议。
  no role

# the opposite: of today
财政司司长{曾华}今日率领代表团到澳门，<出席>第九次合作会议。
  attended 曾华 @ 第九次合作会议

# what is held again and again, and a name for short
5月17日，涡阳县招商引资推介会在嵊州市举行。近年来，涡阳县连续召开农业博览会。嵊州市副市长{牛广}<主持>招商推介会。
  event meeting | 涡阳县招商引资推介会
  chaired 牛广

# the opposite: held once
5月17日，涡阳县招商引资推介会在嵊州市举行。[涡阳县]召开农业博览会。
  event meeting | 涡阳县招商引资推介会
  event other | 农业博览会
  hosted 涡阳县 @ 农业博览会

# the name of a body goes on behind a place
11月27日，中科院烟台海岸所举行园区启用仪式，烟台市副市长{张广}<出席>。
  event other | 园区启用仪式
  attended 张广

# the opposite: the place
11月27日，[烟台市]隆重举行园区启用仪式，烟台市副市长{张广}<出席>。
  event other | 园区启用仪式
  attended 张广
  hosted 烟台市

# who wrote the dispatch, behind a blank
中新网武汉6月29日电 (张乾 许宣)友城合作论坛29日举行，武汉市市长{郁思}<出席>论坛。
  event meeting | 友城合作论坛
  attended 郁思

# who wrote the dispatch
新华网广州8月26日电(张乾 许宣)广州博览会26日开幕，广州市市长{万良}出席开幕式。
  event other | 广州博览会

# the opposite: a bracket inside a name
8月26日，中国(广州)国际家具博览会开幕，广州市市长{万良}出席开幕式。
  event other | 中国(广州)国际家具博览会

# a second name behind 暨
9月26日下午，<全市县(区)委书记座谈会暨信访、安全稳定工作会议>召开。宝鸡市市长{王永}<主持>会议并<讲话>。
  event meeting | 全市县(区)委书记座谈会暨信访、安全稳定工作会议
  chaired 王永
  spoke 王永

# 暨 behind another word for a meeting
9月29日，宝鸡市市长{王永}<主持>召开全市第三次全体(扩大)会议暨秋冬季防灭火视频会议。
  event meeting | 全市第三次全体(扩大)会议暨秋冬季防灭火视频会议
  chaired 王永

# the opposite: two meetings
9月26日下午，宝鸡市市长{王永}<主持>全市信访座谈会、安全稳定工作会议。
  event meeting | 全市信访座谈会
  event meeting | 安全稳定工作会议
  chaired 王永
""")

OUTINGS = drawn("""
# a visit carried out
10月31日上午，新加坡万和中心总监{穆立果}先生<对我校进行友好访问>。
  event visit | 穆立果访问
  attended 穆立果

# the state visit of a president
5月15日，法国总统{马克龙}<对中国进行国事访问>。
  event visit | 马克龙访问
  attended 马克龙

# one spoken of by its spirit was held elsewhere
11月15日，友好商会会长{曾新}到长春市<调研>，并与大家学习了吉林省省长{金军}主持召开的企业家座谈会精神。副会长{马非}<参加>调研。
  event visit | 曾新调研
  attended 曾新、马非

# guests received without a word for them
4月15日，宁波商会会长{张明}，秘书长{李波}等一行6人<赴成都市进行友好交流>。
成都商会会长{盛仁}，副会长{王帅}等热情<接待>。{张明}感谢成都商会的热情接待。
  event visit | 张明友好交流
  event reception | 盛仁、王帅会见张明、李波
  attended 张明、李波 @ 张明友好交流
  met 张明、李波、盛仁、王帅 @ 盛仁、王帅会见张明、李波
  spoke 张明 @ 盛仁、王帅会见张明、李波

# the opposite: nobody came
4月15日，成都商会会长{盛仁}等在成都市开会。副会长{王帅}热情接待。
  no role

# who is taken along, and a visit before another
10月31日，莲湖区委书记{洪增}带领宣传部部长{张龙}<到西关街道调研>。{洪增}在访问美国之前去过俄罗斯。
  event visit | 洪增调研
  attended 洪增、张龙

# the opposite: a visit
10月31日，莲湖区委书记{洪增}<访问>美国。
  event visit | 洪增访问美国
  attended 洪增

# who sits in the talk of a visit
11月15日，山西省工商联主席{景秋}莅临我会<走访>，并与企业家进行了交流座谈。商会会长{曾新}、秘书长{马非}<参加>座谈。
  event visit | 景秋走访
  attended 景秋、曾新、马非

# the opposite: one that is only spoken of
5月15日，经贸座谈会在武汉市召开，湖北省省长{江远}<出席>。法国总统的国事访问引起关注。
  event meeting | 经贸座谈会
  attended 江远

# two who talk
11月5日，重庆市渝北区区长{唐闻}与澳大利亚驻成都副总领事{彭明善}<举行工作座谈>。
  event meeting | 座谈
  attended 唐闻、彭明善
""")


@pytest.mark.parametrize("case", NAMES, ids=str)
def test_event_names(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", OUTINGS, ids=str)
def test_visits_and_talks_carried_out(case: Drawing) -> None:
    assert case.mistakes() == []
