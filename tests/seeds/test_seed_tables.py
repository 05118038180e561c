"""The shipped tables: what a reader of Chinese news expects to find in them."""

from __future__ import annotations

import pytest

from kg.seeds import load_seeds, read_table

SEEDS = load_seeds()
SIX = {
    "大连市": ("210200", 1814068, 38.9122, 121.6022),
    "丹东市": ("210600", 2037885, 40.1292, 124.3947),
    "锦州市": ("210700", 2036425, 41.1078, 121.1417),
    "营口市": ("210800", 2033369, 40.6647, 122.2318),
    "盘锦市": ("211100", 2035516, 41.1210, 122.0739),
    "葫芦岛市": ("211400", 2036430, 40.7524, 120.8355),
}


def levels(level: str) -> int:
    return len({p.code for _, p in SEEDS.places.names() if p.level == level and not p.historical})


def test_the_whole_country_is_there() -> None:
    assert (levels("province"), levels("prefecture"), levels("county")) == (34, 333, 2847)


@pytest.mark.parametrize("name", SIX)
def test_the_six_coastal_cities(name: str) -> None:
    (place,) = SEEDS.places.by_name(name)
    assert (place.code, place.geonames, place.lat, place.lon) == SIX[name]
    assert place.parent == "210000"
    assert SEEDS.places.by_name(name[:-1])[0] is place


def test_every_province_and_prefecture_has_a_point_and_an_id() -> None:
    bare = [p.name for _, p in SEEDS.places.names()
            if p.level in ("province", "prefecture") and not p.historical and not (p.lat and p.geonames)]
    assert bare == []


def test_points_lie_in_china() -> None:
    wrong = [p.name for _, p in SEEDS.places.names() if p.level != "country" and p.lat is not None
             and not (3 < p.lat < 54 and 73 < (p.lon or 0) < 136)]
    assert wrong == []


@pytest.mark.parametrize(("name", "provinces"), [
    ("鼓楼区", {"320000", "350000", "410000"}),
    ("铁西区", {"210000", "220000"}),
])  # fmt: skip
def test_a_shared_name_gives_all_its_places(name: str, provinces: set[str]) -> None:
    places = SEEDS.places.by_name(name)
    assert len(places) > len(provinces) - 1
    assert {SEEDS.places.ancestors(p)[-1].code for p in places} == provinces


def test_one_short_name_of_province_city_and_prefecture() -> None:
    assert [p.name for p in SEEDS.places.by_name("吉林")] == ["吉林省", "吉林市"]
    assert [p.name for p in SEEDS.places.by_name("海南")][:2] == ["海南省", "海南藏族自治州"]
    assert {p.name for p in SEEDS.places.by_name("朝阳")} == {"朝阳市", "朝阳区", "朝阳县"}


def test_former_names_are_found_and_flagged() -> None:
    (old,) = SEEDS.places.by_name("普兰店市")
    assert (old.code, old.historical, old.valid_to, old.replaced_by) == ("210282", True, "2015", "210214")
    assert SEEDS.places.by_name("普兰店") == SEEDS.places.by_name("普兰店区")
    renamed = {n: SEEDS.places.by_name(n)[0].replaced_by for n in ("锦西市", "旅大市", "襄樊市")}
    assert renamed == {"锦西市": "211400", "旅大市": "210200", "襄樊市": "420600"}
    today = SEEDS.places.by_code("211400")
    assert today is not None
    assert (today.name, today.valid_from) == ("葫芦岛市", "1994")


def test_every_former_place_leads_to_one_of_today() -> None:
    for _, place in SEEDS.places.names():
        if place.historical:
            following = SEEDS.places.by_code(place.replaced_by or "")
            assert following is not None and not following.historical, place


def test_a_contraction_is_as_good_as_the_full_name() -> None:
    codes = {name: [p.code for p in SEEDS.places.by_full_name(name)] for name in
             ("延边州", "喀左县", "宽甸县", "大连市", "大连", "法国", "沙特", "朝阳区")}  # fmt: skip
    assert codes == {
        "延边州": ["222400"], "喀左县": ["211324"], "宽甸县": ["210624"], "大连市": ["210200"], "大连": [],
        "法国": ["FR"], "沙特": ["SA"], "朝阳区": ["110105", "220104"],
    }  # fmt: skip


def test_ancestors_go_up_to_the_province() -> None:
    (pulandian,) = SEEDS.places.by_name("普兰店区")
    assert [p.name for p in SEEDS.places.ancestors(pulandian)] == ["大连市", "辽宁省"]
    (chaoyang,) = (p for p in SEEDS.places.by_name("朝阳区") if p.code.startswith("11"))
    assert [p.name for p in SEEDS.places.ancestors(chaoyang)] == ["北京市"]


