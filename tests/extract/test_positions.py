"""Spans by position, clauses, and names found again: what every phenomenon asks."""

from __future__ import annotations

import pytest

from kg.extract.occurrences import occurrences
from kg.extract.sentences import clause_end, clause_start, split_sentences, works
from kg.extract.spans import InOrder, Spans
from kg.model import Span

COVER = Spans([Span(5, 8), Span(2, 4), Span(7, 10)])


def test_a_place_is_covered_or_not() -> None:
    assert [at for at in range(12) if COVER.covers(at)] == [2, 3, 5, 6, 7, 8, 9]


def test_a_span_meets_or_is_held() -> None:
    assert [COVER.meets(Span(*pair)) for pair in ((0, 2), (3, 5), (4, 5))] == [False, True, False]
    assert [COVER.holds(Span(*pair)) for pair in ((5, 10), (3, 6), (9, 11))] == [True, False, False]


def test_things_are_found_by_where_they_begin() -> None:
    ordered = InOrder(["丙", "甲", "乙"], lambda name: Span(" 甲乙丙".index(name), 9))
    assert ordered.all == ("甲", "乙", "丙")
    assert ordered.starting(1, 3) == ("甲", "乙")
    assert [ordered.count_before(at) for at in (0, 1, 2, 9)] == [0, 0, 1, 3]


@pytest.mark.parametrize("more", [0, 200])
def test_names_are_found_again_however_many_there_are(more: int) -> None:
    names = ["王小明", "小明", "李四", *(f"无{chr(0x5000 + n)}" for n in range(more))]
    found = occurrences("李四见王小明，李四说。", names)
    assert found == [(Span(3, 6), "王小明"), (Span(4, 6), "小明"), (Span(0, 2), "李四"), (Span(7, 9), "李四")]


def test_a_clause_ends_at_its_marks_and_at_the_limits() -> None:
    text = "甲来，乙去；丙在。"
    at = text.index("乙")
    assert text[clause_start(text, 0, at) : clause_end(text, at, len(text))] == "乙去"
    assert (clause_start(text, 1, 2), clause_end(text, at, at + 1)) == (1, at + 1)
    assert text[clause_start(text, 0, at, "。") : clause_end(text, at, len(text), "。")] == text[:-1]


def test_a_run_without_a_full_stop_is_cut_at_a_comma() -> None:
    text = "市长张三出席，" * 400
    pieces = [text[slice(*sentence.span)] for sentence in split_sentences(text)]
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 1000
    assert all(piece.endswith("，") for piece in pieces)
    assert [sentence.span for sentence in split_sentences("无" * 1500)] == [Span(0, 1000), Span(1000, 1500)]


def test_a_title_that_never_closes_hides_no_later_one() -> None:
    text = "《没有结束的题目。" + "一段话。" * 40 + "通过《工作要点》。"
    assert [text[slice(*span)] for span in works(text)] == ["《工作要点》"]
    assert works("《甲《乙》丙》")[0] == Span(0, 7)
