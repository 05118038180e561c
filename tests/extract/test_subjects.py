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

# 免去甲同志 without 的
经研究，免去费长河同志[宜兴市委副书记]、[常委]职务。
  removed 费长河 | 宜兴市委 | 副书记
  removed 费长河 | 宜兴市委 | 常委

# 由…担任: the holder behind the post
[宜兴市副市长]费长河讲话。[宜兴市商会会长]由费长河兼任。
  post 费长河 | 宜兴市政府 | 副市长
  post 费长河 | 宜兴市商会 | 会长

# the opposite: by somebody who does something else
宜兴市副市长费长河讲话。宜兴市商会会长由费长河陪同参观。
  post 费长河 | 宜兴市政府 | 副市长

# a note behind one name of a list
会议任命费长河(女)、童月明同志为[宜兴市人民检察院检察员]。
  appointed 费长河 | 宜兴市人民检察院 | 检察员
  appointed 童月明 | 宜兴市人民检察院 | 检察员

# 新一届 between the verb and the body
童月明当选新一届[宜兴市委书记]。
  elected 童月明 | 宜兴市委 | 书记

# 调任…任: the body before, the party group behind
据悉，此前担任[宜兴市财政局局长]的费长河，已调任宜兴市审计局任[党组书记]、[局长]。
  former 费长河 | 宜兴市财政局 | 局长
  post 费长河 | 宜兴市审计局党组 | 书记
  post 费长河 | 宜兴市审计局 | 局长

# a post that somebody leaves is a former one, whatever a title says before
[安徽大学校长]费长河任期届满，不再担任安徽大学校长职务。
  former 费长河 | 安徽大学 | 校长

# the opposite: who stays
[安徽大学校长]费长河任期未满。
  post 费长河 | 安徽大学 | 校长

# 升 ends a name before 为
宜兴市人民代表大会补选费东升为[宜兴市副市长]。
  elected 费东升 | 宜兴市政府 | 副市长

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
  held 童月明 | 科员 | 1995-07 | 2003-02
  held 童月明 | 副区长 | 2003-02 | 2011-09
  held 童月明 | 副书记 | 2011-09 | -

# from when to when in a sentence: posts of a life, no acts; the posts of a chain share their time
童月明，1970年3月生，2003年5月至2008年3月任[贵池区委常委]、[副区长]，2008年至2011年9月担任[池州市教育局局长]，2011年9月至今任[池州市委副书记]。
  no act
  held 童月明 | 常委 | 2003-05 | 2008-03
  held 童月明 | 副区长 | 2003-05 | 2008-03
  held 童月明 | 局长 | 2008 | 2011-09
  held 童月明 | 副书记 | 2011-09 | -
  former 童月明 | 贵池区委 | 常委
  former 童月明 | 贵池区政府 | 副区长
  former 童月明 | 池州市教育局 | 局长
  post 童月明 | 池州市委 | 副书记

# the opposite: several posts one after the other in that time, and a time that is not that of the post
童月明，1970年3月生，2003年5月至2008年3月历任贵池区委常委、副区长，2008年3月至2011年9月在池州学习，后任池州市教育局局长。
  no held

# the opposite: 13 is no month
童月明简历
2003.13—2008.03 贵池区副区长
  held 童月明 | 副区长 | - | 2008-03

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

NATIONAL = drawn("""
# two acts joined by a pause mark: the last verb is the post's
会议决定免去费长河的[水利部部长]职务、任命童月明为[水利部部长]。
  removed 费长河 | 水利部 | 部长
  appointed 童月明 | 水利部 | 部长

# 不再 and 兼任 are no parts of names
会议决定免去费长河兼任的[水利部部长]职务。童月明不再担任[水利部副部长]。
  removed 费长河 | 水利部 | 部长
  removed 童月明 | 水利部 | 副部长

# the conference's own names for itself
会议通过关于免去费长河政协第十四届[全国委员会常务委员]职务的决定，免去童月明第十四届[全国政协委员]职务。
  removed 费长河 | 全国政协 | 常务委员
  removed 童月明 | 全国政协 | 委员

# the conference of a place
会议选举童月明为[政协池州市第九届委员会主席]。
  elected 童月明 | 池州市政协 | 主席

# the opposite: another committee
会议选举童月明为[池州市工商联第九届委员会主席]。
  elected 童月明 | 池州市工商联第九届委员会 | 主席

# 当选连任; how it came about is no part of a name
图瓦德拉当选连任[中非总统]，马克·卡尼以压倒性优势当选为[加拿大总理]。
  elected 图瓦德拉 | 中非 | 总统
  elected 马克·卡尼 | 加拿大政府 | 总理

# who adjoins the person
童月明14日任命其经济顾问穆罕默德·穆萨为[约旦首相]。
  appointed 穆罕默德·穆萨 | 约旦政府 | 首相

# 被提名担任
童月明被提名担任[水利部部长]。
  nominated 童月明 | 水利部 | 部长

# 同月 is no name
2003年3月，童月明当选[池州市市长]，同月任[池州市委副书记]。
  elected 童月明 | 池州市政府 | 市长
  appointed 童月明 | 池州市委 | 副书记
  acted 童月明 | 2003-03
  acted 童月明 | 2003-03

# the bureau is no committee of the province told of before
童月明任[安徽省委书记]，后当选为[中央政治局委员]、[常委]。
  appointed 童月明 | 安徽省委 | 书记
  elected 童月明 | 中央政治局 | 委员
  elected 童月明 | 中央政治局 | 常委

# the treaty's day is not that of the act
@published 2024-09-13
会议决定批准1993年1月14日签署的条约。
会议任命童月明为[水利部副部长]。
  appointed 童月明 | 水利部 | 副部长
  acted 童月明 | -

# a headline has only the end of a name
池州市致电祝贺穆塔里卡当选
池州市致电阿瑟·穆塔里卡，祝贺他当选[马拉维总统]。
  elected 阿瑟·穆塔里卡 | 马拉维 | 总统

# nor is that of congratulations
1月16日，池州市致电童月明，祝贺他当选[安徽省商会会长]。
  elected 童月明 | 安徽省商会 | 会长
  acted 童月明 | -
""")

NO_ACTS = drawn("""
# while something else happened
童月明同志担任池州市委书记期间，建了这个园区。
  no act
  former 童月明 | 池州市委 | 书记

# since
童月明就任总统后，首次出访就来到非洲。
  no act

# who they are, not what is done
费长河向新聘任的国务院参事颁发聘书。
  no act

# a list of candidates is no nomination
会议听取费长河关于池州市政协主席、副主席候选人名单的说明。
  no act

# nobody is named
会议通过池州市选举委员会主任、副主任名单，费长河主持。
  no act

# still to come
费长河将在选出接班人后，辞去池州市市长职务。
  no act

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


@pytest.mark.parametrize("case", SUBJECTS + NATIONAL, ids=str)
def test_subjects(case: Drawing) -> None:
    assert case.mistakes() == []


@pytest.mark.parametrize("case", NO_ACTS, ids=str)
def test_no_acts(case: Drawing) -> None:
    assert case.mistakes() == []
