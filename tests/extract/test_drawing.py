"""The notation itself: a drawing that is wrong is seen to be wrong."""

import pytest
from drawing import Drawing, drawn

RIGHT = """
# right
[江苏省委常委]、[南京市委书记]{周怀远}<出席>第三届论坛。
  post 周怀远 | 江苏省委 | 常委
  post 周怀远 | 南京市委 | 书记
  attended 周怀远
"""


def case(change: str, to: str) -> Drawing:
    assert change in RIGHT
    return drawn(RIGHT.replace(change, to))[0]


def test_the_right_drawing_has_no_mistakes() -> None:
    assert drawn(RIGHT)[0].mistakes() == []


@pytest.mark.parametrize(("change", "to", "mistake"), [
    ("| 常委", "| 委员", "missing: post 周怀远 | 江苏省委 | 委员"),
    ("  post 周怀远 | 江苏省委 | 常委\n", "", "too much: post 周怀远 | 江苏省委 | 常委"),
    ("  attended 周怀远\n", "  no role\n", "too much: attended 周怀远"),
    ("  attended 周怀远\n", "  chaired 周怀远\n", "missing: chaired 周怀远"),
    ("[江苏省委常委]", "江[苏省委常委]", "no evidence: 苏省委常委"),
    ("[江苏省委常委]", "江苏省委常委", "rests on words not drawn: post 周怀远 | 江苏省委 | 常委"),
    ("{周怀远}", "{周怀}远", "no person: 周怀"),
    ("{周怀远}", "{周怀}远", "not drawn as a person: 周怀远"),
    ("<出席>第三届", "出席<第三届>", "not inside evidence: 第三届"),
])
def test_a_wrong_drawing_is_a_mistake(change: str, to: str, mistake: str) -> None:
    assert mistake in case(change, to).mistakes()


def test_drawn_spans_are_those_of_the_repaired_text() -> None:
    noisy = drawn("""
# noisy
[江蘇省(shěng)委常委]、[南京市委書(shū)記(jì)]{周懷遠}到場。
  post 周怀远 | 江苏省委 | 常委
  post 周怀远 | 南京市委 | 书记
""")
    assert noisy[0].mistakes() == []


@pytest.mark.parametrize("wrong", [
    "# no facts\n只有句子。\n", "# no text\n  no post\n", "# no kind\n句子。\n  pots 甲 | 乙 | 丙\n",
    "# open\n{句子。\n  no post\n", "# crossed\n{句[子}。]\n  no post\n", "no name\n  no post\n",
])
def test_a_drawing_that_cannot_be_read_is_refused(wrong: str) -> None:
    with pytest.raises(AssertionError):
        drawn(wrong)
