"""Who took no part: absent, expected, or only mentioned."""

import pytest
from drawing import Drawing, drawn

ABSENT = drawn("""
# did not attend
7月1日，河池市旅游发展大会召开，市长{蒙启山}<出席>会议，市委书记{覃怀远}因病未能出席。
  attended 蒙启山

# did not attend, in traditional script
7月1日，河池市旅遊發展大會召開，市委書記{覃怀远}並未與會。
  no role

# asks for leave
7月1日，河池市旅游发展大会召开，副市长{韦家齐}请假。
  no role

# to attend tomorrow
据悉，河池市旅游发展大会将于明天召开，市长{蒙启山}将出席会议并致辞。
  no role

# expected to attend
第八届壮乡论坛计划于年底在河池市举行，广西壮族自治区副主席{韦正功}预计出席。
  no role

# merely mentioned
7月1日，河池市旅游发展大会召开，市长{蒙启山}<讲话>。他转达了自治区主席{覃木兰}对大会的问候。
  spoke 蒙启山

# mentioned in what is said
7月1日，河池市旅游发展大会召开。市长{蒙启山}<说>，感谢自治区主席{覃木兰}长期以来的关心。
  spoke 蒙启山

# a letter is sent
7月1日，河池市旅游发展大会召开，国际山地旅游联盟主席{杜邦德}发来贺信。
  no role

# to attend, to speak
7月1日，河池市旅游发展大会闭幕。市长{蒙启山}将出席博览会，市委书记{覃怀远}将发表讲话。
  no role

# a reply that is not given, a paper that is not signed
7月1日，河池市旅游发展大会召开。市长{蒙启山}未予回应。市委书记{覃怀远}未能签署协议。
  no role

# the next meeting, and one that is agreed on: nobody hosts them yet
7月1日，河池市旅游发展大会召开，市长{蒙启山}<出席>会议。下次会议由柳州市承办。会议同意梧州市承办第六届大会。
  attended 蒙启山

# a letter and an instruction
7月1日，国际山地旅游联盟主席{杜邦德}向河池市旅游发展大会致贺信。{杜邦德}指出，山地旅游前景广阔。\
自治区主席{覃木兰}对大会作出批示，{覃木兰}强调，要办出特色。
  no role

# the opposite: one who wrote and came
7月1日，市长{蒙启山}给企业家回信。河池市旅游发展大会召开，{蒙启山}<出席>会议。{蒙启山}<指出>，要办出特色。
  attended 蒙启山
  spoke 蒙启山

# an interview
7月1日，河池市旅游发展大会召开，市长{蒙启山}<出席>会议。国际山地旅游联盟主席{杜邦德}接受采访时说，这里风光很美。
  attended 蒙启山

# what somebody tells, and the opposite: at which meeting it was
7月1日，河池市旅游发展大会召开。市长{蒙启山}<表示>，自治区主席{覃木兰}出席了论坛，强调要办出特色。\
副市长{韦家齐}<说>，在全国两山转化现场会上，省旅游局局长{路长青}<发表>了讲话。
  spoke 蒙启山、韦家齐 @ 河池市旅游发展大会
  spoke 路长青 @ 全国两山转化现场会

# a topic before the first event is told
自治区主席{覃木兰}指出，山水是最好的资源。7月1日，河池市旅游发展大会召开，市长{蒙启山}<出席>会议。
  attended 蒙启山

# absent, another speaks for him
7月1日，河池市旅游发展大会召开，省旅游局局长{路长青}无法到场，副局长{云海波}代为<致辞>。
  spoke 云海波

# who comes to the gate does not attend
7月1日，河池市旅游发展大会召开，市委书记{覃怀远}<出席>。副市长{韦家齐}到场迎接。
  attended 覃怀远

# the opposite: who comes and congratulates
7月1日，河池市旅游发展大会召开，副市长{韦家齐}<到场>祝贺。
  attended 韦家齐

# gets ready to attend
7月1日，河池市旅游发展大会召开，市委书记{覃怀远}准备出席论坛。副市长{韦家齐}<出席>会议。
  attended 韦家齐

# whom somebody quotes who has the floor
7月1日，河池市旅游发展大会召开，市长{蒙启山}<主持>会议。
{蒙启山}<指出>，要办出特色。{覃怀远}总书记强调，绿水青山就是金山银山。
  chaired 蒙启山
  spoke 蒙启山

# the opposite: one who is there, and one with a paragraph of their own
7月1日，河池市旅游发展大会召开，市长{蒙启山}<主持>会议，政协主席{韦家齐}<出席>。
{蒙启山}<指出>，要办出特色。{韦家齐}主席<强调>，要建言献策。
{覃怀远}总书记<强调>，绿水青山就是金山银山。
  chaired 蒙启山
  attended 韦家齐
  spoke 蒙启山、韦家齐、覃怀远

# the opposite of a letter: power stations and news that are sent
7月1日，河池市旅游发展大会召开，市长{蒙启山}参观发电信息中心后<出席>会议。
  attended 蒙启山
""")


@pytest.mark.parametrize("case", ABSENT, ids=str)
def test_absent_planned_or_only_mentioned(case: Drawing) -> None:
    assert case.mistakes() == []
