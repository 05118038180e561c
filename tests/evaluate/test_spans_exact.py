"""Every fact points at its words, and what does not is told."""

from typing import Any

import pytest

from kg.evaluate import spans_exact
from kg.model import Article, Facts, from_dict

TEXT = "省委副书记王 一出席会议。\n 一是抓好落实。"
ARTICLE = Article(id="x", text=TEXT, raw=TEXT, offsets=range(len(TEXT) + 1))


EDITOR = {"agent": "甲", "role": "editor"}
MEASURE = {"list": "a", "order": 1, "text": "抓好落实"}


def facts(**changes: Any) -> Facts:
    exact: dict[str, Any] = {
        "id": "x",
        "hash": ARTICLE.hash,
        "posts": [{"person": "王一", "org": "甲省委", "title": "副书记", "evidence": [[0, 8]]}],
        "measures": [{"list": "requirements", "order": 1, "text": "抓好落实", "evidence": [[17, 21]]}],
        "mentions": [{"name": "王一", "kind": "person", "span": [5, 8]},
                     {"name": "甲省委", "kind": "org", "span": [0, 2]}],
    }
    return from_dict({**exact, **changes}, "x")


def test_exact_spans() -> None:
    assert TEXT[17:21] == "抓好落实"
    assert spans_exact(ARTICLE, facts()) == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"posts": [{"person": "王一", "org": "甲省委", "title": "副书记"}]}, "posts[0] has no evidence"),
        ({"credits": [{**EDITOR, "evidence": [[20, 99]]}]}, "credits[0] span (20, 99)"),
        ({"credits": [{**EDITOR, "evidence": [[13, 15]]}]}, "credits[0] span (13, 15) is blank"),
        ({"measures": [{**MEASURE, "evidence": [[0, 3]]}]}, "measures[0] its text"),
        ({"mentions": [{"name": "李二", "kind": "person", "span": [5, 8]}]}, "mentions[0] '王一' is not"),
        ({"mentions": [{"name": "甲省委", "kind": "org", "span": [90, 92]}]}, "mentions[0] span (90, 92)"),
        ({"hash": "0" * 16}, "hash 0000000000000000"),
    ],
)
def test_what_is_wrong_is_told(changes: dict[str, Any], words: str) -> None:
    (problem,) = spans_exact(ARTICLE, facts(**changes))
    assert problem.startswith("x: ")
    assert words in problem
