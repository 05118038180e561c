"""What changed from one build to another: facts, dates, people, and the quads as an RDF patch."""

from __future__ import annotations

import gzip
import json

import pytest

import kg
from kg.build.diff import diff, patch
from kg.errors import SourceError

MEETING = "2022年5月4日，抚顺市市长高键主持召开推进会议。"
VISIT = "2023年7月8日，大连市市长陈绍旺会见抚顺市市长高键。"


def built(folder, texts, decided=""):
    sources = folder / "articles"
    sources.mkdir(parents=True)
    decisions = folder / "decisions.jsonl"
    decisions.write_text(decided)
    for name, text in texts.items():
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
    kg.build([sources], decisions=decisions).write(folder / "exports")
    return folder / "exports"


def quads(folder):
    return set(gzip.decompress((folder / "graph.nq.gz").read_bytes()).decode().splitlines())


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    return built(tmp_path_factory.mktemp("old"), {"a": MEETING, "b": VISIT})


def test_a_build_does_not_differ_from_itself(old):
    assert diff(old, old) == ()
    assert list(patch(old, old)) == ["TX .", "TC ."]


def test_facts_of_a_new_article_are_new_and_those_of_one_left_out_withdrawn(old, tmp_path):
    less = built(tmp_path, {"a": MEETING})
    gone = diff(old, less)
    assert {change.what for change in gone} == {"withdrawn"}
    assert {change.article for change in gone} == {"b"}
    assert "陈绍旺 | 大连市政府 | 市长" in {change.said for change in gone if change.kind == "posts"}
    come = diff(less, old)
    assert {change.what for change in come} == {"new"}
    assert {(each.kind, each.said) for each in come} == {(each.kind, each.said) for each in gone}


def test_another_date_and_another_post_of_one_article(old, tmp_path):
    moved, promoted = MEETING.replace("5月4日", "5月6日"), VISIT.replace("大连市市长", "大连市委书记")
    other = built(tmp_path, {"a": moved, "b": promoted})
    changes = diff(old, other)
    assert [(each.what, each.before, each.after) for each in changes if each.article == "a"] == [
        ("re-dated", "2022-05-04", "2022-05-06")
    ]
    assert [(each.what, each.said) for each in changes if each.kind == "posts"] == [
        ("new", "陈绍旺 | 大连市委 | 书记"), ("withdrawn", "陈绍旺 | 大连市政府 | 市长")
    ]  # fmt: skip


def test_a_person_is_re_identified_by_a_decision(tmp_path):
    texts = {"a": MEETING, "b": "2023年7月8日，本溪市市长高键会见来宾。"}
    apart = built(tmp_path / "apart", texts)
    report = json.loads((apart / "report.json").read_bytes())
    hashes = [article["hash"] for article in report["articles"]]
    same = {"decision": "same", "name": "高键", "articles": hashes,
            "date": "2024-01-02", "by": "x", "reason": "x"}  # fmt: skip
    together = built(tmp_path / "together", texts, json.dumps(same))
    (change,) = diff(apart, together)
    assert (change.what, change.kind, change.said) == ("re-identified", "persons", "高键")
    assert change.before != change.after
    assert change.before.startswith("<https://kg.example/person/")


def test_the_patch_turns_one_into_the_other(old, tmp_path):
    new = built(tmp_path, {"b": VISIT.replace("7月8日", "7月9日"), "c": MEETING})
    first, *lines, last = patch(old, new)
    assert (first, last) == ("TX .", "TC .")
    gone = {line[2:] for line in lines if line.startswith("D ")}
    come = {line[2:] for line in lines if line.startswith("A ")}
    assert len(gone) + len(come) == len(lines)
    assert gone
    assert come
    assert quads(old) - gone | come == quads(new)


def test_one_more_event_of_a_name_is_new_and_not_re_dated(tmp_path):
    def of(*days):
        events = [{"key": f"e{day}", "name": "推进会", "type": "meeting", "date": f"2022-05-0{day}"}
                  for day in days]  # fmt: skip
        (tmp_path / "hand.json").write_text(json.dumps({"id": "hand", "events": events}))
        folder = tmp_path / "".join(map(str, days))
        kg.build([tmp_path / "hand.json"]).write(folder)
        return folder

    once, moved, twice = of(4), of(6), of(4, 6)
    assert [(each.what, each.before, each.after) for each in diff(once, moved)] == [
        ("re-dated", "2022-05-04", "2022-05-06")
    ]
    assert [(each.what, each.before, each.after) for each in diff(once, twice)] == [("new", "", "")]


@pytest.mark.parametrize("spoil", ["facts.jsonl", "graph.nq.gz"])
def test_a_folder_that_is_no_build_is_named(old, tmp_path, spoil):
    other = built(tmp_path, {"a": MEETING})
    (other / spoil).write_bytes(b"\xff")
    with pytest.raises(SourceError, match=spoil):
        diff(old, other)
    with pytest.raises(SourceError, match="no-build"):
        diff(old, tmp_path / "no-build")
