"""A fault of ours in one article is told, and stops nothing else."""

from __future__ import annotations

import importlib
import shutil
from pathlib import Path

import kg

SEED = Path(__file__).parents[2] / "seeds" / "articles" / "s01.txt"
GATHER = importlib.import_module("kg.build.gather")


def test_an_article_on_which_extract_fails_is_left_out_and_named(tmp_path, monkeypatch):
    shutil.copy(SEED, tmp_path / "good.txt")
    (tmp_path / "bad.txt").write_text("5月4日，抚顺市市长高键出席会议。", encoding="utf-8")
    extract = GATHER.extract

    def failing(article: kg.Article) -> kg.Facts:
        if article.id == "bad":
            raise ZeroDivisionError("so it happened")
        facts: kg.Facts = extract(article)
        return facts

    monkeypatch.setattr(GATHER, "extract", failing)
    built = kg.build([tmp_path])
    assert [facts.id for facts in built.facts] == ["good"]
    (failure,) = built.failures
    assert failure.place == str(tmp_path / "bad.txt")
    line = str(failure.error)
    assert "kg itself failed on it (ZeroDivisionError: so it happened, test_build_faults.py:" in line
    assert "; leave it out, and report it with the article" in line
