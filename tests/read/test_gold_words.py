"""The words that the shared gold quotes are found in the canonical text, all of them."""

import json
from pathlib import Path

import pytest

from kg.read import read_one

SHARED = Path(__file__).parents[1] / "gold" / "shared"
IDS = sorted(path.stem for path in (SHARED / "articles").glob("*.txt"))


@pytest.mark.parametrize("name", IDS)
def test_quoted_words_and_publication_date(name: str) -> None:
    gold = json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    article = read_one(SHARED / "articles" / f"{name}.txt")
    assert [post["span"] for post in gold["posts"] if post["span"] not in article.text] == []
    assert gold["posts"]
    assert article.published == gold["published"]
