"""Whom an act is about: names behind verbs, in lists, at the head of a life; and acts that are none."""

import pytest
from drawing import Drawing, drawn

SUBJECTS = drawn("""
# two acts in one sentence, each with its own person
会议决定任命童月明为[池州市副市长]；决定免去费长河的[池州市副市长]职务。
  appointed 童月明 | 池州市政府 | 副市长
  removed 费长河 | 池州市政府 | 副市长

# a title before the name is no name
市委副书记、代市长郁青山当选为[黄山市市长]。
  elected 郁青山 | 黄山市政府 | 市长

# 华 ends the name, 为 is the verb
省人大常委会任命祁少华为[安徽省水利厅厅长]。
  appointed 祁少华 | 安徽省水利厅 | 厅长

# the same in a list
会议选举童月明、费少华为[池州市人大常委会副主任]。
  elected 童月明 | 池州市人大常委会 | 副主任
  elected 费少华 | 池州市人大常委会 | 副主任

# the opposite: the company
池州市副市长童月明与华为安徽公司总经理费长河签约。
  no act
  post 童月明 | 池州市政府 | 副市长
  post 费长河 | 华为安徽公司 | 总经理

# a life told in two sentences
童月明，男，汉族，1970年3月生。现任[池州市委副书记]、[市长]。
  post 童月明 | 池州市委 | 副书记
  post 童月明 | 池州市政府 | 市长

# where somebody comes from is no name
童月明，1970年3月生，山东人，现任[池州市委副书记]。
  post 童月明 | 池州市委 | 副书记

# lines of a career under whose it is; the last goes on
童月明简历
1995.07—2003.02 [池州市教育局科员]
2003.02—2011.09 [贵池区副区长]
2011.09— [池州市委副书记]
  former 童月明 | 池州市教育局 | 科员
  former 童月明 | 贵池区政府 | 副区长
  post 童月明 | 池州市委 | 副书记

# the opposite: a heading without a name
单位简介
2003.02—2011.09 贵池区副区长
  no post

# 先生 is no part of a name
董事会聘任费长河先生为[海螺集团总经理]。
  appointed 费长河 | 海螺集团 | 总经理

# 任县委 is no county
费长河同志因工作变动，不再担任县委书记、常委职务。
  removed 费长河 | 县委 | 书记
  removed 费长河 | 县委 | 常委

# 和 before 县委 is no county either
黄山市委书记童月明和县委书记费长河参加。
  post 童月明 | 黄山市委 | 书记
  post 费长河 | 县委 | 书记

# the opposite: the county
安徽省和县县长费长河参加。
  post 费长河 | 和县政府 | 县长

# 任公司董事长: the company spoken of
皖江电力有限公司召开干部大会，宣布：费长河任[公司董事长]、[党委书记]。
  appointed 费长河 | 皖江电力有限公司 | 董事长
  appointed 费长河 | 皖江电力有限公司党委 | 书记

# a company with brackets in its name
[皖江(中国)有限公司总经理]费长河参加。
  post 费长河 | 皖江(中国)有限公司 | 总经理

# the opposite: brackets behind a title
池州市副市长(挂职)费长河、皖江公司总经理郁青山参加。
  post 费长河 | 池州市政府 | 副市长
  post 郁青山 | 皖江公司 | 总经理

# the party committee of a place in full
费长河同志任中共[安徽省委员会常委]。
  appointed 费长河 | 安徽省委 | 常委
""")

NO_ACTS = drawn("""
# 将出任, and it is denied behind the act
有媒体称，费长河将出任池州市市长。
  no act

# denied in the same sentence
有帖文称费长河已任池州市市长，池州市有关部门予以否认。
  no act

# the opposite: nobody denies it
费长河已任池州市市长。
  appointed 费长河 | 池州市政府 | 市长

# what is put to a vote is no act
费长河提请任命郁青山为池州市财政局局长的议案提交会议审议。
  no act

# somebody uncounted: several people without names
童月明当选池州市市长，4人当选副市长。
  elected 童月明 | 池州市政府 | 市长

# what he was before, behind a comma
郁青山任安徽省副省长。此前，他担任池州市市长。
  appointed 郁青山 | 安徽省政府 | 副省长
  former 郁青山 | 池州市政府 | 市长
  post 郁青山 | 安徽省政府 | 副省长

# 履新前
此次履新前，郁青山担任池州市市长。
  no act
  former 郁青山 | 池州市政府 | 市长

# the opposite: 此前已
郁青山此前已出任安徽省副省长。
  appointed 郁青山 | 安徽省政府 | 副省长

# a candidate holds no post yet
[池州市委副书记]、市长候选人{郁青山}参加讨论。
  post 郁青山 | 池州市委 | 副书记

# the secretary general of a government, not of its party group
[池州市政府党组成员]、[秘书长]{郁青山}参加讨论。
  post 郁青山 | 池州市政府党组 | 成员
  post 郁青山 | 池州市政府 | 秘书长

# the opposite: of the committee
[安徽省委常委]、[秘书长]{郁青山}参加讨论。
  post 郁青山 | 安徽省委 | 常委
  post 郁青山 | 安徽省委 | 秘书长
""")


@pytest.mark.parametrize("case", SUBJECTS, ids=str)
def test_subjects(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", NO_ACTS, ids=str)
def test_no_acts(case: Drawing) -> None:
    assert case.mistakes() == []
