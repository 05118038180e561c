"""Drawn repairs: what stands in ⟦…⟧ is removed, and the map must point at everything else."""

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Span
from kg.read import canonical, read_one

SEED = Path(__file__).parents[2] / "seeds" / "articles" / "s01.txt"


def undrawn(drawing: str) -> tuple[str, list[int]]:
    """The raw text of a drawing, and the raw positions that are kept."""
    raw, kept = "", []
    for removed, text in re.findall(r"⟦([^⟧]*)⟧|([^⟦]+)", drawing):
        kept += range(len(raw), len(raw) + len(text))
        raw += removed or text
    return raw, kept


def check(drawing: str, expected: str) -> None:
    raw, kept = undrawn(drawing)
    text, offsets = canonical(raw)
    assert text == expected
    assert list(offsets) == [*kept, len(raw)]


@pytest.mark.parametrize(("drawing", "expected"), [
    # pinyin after its character, nested in a real bracket, several syllables, full width, decomposed
    ("兩區⟦(qū)⟧發⟦(fā)⟧展,", "两区发展，"),
    ("市縣(開放先導區⟦(qū)⟧)", "市县(开放先导区)"),
    ("靳國衛⟦(wèi)⟧,營口", "靳国卫，营口"),
    ("縣⟦(xiàn)⟧長⟦(zhǎng)⟧李昊", "县长李昊"),
    ("龜茲⟦(qiū cí)⟧古城", "龟兹古城"),
    ("區⟦（qū）⟧域", "区域"),
    ("區⟦(qu\u0304)⟧域", "区域"),
    ("旅⟦(lǚ)⟧游⟦(Yóu)⟧", "旅游"),
    ("人们⟦(men)⟧都", "人们都"),
    # real brackets stay
    ("第三届(4+3)峰会", "第三届(4+3)峰会"),
    ("哈尔滨电(记者吴兆飞)", "哈尔滨电(记者吴兆飞)"),
    ("世卫组织(who)和应用(app)", "世卫组织(who)和应用(app)"),
    ("居里(née)夫人", "居里(née)夫人"),
    ("(qū)在行首", "(qū)在行首"),
    # width, punctuation, quotes
    ("上午,⟦,⟧夏邑縣", "上午，夏邑县"),
    ("会议。⟦。⟧来源:甲;乙", "会议。来源：甲；乙"),
    ("２０２２年Ａ股（甲）", "2022年A股(甲)"),
    ("7,000亿元,9:30开始", "7,000亿元，9:30开始"),
    ("Daliandaily, a paper: x", "Daliandaily, a paper: x"),
    ("“一圈”「甲『乙』」\"丙\"", "“一圈”“甲‘乙’”“丙”"),
    ("他说\"好\",'走'。", "他说“好”，‘走’。"),
    ("乌拉孜别克•热苏力汗、艾尔肯．吐尼亚孜", "乌拉孜别克·热苏力汗、艾尔肯·吐尼亚孜"),
    ("二00四年、二○○五年、100人", "二〇〇四年、二〇〇五年、100人"),
    ("等等……——", "等等……——"),
    # invisible characters
    ("⟦\ufeff⟧大⟦\u200b⟧连⟦\u00ad⟧市⟦\x07⟧", "大连市"),
    ("第一行⟦\r⟧\n第二行", "第一行\n第二行"),
    # spaces
    ("⟦　　⟧省委 省政府⟦ ⟧\n⟦  ⟧二", "省委 省政府\n二"),
    ("副市长王⟦　⟧健、高⟦\u00a0⟧岗出席", "副市长王健、高岗出席"),
    ("、王⟦ ⟧健、", "、王健、"),
    ("区委常委 常务副区长高岗", "区委常委 常务副区长高岗"),
    ("《六城市 大连商品交易所协议》", "《六城市 大连商品交易所协议》"),
    ("副主任马⟦　⟧啸带领视察组，龙⟦　⟧宵就方案作说明", "副主任马啸带领视察组，龙宵就方案作说明"),
    ("\n王⟦　⟧健指出", "\n王健指出"),
    ("\n文　王华", "\n文 王华"),
    ("主持会议刘⟦　⟧峰；厅长龙⟦　⟧宵，委托龙⟦　⟧宵代为", "主持会议刘峰；厅长龙宵，委托龙宵代为"),
    ("记者王华　摄", "记者王华 摄"),
    ("主任　刘明主持", "主任 刘明主持"),
    ("编辑：张三　责编：李四", "编辑：张三 责编：李四"),
    ("2022⟦ ⟧年⟦ ⟧2⟦ ⟧月,⟦ ⟧会议", "2022年2月，会议"),
    # photo marks and @
    ("⟦█⟧徐乐江在现场", "徐乐江在现场"),
    ("⟦{IMG:1}⟧会场\n正文", "会场\n正文"),
    ("正文⟦[图]⟧\n后文", "正文\n后文"),
    ("⟦@⟧人民日报 a@b.com", "人民日报 a@b.com"),
    # compatibility characters from PDF copies
    ("⼤连⾏", "大连行"),
])
def test_drawn(drawing: str, expected: str) -> None:
    check(drawing, expected)


