"""A place name is decided by what else its article names, or left open with what it could be."""

from __future__ import annotations

import pytest

from kg.model import AgreementFact, EventFact, Facts, GroupFact, ParticipationFact, PostFact
from kg.resolve import places_of, resolve
from kg.seeds import load_seeds

SEEDS = load_seeds()
KEY = "a" * 16


def codes(*names: str, year: str | None = "2022-01-01") -> dict[str, str]:
    return places_of(Facts(id="a", hash=KEY, published=year, places=names), SEEDS)[0]


def undecided(*names: str) -> dict[str, tuple[str, ...]]:
    return places_of(Facts(id="a", hash=KEY, places=names), SEEDS)[1]


def test_a_name_of_one_place_needs_no_context() -> None:
    assert codes("大连市", "大连", "辽宁省", "法国", "沙特", "延边州", "喀左县") == {
        "延边州": "222400", "喀左县": "211324",
        "大连市": "210200", "大连": "210200", "辽宁省": "210000", "法国": "FR", "沙特": "SA",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "context", "code"), [
    ("鼓楼区", "南京市", "320106"), ("鼓楼区", "徐州市", "320302"), ("鼓楼区", "福州市", "350102"),
    ("鼓楼区", "开封市", "410204"), ("鼓楼区", "福建省", "350102"), ("鼓楼区", "河南省", "410204"),
    ("铁西区", "沈阳市", "210106"), ("铁西区", "鞍山市", "210303"), ("铁西区", "四平市", "220302"),
    ("朝阳区", "北京市", "110105"), ("朝阳区", "长春市", "220104"), ("朝阳", "辽宁省", "211300"),
    ("海南", "海口市", "460000"), ("海南", "青海省", "632500"), ("长安区", "西安市", "610116"),
])  # fmt: skip
def test_the_article_decides(name: str, context: str, code: str) -> None:
    assert codes(name, context)[name] == code


def test_full_names_are_never_confused() -> None:
    assert codes("海南省", "海南藏族自治州", "吉林省", "吉林市") == {
        "海南省": "460000", "海南藏族自治州": "632500", "吉林省": "220000", "吉林市": "220200",
    }  # fmt: skip


def test_without_context_nothing_is_guessed() -> None:
    assert undecided("鼓楼区") == {"鼓楼区": ("320106", "320302", "350102", "410204")}
    assert undecided("鼓楼区", "江苏省") == {"鼓楼区": ("320106", "320302", "350102", "410204")}
    assert undecided("鼓楼区", "南京市", "福州市").keys() == {"鼓楼区"}
    assert undecided("吉林") == {"吉林": ("220000", "220200")}
    assert undecided("吉林", "长春市").keys() == {"吉林"}  # the province, or the other city of it


def test_decided_places_decide_others() -> None:
    # 双塔区 is one place, in 朝阳市; so 朝阳 is that city, not 朝阳区 of Beijing or 朝阳县.
    assert codes("朝阳", "双塔区") == {"朝阳": "211300", "双塔区": "211302"}
    # 北塔区 is one place, in 邵阳市; 大祥区 too; 城区 could be in three cities and none of them is named.
    assert codes("北塔区", "城区") == {"北塔区": "430511"}
    # 海南 is the province because of 海口; the districts follow from what was decided in the first round.
    assert codes("海南", "海口市", "鼓楼区", "南京市")["鼓楼区"] == "320106"


def test_former_names_keep_their_code_and_give_way_to_todays() -> None:
    assert codes("普兰店市")["普兰店市"] == "210282"
    assert codes("普兰店")["普兰店"] == "210214"
    assert codes("襄樊市")["襄樊市"] == "420600"
    # 清河区 of 淮安 ended in 2016; the one of 铁岭 stands.
    assert codes("清河区", "淮安市", year="2010-01-01")["清河区"] == "320802"
    assert codes("清河区", "淮安市", year="2022-01-01")["清河区"] == "211204"


def test_unknown_names_are_neither_decided_nor_open() -> None:
    assert (codes("桃花源市", "大阪"), undecided("桃花源市", "大阪")) == ({}, {})


def test_names_come_from_every_fact_that_names_places() -> None:
    facts = Facts(
        id="a", hash=KEY,
        posts=(PostFact(person="朝阳", org="西岗区委", title="书记"),
               PostFact(person="李强", org="中共营口市委员会", title="书记")),
        events=(EventFact(key="e1", name="会议", type="meeting", place="丹东市"),),
        participation=(ParticipationFact(event="e1", agent="锦州市", role="attended"),
                       ParticipationFact(event="e1", agent="德国", role="attended"),
                       ParticipationFact(event="e1", agent="朝阳", role="spoke")),
        agreements=(AgreementFact(title="协议", parties=("盘锦市", "大连商品交易所")),),
        groups=(GroupFact(name="沿海六市", members=("葫芦岛市",)),),
    )  # fmt: skip
    assert places_of(facts, SEEDS) == ({
        "西岗区": "210203", "营口市": "210800", "丹东市": "210600", "锦州市": "210700", "德国": "DE",
        "盘锦市": "211100", "葫芦岛市": "211400",
    }, {})  # fmt: skip


def test_the_resolution_lists_what_is_open() -> None:
    result = resolve([Facts(id="a", hash=KEY, places=("鼓楼区", "大连市"))], SEEDS)
    assert dict(result.places) == {(KEY, "大连市"): "210200"}
    assert result.undecided == ((KEY, "鼓楼区", ("320106", "320302", "350102", "410204")),)
