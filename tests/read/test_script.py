"""Script: what changes, and what keeps its character."""

import pytest

from kg.read import canonical
from kg.read.script import STANDARD


@pytest.mark.parametrize(("raw", "expected"), [
    ("瀋陽市長會見葫蘆島市委書記", "沈阳市长会见葫芦岛市委书记"),
    # a traditional text with simplified strays
    ("大連市領導郭云峰、于保和出席會議并先后發言", "大连市领导郭云峰、于保和出席会议并先后发言"),
    # names keep their character where a title or a sign introduces them, and wherever they return
    ("市長劉乾、副市長陳志昇出席。劉乾說，要提昇質量。", "市长刘乾、副市长陈志昇出席。刘乾说，要提升质量。"),
    ("歐陽乾教授、王汎森教授發言", "欧阳乾教授、王汎森教授发言"),
    ("記者魏徵、李徵報導", "记者魏徵、李徵报导"),
    ("市委書記涂於川出席，關於此，涂於川說", "市委书记涂於川出席，关于此，涂於川说"),
    ("任命李啟昇，免去黃國乾的職務", "任命李启昇，免去黄国乾的职务"),
    # the same characters in ordinary words
    ("乾燥、徵求意見、特徵、對於、夥伴、秘書", "干燥、征求意见、特征、对于、伙伴、秘书"),
    ("陝西乾縣、吉林乾安縣、乾隆年間", "陕西乾县、吉林乾安县、乾隆年间"),
    ("臨安於潛鎮、建德乾潭鎮", "临安於潜镇、建德乾潭镇"),
    # 著 is a particle in traditional text, and a word of its own
    ("沿著運河、看著、有著落", "沿着运河、看着、有着落"),
    ("成效顯著、著名學者、編著", "成效显著、著名学者、编著"),
])
def test_traditional_text(raw: str, expected: str) -> None:
    assert canonical(raw)[0] == expected


@pytest.mark.parametrize("text", [
    "毕昇、李乾、王汎森在乾县和乾安县", "樊於期、魏徵", "成效显著，著名学者编著",
    "副市长郑暐炜", "台湾、里程、皇后、先后、划船", "".join(STANDARD),
])
def test_simplified_text_stays_as_it_is(text: str) -> None:
    assert canonical(text)[0] == text


def test_a_simplified_text_that_quotes_a_traditional_word_keeps_its_names() -> None:
    assert canonical("毕昇的故事载于《中國》一书，反响热烈")[0] == "毕昇的故事载于《中国》一书，反响热烈"


def test_the_script_is_told_by_the_majority() -> None:
    assert canonical("會議在遼寧召開，郭云峰出席，提昇效能")[0] == "会议在辽宁召开，郭云峰出席，提升效能"
    assert canonical("会议在辽宁召开，參加者提昇效能")[0] == "会议在辽宁召开，参加者提昇效能"
