"""Drawn measures: ⟦items⟧ of lists in all typographies, their list and the one they are addressed to."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.credits import find_credits
from kg.extract.measures import find_measures
from kg.model import MeasureFact
from kg.read import read_one

SEED = Path(__file__).parents[2] / "seeds" / "articles" / "s01.txt"


def measures(text: str) -> tuple[MeasureFact, ...]:
    found = find_measures(text, find_credits(text, None)[1])
    for measure in found:
        (span,) = measure.evidence
        assert text[span.start : span.end] == measure.text
    return found


@pytest.mark.parametrize(
    ("drawing", "name"),
    [
        ("会议要求，一是⟦提高站位，压实责任⟧；二是⟦补齐短板⟧。会议还研究了其他事项。", "requirements"),
        ("会议要求，一⟦要提高站位⟧；二⟦要补齐短板⟧。", "requirements"),
        ("倡议如下：\n一是⟦推动票证互认⟧；\n二是⟦推动数据共享⟧。\n会议随后闭幕。", "initiatives"),
        ("会议倡议\n-\n一是⟦推动票证互认⟧；\n-\n二是⟦推动数据共享⟧。", "initiatives"),
        ("他强调，首先，⟦要抓好项目。要盯住进度⟧。其次，⟦要优化服务⟧。最后，⟦要守住底线⟧。", "requirements"),
        ("市长提出三点建议：第一，⟦加强交通互联⟧；第二，⟦推进产业协作⟧；第三，⟦深化文旅⟧。", "initiatives"),
        ("重点任务如下：\n一、⟦加强组织领导⟧\n成立专班。\n二、⟦完善工作机制⟧\n建立联席会议。", "tasks"),
        ("双方达成以下共识：1.⟦共建产业园区⟧；2.⟦互派干部挂职⟧；3.⟦共享信用数据⟧。", "consensus"),
        ("双方达成以下共识：1、⟦共建产业园区⟧；2、⟦互派干部挂职⟧。", "consensus"),
        ("会议议程：\n(一)⟦听取工作报告⟧；\n(二)⟦审议有关事项⟧。", "agenda"),
        ("会议议程：\n(1)⟦听取工作报告⟧；\n(2)⟦审议有关事项⟧。", "agenda"),
        ("会议提出以下措施：①⟦完善交通网络⟧②⟦共享医疗资源⟧③⟦统一信用标准⟧", "measures"),
        ("他在讲话中指出\n1\n⟦要统筹协调，聚焦重点⟧。\n2\n⟦要坚持全局观念⟧。", "requirements"),
        ("推动三市协同发展\n1\n⟦要促进规划协同⟧。\n2\n⟦要促进产业协同⟧。", "coordination"),
        ("会议要求\n-\n⟦加强安全生产检查⟧\n-\n⟦做好防汛值守工作⟧\n", "requirements"),
        ("会议强调，⟦要健全制度⟧；⟦要激发活力⟧；⟦要守住底线⟧。", "requirements"),
        ("会议指出，⟦要加强统筹⟧，⟦要压实责任⟧，⟦要督促落实⟧。", "requirements"),
        ("他指出要做到三个“注重”：⟦注重绿色生产⟧，⟦注重品牌保护⟧，⟦注重带动农户⟧。", "requirements"),
        ("希望三市做到“三个一”：⟦一张地图游三市⟧；⟦一张卡片惠三市⟧；⟦一个平台管三市⟧。", "requirements"),
        ("他强调，要算好三本账：⟦算好安全账，守住生命线⟧；⟦算好生态账，还清旧账⟧；⟦算好长远账，留条后路⟧。",
         "requirements"),
        ("朝阳市将实施两个清单管理：⟦任务清单抓到月⟧，⟦责任清单落到人⟧。", "initiatives"),
        ("校长表示，联盟将聚焦三件事：①⟦联合培养人才⟧；②⟦共享仪器设备⟧。", "initiatives"),
        ("校长强调，联盟将聚焦三件事：①⟦联合培养人才⟧；②⟦共享仪器设备⟧。", "requirements"),
        ("局长强调：\n★第一　⟦要把好事办好⟧。\n★第二　⟦要把基金守好⟧。", "requirements"),
        ("会议要求，各乡镇、各部门(单位)⟦要高度重视⟧；⟦要狠抓落实⟧；⟦要立即行动⟧。", "requirements"),
        ("希望两地聚焦“四个协同”，即⟦产业协同⟧、⟦劳务协同⟧、⟦消费协同⟧、⟦人才协同⟧。", "requirements"),
        ("局长致辞时说\n1、⟦线路一起推⟧，\n2、⟦品牌一起塑⟧。", "requirements"),
    ],
)
def test_typography(drawing: str, name: str) -> None:
    found = measures(re.sub("[⟦⟧]", "", drawing))
    assert [measure.text for measure in found] == re.findall("⟦([^⟧]*)⟧", drawing)
    assert [measure.order for measure in found] == list(range(1, len(found) + 1))
    assert {measure.list for measure in found} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "今年的工作有三个特点：一是规模大；二是速度快；三是质量高。",
        "主要存在以下问题：一是基础薄弱；二是投入不足。",
        "揭牌仪式举行。首先由书记为中心揭牌。其次由主任介绍经验。最后由院长作总结。",
        "会议指出，各部门要加强统筹；要压实责任。",
        "首先考察了企业，随后来到园区，最后召开座谈会。",
        "第一书记和第二书记出席，第一、第二产业增长。",
        "增长1.5亿元，同比2.3倍。",
        "1\n2345\n2\n6789",
        "会议签署：1.《甲协议》；2.《乙协议》。",
        "出席：1.王一；2.李二；3.张三。",
        "会议要求，一是提高站位。",
        "会议指出，要加强统筹，要压实责任。",
        "走访了三个项目：甲某某公司，乙某某公司，丙某某公司。",
        "各部门要求统一，要素齐备，要点突出，要闻不断。",
    ],
)
def test_no_list(text: str) -> None:
    assert measures(text) == ()


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("沿海六市要加快完成以下几项工作\n一是推动票证互认；\n二是推动数据共享。", "沿海六市"),
        ("书记对各县区提出要求：一是抓好落实；二是改进作风。", "各县区"),
        ("会议要求各部门：一是抓好落实；二是改进作风。", "各部门"),
        ("会议要求，一是抓好落实；二是改进作风。", None),
    ],
)
def test_addressee(text: str, addressee: str | None) -> None:
    assert {measure.addressee for measure in measures(text)} == {addressee}


def test_lists_of_the_seed() -> None:
    found = measures(read_one(SEED).text)
    assert Counter(m.list for m in found) == {"requirements": 5, "coordination": 6, "initiatives": 8}
    assert found[0].text.startswith("要统筹协调、聚焦重点")
    assert found[-1].text == "实行辽宁沿海经济带建设专项推进组办公室省市合署办公、实体运行"
    assert {m.addressee for m in found if m.list == "initiatives"} == {"沿海六市"}


def test_an_altered_seed_gives_the_altered_lists() -> None:
    text = read_one(SEED).text
    fewer = text.replace("-\n八是实行", "实行").replace("就医门诊", "就学")
    found = [m for m in measures(fewer) if m.list == "initiatives"]
    assert len(found) == 7
    assert "就学" in found[1].text


def test_zones_hold_no_measures() -> None:
    text = "会议要求\n一是抓好落实；\n二是改进作风。"
    (span,) = (m.evidence[0] for m in measures(text) if m.order == 2)
    assert find_measures(text, [span]) != ()
    assert find_measures(text, [type(span)(0, len(text))]) == ()


PIECES = [
    "一是", "二是", "三是", "一要", "二要", "首先", "其次", "最后", "第一，", "第二，", "一、",
    "二、", "(一)", "(二)", "1、", "2、", "1.", "2.", "1\n", "2\n", "-\n", "①", "②", "要", "；",
    "，", "。", "：", "\n", " ", "抓好落实", "加强统筹协调", "三个“一”", "会议要求", "倡议",
    "特点", "王一华 摄", "《", "》",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    for measure in measures(text):
        assert measure.text.strip()
        assert measure.order >= 1
