"""Acts on posts that stand with their holders: lists of the elected, and those who leave 现职."""

import pytest
from drawing import Drawing, drawn

STANDING = drawn("""
# a list of the elected: each committee by its own session
2月23日，中国共产党宜兴市第十四届委员会举行第一次全体会议，选举产生新一届市委领导班子；2月25日，宜兴市第十八届人民代表大会第一次会议选举产生新一届国家机关领导人员。
中共宜兴市委
书记：费长河
常委：费长河 童月明
宜兴市人民政府
市长：童月明
  elected 费长河 | 宜兴市委 | 书记
  elected 费长河 | 宜兴市委 | 常委
  elected 童月明 | 宜兴市委 | 常委
  elected 童月明 | 宜兴市政府 | 市长
  acted 费长河 | --02-23
  acted 费长河 | --02-23
  acted 童月明 | --02-23
  acted 童月明 | --02-25

# the opposite: a list of who holds what
宜兴市领导分工
市长：童月明
副市长：费长河
  no act

# the opposite: candidates
大会将选举产生新一届政府，建议人选如下。
市长候选人：童月明
  not elected 童月明 | 市政府 | 市长

# the opposite: a holder in a sentence behind the election
宜兴市选举产生新一届政府。市长童月明讲话。
  no act

# 不再担任现职
原宜兴市政协主席费长河不再担任现职。
  removed 费长河 | 宜兴市政协 | 主席

# the opposite: a former holder who comes
原宜兴市政协主席费长河出席会议。
  no act
""")


@pytest.mark.parametrize("case", STANDING, ids=str)
def test_standing_acts(case: Drawing) -> None:
    assert case.mistakes() == []
