"""Names in four forms: readings and traditional forms that a general converter gets wrong."""

from __future__ import annotations

import pytest

from kg.labels import labels, split_name
from kg.seeds import load_seeds

SEEDS = load_seeds()


def forms(name: str, kind: str) -> dict[str, str]:
    return dict(labels(name, kind))


def pinyin(name: str, kind: str) -> str:
    return forms(name, kind)["zh-Latn-pinyin"]


@pytest.mark.parametrize(("name", "expected"), [
    ("单田芳", "Shàn Tiánfāng"), ("仇和", "Qiú Hé"), ("解学智", "Xiè Xuézhì"), ("区宁", "Ōu Níng"),
    ("曾庆红", "Zēng Qìnghóng"), ("查良镛", "Zhā Liángyōng"), ("朴槿惠", "Piáo Jǐnhuì"),
    ("覃志刚", "Qín Zhìgāng"),
    ("盖如垠", "Gě Rúyín"), ("翟天临", "Zhái Tiānlín"), ("薄熙来", "Bó Xīlái"), ("单霁翔", "Shàn Jìxiáng"),
    ("欧阳修", "Ōuyáng Xiū"), ("诸葛亮", "Zhūgě Liàng"), ("尉迟恭", "Yùchí Gōng"), ("万俟元", "Mòqí Yuán"),
    ("段干鹏", "Duàn Gànpéng"), ("陈冯富珍", "Chén Féng Fùzhēn"), ("白玛赤林", "Báimǎchìlín"),
    ("曹长贵", "Cáo Chángguì"), ("赵子长", "Zhào Zǐcháng"), ("王西安", "Wáng Xī'ān"), ("吕平", "Lǚ Píng"),
    ("阿里·哈梅内伊", "Ālǐ Hāméinèiyī"), ("于保和", "Yú Bǎohé"), ("靳国卫", "Jìn Guówèi"),
])  # fmt: skip
def test_persons_are_read_with_their_surname(name: str, expected: str) -> None:
    assert pinyin(name, "person") == expected


def test_a_character_is_read_as_a_surname_only_in_front() -> None:
    assert pinyin("李单", "person") == "Lǐ Dān"
    assert pinyin("单李", "person") == "Shàn Lǐ"


@pytest.mark.parametrize(("name", "expected"), [
    ("大连市", "Dàlián Shì"), ("大连", "Dàlián"), ("葫芦岛市", "Húlúdǎo Shì"), ("浚县", "Xùn Xiàn"),
    ("六安市", "Lù'ān Shì"), ("六安", "Lù'ān"), ("六合区", "Lùhé Qū"), ("闵行区", "Mǐnháng Qū"),
    ("漯河市", "Luòhé Shì"), ("朝阳市", "Cháoyáng Shì"), ("长治市", "Chángzhì Shì"),
    ("长子县", "Zhǎngzǐ Xiàn"),
    ("涡阳县", "Guōyáng Xiàn"), ("珲春市", "Húnchūn Shì"), ("甘井子区", "Gānjǐngzǐ Qū"),
    ("单县", "Shàn Xiàn"),
    ("台州市", "Tāizhōu Shì"), ("乐清市", "Yuèqīng Shì"), ("乐亭县", "Làotíng Xiàn"), ("西安", "Xī'ān"),
    ("蚌埠市", "Bèngbù Shì"), ("铅山县", "Yánshān Xiàn"), ("番禺区", "Pānyú Qū"), ("东阿县", "Dōng'ē Xiàn"),
    ("延边朝鲜族自治州", "Yánbiān Cháoxiǎnzú Zìzhìzhōu"), ("内蒙古自治区", "Nèiměnggǔ Zìzhìqū"),
    ("恩施土家族苗族自治州", "Ēnshī Tǔjiāzú Miáozú Zìzhìzhōu"), ("浦东新区", "Pǔdōng Xīnqū"),
    ("东乡族自治县", "Dōngxiāngzú Zìzhìxiàn"), ("香港特别行政区", "Xiānggǎng Tèbié Xíngzhèngqū"),
    ("延边州", "Yánbiān Zhōu"), ("喀左县", "Kāzuǒ Xiàn"), ("法兰西共和国", "Fǎlánxīgònghéguó"),
    ("锦西市", "Jǐnxī Shì"), ("高新区", "Gāoxīn Qū"), ("城区", "Chéng Qū"), ("法国", "Fǎguó"),
])  # fmt: skip
def test_places_are_read_as_places(name: str, expected: str) -> None:
    assert pinyin(name, "place") == expected


def test_the_reading_of_a_place_needs_the_place() -> None:
    assert pinyin("浚县县委", "org") == "Xùn Xiàn Xiànwěi"
    assert pinyin("特大城市规划", "work").startswith("tè dà chéngshì")  # not 大城 Dàichéng


