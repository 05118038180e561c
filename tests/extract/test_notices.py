"""Notices of appointments, lines of a career, and the days of acts."""

import pytest
from drawing import Drawing, drawn

NOTICES = drawn("""
# a heading, and an entry a line
常德市人大常委会任免名单
（2021年6月29日常德市第八届人民代表大会常务委员会第三次会议通过）
一、任命
祝南星（女，苗族）为[常德市教育局局长]；
骆明辉、楼兰生为[常德市中级人民法院审判员]。
二、免去
滕王阁的[常德市水利局局长]职务。
  appointed 祝南星 | 常德市教育局 | 局长
  appointed 骆明辉 | 常德市中级人民法院 | 审判员
  appointed 楼兰生 | 常德市中级人民法院 | 审判员
  removed 滕王阁 | 常德市水利局 | 局长
  acted 祝南星 | 2021-06-29
  acted 骆明辉 | 2021-06-29
  acted 楼兰生 | 2021-06-29
  acted 滕王阁 | 2021-06-29

# a heading that ends with a colon
省政府决定，任命：
祝南星为[湖南省水利厅副厅长]；
免去：
骆明辉的[湖南省林业局局长]职务。
  appointed 祝南星 | 湖南省水利厅 | 副厅长
  removed 骆明辉 | 湖南省林业局 | 局长

# two posts of one court: its committee is a body of its own
任命祝南星为[常德市中级人民法院副院长]、[审判委员会委员]。
  appointed 祝南星 | 常德市中级人民法院 | 副院长
  appointed 祝南星 | 常德市中级人民法院审判委员会 | 委员

# a reason before the act
会议决定接受祝南星因工作调动辞去[常德市副市长]职务的请求。
  removed 祝南星 | 常德市政府 | 副市长

# many in one act, one with a rare surname
会议决定任命骆明辉、楼兰生、祝南星、滕王阁、訚子川、段玉成、樊星、凌志、江楠为[常德市监察委员会委员]。
  appointed 骆明辉 | 常德市监察委员会 | 委员
  appointed 楼兰生 | 常德市监察委员会 | 委员
  appointed 祝南星 | 常德市监察委员会 | 委员
  appointed 滕王阁 | 常德市监察委员会 | 委员
  appointed 訚子川 | 常德市监察委员会 | 委员
  appointed 段玉成 | 常德市监察委员会 | 委员
  appointed 樊星 | 常德市监察委员会 | 委员
  appointed 凌志 | 常德市监察委员会 | 委员
  appointed 江楠 | 常德市监察委员会 | 委员

# the opposite: a heading says nothing of a line that is no entry
一、任命
会议由常德市人大常委会主任祝南星主持。
  no act

# the opposite: an entry without a heading
祝南星为常德市教育局局长。
  no act
""")

CAREERS = drawn("""
# a line for each date
常德市委副书记到任
日前，省委批准祝南星到常德市工作。
祝南星，男，1968年生，湖南桃源人，曾任[桃源县副县长]。
工作经历如下：
在桃源县工作多年后，他到市里工作。
后来又回到县里。
1990年7月 [桃源县委办公室副主任]
2003.04[常德市副市长]
2011年5月至2016年3月 [常德市委副书记]
  former 祝南星 | 桃源县政府 | 副县长
  former 祝南星 | 桃源县委办公室 | 副主任
  former 祝南星 | 常德市政府 | 副市长
  former 祝南星 | 常德市委 | 副书记
  no act

# the opposite: a date inside a sentence begins no line of a career
2011年5月，常德市委副书记到桃源县调研。
  no post
""")

DAYS = drawn("""
# the day of the meeting before it
7月5日，常德市委召开干部大会。会上宣布：祝南星任[常德市委委员]、[书记]。
  appointed 祝南星 | 常德市委 | 委员
  appointed 祝南星 | 常德市委 | 书记
  acted 祝南星 | --07-05
  acted 祝南星 | --07-05

# the opposite: the sentence has a time of its own, which names no day
7月5日，常德市委召开干部大会。日前，省政府任命骆明辉为[湖南省水利厅副厅长]。
  appointed 骆明辉 | 湖南省水利厅 | 副厅长
  acted 骆明辉 | -

# a vague date before several acts: the day of the report is not theirs
湖南日报客户端7月6日消息，省委日前决定：祝南星同志任[湘潭市委书记]；骆明辉同志不再担任[湘潭市委书记]职务。
  acted 祝南星 | -
  acted 骆明辉 | -

# what a report shows happened before it
湘潭市人大网站8月31日公告显示，祝南星已当选[湘潭市副市长]。
  acted 祝南星 | -

# the opposite: the day itself
8月31日，祝南星当选[湘潭市副市长]。
  acted 祝南星 | --08-31

# a year in the words about a person dates no news, and makes no life of it
7月3日，2010年来湘的祝南星卸任[湘潭市副市长]，转任[岳阳市副市长]。
  removed 祝南星 | 湘潭市政府 | 副市长
  appointed 祝南星 | 岳阳市政府 | 副市长
  former 祝南星 | 湘潭市政府 | 副市长
  post 祝南星 | 岳阳市政府 | 副市长
  acted 祝南星 | --07-03
  acted 祝南星 | --07-03

# the opposite: the year of a life
祝南星2010年任[湘潭市副市长]，其后任[岳阳市副市长]。
  former 祝南星 | 湘潭市政府 | 副市长
  former 祝南星 | 岳阳市政府 | 副市长
  acted 祝南星 | 2010
  acted 祝南星 | -

# a notice is dated under its text
经研究，决定：
祝南星同志任[湘潭市审计局局长]；
免去骆明辉同志的[湘潭市审计局局长]职务。
湘潭市人民政府
2023年5月11日
  appointed 祝南星 | 湘潭市审计局 | 局长
  removed 骆明辉 | 湘潭市审计局 | 局长
  acted 祝南星 | 2023-05-11
  acted 骆明辉 | 2023-05-11

# a headline says it, the text says when
祝南星任湘潭市委书记
7月5日，湘潭市召开干部大会。会上宣布：祝南星同志任湘潭市委书记。
  acted 祝南星 | --07-05

# the day of publication is no day of an event, but gives its year
常德市举行茶叶博览会
发布时间：2021-07-06 来源：常德日报
7月5日上午，第三届茶叶博览会在常德市举行。
  event other | 第三届茶叶博览会
  when 第三届茶叶博览会 | 2021-07-05
  where 第三届茶叶博览会 | 常德市
""")


@pytest.mark.parametrize("case", NOTICES, ids=str)
def test_notices(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", CAREERS, ids=str)
def test_lines_of_a_career(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", DAYS, ids=str)
def test_days(case: Drawing) -> None:
    assert case.mistakes() == []