def test_a_caption_inside_a_line_gets_a_line_of_its_own() -> None:
    text, offsets = canonical("会议闭幕。▲图为会场 王华 摄")
    assert text.split("\n") == ["会议闭幕。", "图为会场 王华 摄"]
    assert offsets[text.index("\n")] == 5


def test_the_seed_keeps_its_words_and_loses_its_noise() -> None:
    article = read_one(SEED)
    assert len(article.raw) - len(article.text) == 466  # 96 pinyin marks
    assert "辽宁沿海经济带六城市科技创新共享平台建设协议" in article.text
    assert "锦州市委书记靳国卫，营口市委书记李强" in article.text
    assert not re.search(r"\([a-zà-ǜ]+\)", article.text)
    at = article.text.index("靳国卫")
    assert article.raw[slice(*article.raw_span(Span(at, at + 4)))] == "靳國衛(wèi),"


def test_every_line_of_the_seed_repaired_alone_is_the_same_line() -> None:
    article = read_one(SEED)
    begin = 0
    for line in article.text.split("\n"):
        if line:
            raw = article.raw[slice(*article.raw_span(Span(begin, begin + len(line))))]
            assert canonical(raw)[0] == line
        begin += len(line) + 1


# Pieces that keep their meaning wherever they stand, with what they become.
PIECES = {
    "區(qū)": "区", "發(fā)展": "发展", "市委書記": "市委书记", "李强": "李强", "出席。": "出席。",
    "(4+3)": "(4+3)", "２０２２年": "2022年", "\u200b大连": "大连", "《協議》": "《协议》", "、甲": "、甲",
    "\n": "\n", "“圈”": "“圈”", "@新华社": "新华社", "縣(xiàn)長(zhǎng)": "县长", "NMP": "NMP",
    "王　健、": "王健、", "█图片说明\n": "图片说明\n",
}


@settings(deadline=None)
@given(st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=40), st.data())
def test_raw_words_of_any_span_repair_to_its_canonical_words(pieces: list[str], data: st.DataObject) -> None:
    raw = "\n".join(pieces)
    text, offsets = canonical(raw)
    assert text == "\n".join(PIECES[piece] for piece in pieces)
    bounds = [0]
    for piece in pieces:
        bounds += [bounds[-1] + len(PIECES[piece]), bounds[-1] + len(PIECES[piece]) + 1]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(bounds), st.sampled_from(bounds))))
    if start < end:
        assert canonical(raw[offsets[start] : offsets[end - 1] + 1])[0] == text[start:end]


NOISE = st.text(alphabet=st.one_of(
    st.characters(), st.sampled_from("區(qū)，,。\n\r\t 　\u00a0█@\"'{}[]0○年王健、（）:;"),
), max_size=200)


@settings(max_examples=400, deadline=None)
@given(NOISE)
def test_any_text_is_repaired_with_a_rising_map(raw: str) -> None:
    text, offsets = canonical(raw)
    assert len(offsets) == len(text) + 1
    assert offsets[len(text)] == len(raw)
    assert all(first < second for first, second in itertools.pairwise(offsets))
    assert "\0" not in text
    for char, at in zip(text, offsets, strict=False):
        if char.isalnum() and raw[at].isascii():
            assert char == raw[at] or char == "〇"


@settings(max_examples=400, deadline=None)
@given(NOISE)
def test_a_repaired_text_is_already_repaired(raw: str) -> None:
    text, _ = canonical(raw)
    again, _ = canonical(text)
    assert again == text


@pytest.mark.parametrize(("drawing", "expected"), [
    # Two names of two characters side by side, and a whole name before one.
    ("副书记：盛⟦　⟧丰　叶⟦　⟧莉（女）。\n", "副书记：盛丰 叶莉(女)。\n"),
    ("副主席：吴国荣　杜⟦　⟧鹃（女）　梁⟦　⟧栋。\n", "副主席：吴国荣 杜鹃(女) 梁栋。\n"),
    ("副县长郎⟦　⟧咸⟦　⟧亨出席。\n", "副县长郎咸亨出席。\n"),
    # A padded title that begins a line of a list; inside a sentence the space stays.
    ("书⟦　⟧记：邬子衡\n市⟦　⟧长：颜立川。\n", "书记：邬子衡\n市长：颜立川。\n"),
])  # fmt: skip
def test_padding_in_lists_of_holders(drawing, expected):
    raw, _ = undrawn(drawing)
    assert canonical(raw)[0] == expected