@pytest.mark.parametrize(("name", "expected"), [
    ("大连市委", "Dàlián Shìwěi"), ("辽宁省委", "Liáoníng Shěngwěi"), ("大连市政府", "Dàlián Shì Zhèngfǔ"),
    ("葫芦岛市政协", "Húlúdǎo Shì Zhèngxié"), ("六安市人大常委会", "Lù'ān Shì Réndà Chángwěihuì"),
    ("中国驻坦桑尼亚使馆", "Zhōngguó Zhù Tǎnsāngníyà Shǐguǎn"), ("延边州委", "Yánbiān Zhōuwěi"),
    ("中共六安市委", "Zhōnggòng Lù'ān Shìwěi"), ("大连商品交易所", "Dàlián Shāngpǐn Jiāoyìsuǒ"),
])  # fmt: skip
def test_organisations_are_words_with_capitals(name: str, expected: str) -> None:
    assert pinyin(name, "org") == expected


def test_other_kinds_are_plain_words() -> None:
    assert pinyin("市委书记", "post") == "shìwěi shūjì"
    assert pinyin("辽宁沿海经济带建设2022年工作要点", "work") == (
        "Liáoníng yánhǎi jīngjìdài jiànshè 2022 nián gōngzuò yàodiǎn"
    )
    assert pinyin("跨地区、跨部门", "measure") == "kuà dìqū, kuà bùmén"


SIX = {"大连市": "大連市", "丹东市": "丹東市", "锦州市": "錦州市", "营口市": "營口市", "盘锦市": "盤錦市",
       "葫芦岛市": "葫蘆島市"}  # fmt: skip
PLACES = {"沈阳市": "瀋陽市", "于洪区": "于洪區", "范县": "范縣", "余姚市": "餘姚市", "新余市": "新余市",
          "烟台市": "煙臺市", "台州市": "台州市", "天台县": "天台縣", "杭锦后旗": "杭錦後旗",
          "湖里区": "湖里區",
          "江干区": "江干區", "新干县": "新干縣", "满洲里市": "滿洲里市", "乾县": "乾縣", "浚县": "浚縣",
}  # fmt: skip
PERSONS = {"范长江": "范長江", "余云峰": "余雲峰", "于丹": "于丹", "沈岳": "沈岳", "叶剑英": "葉劍英",
           "钟南山": "鍾南山", "姜文": "姜文", "岳飞": "岳飛", "谷牧": "谷牧", "涂光": "涂光",
           "游本昌": "游本昌",
           "刘乾": "劉乾", "毕昇": "畢昇", "王汎森": "王汎森", "单田芳": "單田芳", "郁达夫": "郁達夫",
           "欧阳修": "歐陽修", "阿里·哈梅内伊": "阿里·哈梅內伊"}  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "expected"), [
    *((k, "place", v) for k, v in {**SIX, **PLACES}.items()),
    *((k, "person", v) for k, v in PERSONS.items()),
    ("沈阳市委", "org", "瀋陽市委"), ("皇后与先后", "event", "皇后與先後"),
])  # fmt: skip
def test_traditional_forms(name: str, kind: str, expected: str) -> None:
    assert forms(name, kind)["zh-Hant"] == expected


def test_no_surname_changes_into_a_word() -> None:
    wrong = {s: forms(s + "伟", "person")["zh-Hant"][0] for s in "范余于沈姜岳谷涂游郁朴种后干"}
    assert {s: h for s, h in wrong.items() if s != h} == {}


def test_a_traditional_name_is_simplified_first() -> None:
    assert forms("單霽翔", "person")["zh-Hans"] == "单霁翔"
    assert pinyin("單霽翔", "person") == "Shàn Jìxiáng"
    assert forms("長春市", "place") == forms("长春市", "place")


def test_english_comes_from_the_table_and_only_where_it_is_sure() -> None:
    assert forms("大连市", "place")["en"] == "Dalian"
    assert forms("延边朝鲜族自治州", "place")["en"] == "Yanbian Korean Autonomous Prefecture"
    assert forms("仁川", "place")["en"] == "Incheon"
    assert forms("朝阳区", "place")["en"] == "Chaoyang District"  # two districts, one English name
    assert "en" not in forms("朝阳", "place")  # a city, two districts, a county
    assert "en" not in forms("胡玉亭", "person")
    assert "en" not in forms("大连市委", "org")


def test_languages_come_in_one_order_and_pinyin_needs_chinese() -> None:
    assert [tag for tag, _ in labels("大连市", "place")] == ["zh-Hans", "zh-Hant", "zh-Latn-pinyin", "en"]
    assert labels("ABB", "org") == (("zh-Hans", "ABB"), ("zh-Hant", "ABB"))
    with pytest.raises(ValueError, match="kind 'city'"):
        labels("大连市", "city")


def test_names_split_into_surname_and_given_name() -> None:
    assert split_name("司马光", SEEDS) == ("司马", "光")
    assert split_name("单于", SEEDS) == ("单", "于")
    assert split_name("普布", SEEDS)[0] in SEEDS.surnames
    assert split_name("阿里·哈梅内伊", SEEDS) == ("", "阿里·哈梅内伊")


def test_every_place_has_as_many_syllables_as_characters() -> None:
    for name, place in SEEDS.places.names():
        letters = sum(c.isalpha() for c in pinyin(name, "place"))
        assert letters >= len(name), (name, place)
    assert len(list(SEEDS.places.names())) > 7000
