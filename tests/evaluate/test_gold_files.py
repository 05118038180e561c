"""Gold is read strictly: a misspelt key would silently lower the bar."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from evaluate_sample import GOLD

from kg.errors import FactsError
from kg.evaluate import gold_from_dict, load_gold


def test_answers_are_lists_and_null_is_empty() -> None:
    gold = gold_from_dict(GOLD, "x1", "x1.json")
    assert gold.of("posts")[1]["title"] == ("书记", "市委书记")
    assert gold.of("posts")[1].first("person") == "王一"
    assert gold.of("events")[1]["date"] == ()
    assert gold.of("events")[1].first("date") == ""
    assert [row.inferred for row in gold.of("posts")] == [False, False, False, False, True]
    assert gold.of("events")[2].planned
    assert gold.measures == {"requirements": ("统筹协调", "聚焦重点")}


def test_unannotated_kinds_are_told_from_empty_ones() -> None:
    gold = gold_from_dict({"id": "x", "posts": [], "orgs": []}, "x", "x.json")
    assert set(gold.rows) == {"posts"}
    assert gold.orgs == ()
    assert gold.places is None
    assert gold.measures is None


def test_id_is_the_file_stem(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(orjson.dumps(GOLD))
    (tmp_path / "a.json").write_bytes(orjson.dumps(GOLD))
    (tmp_path / "notes.txt").write_text("no gold")
    loaded = load_gold(tmp_path)
    assert list(loaded) == ["a", "b"]
    assert loaded["a"].id == "a"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"post": []}, "unknown key 'post'"),
        ({"posts": [{"person": "王一", "org": "甲", "title": "长", "orgs": "乙"}]}, "unknown key 'orgs'"),
        ({"posts": [{"person": "王一", "org": "甲"}]}, "lacks title"),
        ({"posts": {}}, "posts must be a list"),
        ({"posts": [1]}, "must be an object"),
        ({"posts": [{"person": 1, "org": "甲", "title": "长"}]}, "must be a string, a list of strings"),
        ({"participation": [{"event": "e1", "agent": "甲", "role": "atended"}]}, "role is"),
        ({"events": [{"key": "e1", "name": "甲", "type": "party"}]}, "type is"),
        ({"credits": [{"agent": "甲", "role": "author"}]}, "role is"),
        ({"measures": []}, "must be an object of lists"),
    ],
)
def test_broken_gold_names_its_place(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(FactsError, match=words) as caught:
        gold_from_dict({**GOLD, **changes}, "x1", "gold/x1.json")
    assert str(caught.value).startswith("gold/x1.json")
    assert "\n" not in str(caught.value)


def test_broken_files(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="holds no gold"):
        load_gold(tmp_path)
    (tmp_path / "x.json").write_text("{")
    with pytest.raises(FactsError, match=r"x\.json: not readable as JSON"):
        load_gold(tmp_path)
    (tmp_path / "x.json").write_text("[]")
    with pytest.raises(FactsError, match="gold must be an object"):
        load_gold(tmp_path)
