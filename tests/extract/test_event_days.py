"""Days of events: of a trip, of an earlier time, of the paragraph, of what comes, of a page's own line."""

import pytest
from drawing import Drawing, drawn

from kg.extract.dates import find_dates

DAYS = drawn("""
# the days of a trip are no day of a reception on it
@published 2024-10-18
10月10日至16日，湖北省副省长{石义}访问匈牙利，会见匈牙利副国务秘书{托特·加博尔}。
  when 石义访问匈牙利 | 2024-10-10
  when 石义会见托特·加博尔 | -

# the opposite: the days of the meeting itself
@published 2024-10-18
10月10日至11日，[第三届汽车产业对接会]在武汉市举行。
  when 第三届汽车产业对接会 | 2024-10-10

# the day on which a reporter heard of it
@published 2024-10-18
记者10月17日从湖北省商务厅获悉，[第三届汽车产业对接会]日前在武汉市举行。
  when 第三届汽车产业对接会 | -

# told of an earlier time
@published 2024-10-18
10月16日，湖北省副省长{石义}会见客人。今年3月，{石义}曾率团赴浙江省考察。
  when 石义会见客人 | 2024-10-16
  when 石义考察 | 2024-03

# the opposite: a year in the name
@published 2024-10-18
10月16日，2024年[汽车产业对接会]在武汉市举行。
  when 汽车产业对接会 | 2024-10-16

# the day of the paragraph
@published 2017-04-30
4月17日，市长{石义}主持市政府常务会议。
●4月19日，调研组到雷州市调研。会后召开的[座谈会]由副市长{罗慧}主持。
  when 市政府常务会议 | 2017-04-17
  when 座谈会 | 2017-04-19

# what comes has another day
@published 2024-08-23
22日，高雄市市长{沈祐}会见客人，明天将赴台北市。
  when 沈祐会见客人 | 2024-08-22

# a page's own line gives the year, and no day
朝阳日报 2022年03月16日 第01版
本报讯 3月14日，[对口合作联席会议]在朝阳市举行。昨天，副市长{罗慧}到北票市调研。
  when 对口合作联席会议 | 2022-03-14
  when 罗慧调研 | 2022-03-15

# the opposite: a headline that tells of a day
2022年3月16日全市大会召开
3月14日，[对口合作联席会议]在朝阳市举行。
  when 对口合作联席会议 | 2022-03-14
  when 全市大会 | 2022-03-16
""")


@pytest.mark.parametrize("case", DAYS, ids=str)
def test_days_of_events(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("「两岸论坛」昨(12)日在嘉义登场", "2019-10-12"),
        ("「两岸论坛」昨(十二)日在嘉义登场", "2019-10-12"),
        ("(香港12日讯)会议今日举行", "2019-10-12"),
    ],
)
def test_days_in_brackets_and_datelines(text: str, value: str) -> None:
    assert find_dates(text, "2019-10-13")[-1].value == value