def test_unknown_names_and_codes_give_nothing() -> None:
    assert SEEDS.places.by_name("桃花源市") == ()
    assert SEEDS.places.by_name("辽") == ()
    assert SEEDS.places.by_code("219999") is None


def test_abbreviations_prefer_the_province() -> None:
    names = {a: SEEDS.abbreviations[a].name for a in "辽沪京津渝粤鄂湘皖赣甘青疆吉黑宁连"}
    assert names["宁"] == "宁夏回族自治区"
    assert (names["沪"], names["渝"], names["连"], names["疆"]) == (
        "上海市", "重庆市", "大连市", "新疆维吾尔自治区",
    )  # fmt: skip


def test_countries_and_cities_abroad() -> None:
    assert len(SEEDS.countries) >= 195
    assert (SEEDS.countries["FR"].name, SEEDS.countries["FR"].capital) == ("法国", "巴黎")
    assert "法" in SEEDS.countries["FR"].short_forms
    (saudi,) = SEEDS.places.by_name("沙特")
    assert (saudi.code, saudi.level) == ("SA", "country")
    assert SEEDS.places.by_name("法兰西共和国") == SEEDS.places.by_name("法国")
    assert "TW" not in SEEDS.countries and SEEDS.places.by_name("台湾")[0].code == "710000"
    assert (SEEDS.cities["仁川"].country, SEEDS.cities["仁川"].en) == ("KR", "Incheon")


# The 24 surnames of 51 that a general pinyin reader gets wrong.
SURNAMES = (
    "单Shàn 仇Qiú 解Xiè 曾Zēng 查Zhā 区Ōu 朴Piáo 覃Qín 盖Gě 翟Zhái 缪Miào 卜Bǔ 员Yùn 种Chóng 薄Bó 祭Zhài "
    "折Shé 秘Bì 洗Xiǎn 乐Yuè 召Shào 黑Hè 能Nài 隗Wěi 范Fàn 余Yú 于Yú 沈Shěn 叶Yè"
)


def test_surnames_read_as_surnames() -> None:
    assert len(SEEDS.surnames) >= 480
    for pair in SURNAMES.split():
        assert SEEDS.surnames[pair[0]] == pair[1:]
    assert [SEEDS.surnames[s] for s in ("欧阳", "尉迟", "万俟")] == ["Ōuyáng", "Yùchí", "Mòqí"]


def test_words_that_are_rare_surnames_are_marked() -> None:
    assert {"是", "海", "位"} <= SEEDS.rare_surnames
    assert not {"王", "李", "单", "欧阳"} & SEEDS.rare_surnames


def test_given_names_score_above_common_words() -> None:
    def score(text: str) -> float:
        return sum(SEEDS.given.get(c, -5.0) for c in text) / len(text)

    names = ["玉亭", "绍旺", "伟东", "海洋", "云峰"]
    words = ["出席", "主持", "讲话", "表示", "率队"]
    assert min(map(score, names)) > 0 > max(map(score, words))
    assert len(SEEDS.given) <= 3000


def test_place_readings_stand_in_the_gazetteer() -> None:
    assert [n for n in SEEDS.place_pinyin if not SEEDS.places.by_name(n)] == []
    assert SEEDS.place_pinyin["浚县"] == ("xùn", "xiàn")
    assert SEEDS.place_pinyin["六安市"][:2] == ("lù", "ān")


ORDER = {
    "places.csv": ("code",),
    "place_aliases.csv": ("name",),
    "place_changes.csv": ("old_code", "year", "old_name"),
    "countries.csv": ("code",),
    "world_cities.csv": ("country",),
    "surnames.csv": ("surname",),
    "given_names.csv": ("character",),
    "pinyin_places.csv": ("name",),
    "pinyin_given.csv": ("character",),
    "hant_names.csv": ("kind", "text"),
    "words.csv": ("word",),
}


@pytest.mark.parametrize("table", ORDER)
def test_tables_are_sorted_so_that_changes_show(table: str) -> None:
    path = SEEDS.folder / table
    rows = read_table(path, tuple(path.read_text(encoding="utf-8").splitlines()[0].split(",")))
    keys = [tuple(row[column] for column in ORDER[table]) for row in rows]
    assert keys == sorted(keys)
    assert len(rows) > 25
    assert table in (SEEDS.folder / "sources.md").read_text(encoding="utf-8")
