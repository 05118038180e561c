"""The annotated articles keep their form, and the check that says so can fail."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from check_gold import FOLDERS, HERE, file_problems, folder_problems, plain


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_gold_file_keeps_its_form(folder: Path) -> None:
    assert folder_problems(folder) == []


def test_no_held_article_is_among_those_that_rules_are_tuned_on() -> None:
    numbers = {
        part: {int(path.stem[1:]) for path in (HERE / "own" / part / "gold").glob("*.json")}
        for part in ("tuning", "later", "opened", "held")
    }
    assert numbers["held"] == {*range(80, 96), *range(100, 116)}
    assert max(numbers["tuning"] | numbers["later"] | numbers["opened"]) < 80
    assert {number % 3 for number in numbers["opened"]} == {0}
    assert {number % 3 for number in numbers["tuning"] | numbers["later"]} == {1, 2}


def _broken(tmp_path: Path, change: dict[str, Any]) -> list[str]:
    source = HERE / "shared"
    for part, name in (("articles", "s01.txt"), ("gold", "s01.json")):
        (tmp_path / part).mkdir()
        shutil.copy(source / part / name, tmp_path / part / name)
    gold_file = tmp_path / "gold" / "s01.json"
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    gold.update(change)
    gold_file.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return file_problems(gold_file)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"orgs": []}, "in neither orgs nor places"),
        ({"genre": "novel"}, "genre novel"),
        ({"credits": [{"agent": "王涛", "role": "poet"}]}, "role 'poet' is not allowed"),
        ({"credits": [{"agent": "无此人", "role": "editor"}]}, "'无此人' is not in the text"),
        ({"documents": [{"title": ["无此文件"], "relation": "cited"}]}, "is not in the text"),
        ({"events": []}, "event 'e1' is not allowed"),
        ({"colour": "red"}, "key colour is unknown"),
        ({"measures": {"requirements": ["没有这一条"]}}, "'没有这一条' is not in the text"),
    ],
)
def test_a_broken_file_is_found(tmp_path: Path, change: dict[str, Any], complaint: str) -> None:
    assert any(complaint in problem for problem in _broken(tmp_path, change))


def test_an_unchanged_file_has_no_problem(tmp_path: Path) -> None:
    assert _broken(tmp_path, {}) == []


def test_an_article_without_gold_is_found(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "x.txt").write_text("无", encoding="utf-8")
    assert folder_problems(tmp_path) == ["x.txt: no gold"]


def test_plain_text_is_free_of_scraping_noise() -> None:
    assert plain("大連市副書(shū)記王　健,,出席{IMG:1}") == "大连市副书记王健,出席"
