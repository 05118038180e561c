"""The tables of seeds/lexicon: listed, in order, read by the code, and open to those who edit them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kg.errors import TableError
from kg.extract import extract, load_lexicon
from kg.extract.trust import load_confidence
from kg.model import Article

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
TABLES = sorted((SEEDS / "lexicon").glob("*.csv"))
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "kg").rglob("*.py")))


def roles(text: str, folder: Path) -> set[tuple[str, str]]:
    article = Article(id="x", text=text, raw=text, offsets=range(len(text) + 1))
    return {(row.agent, row.role) for row in extract(article, load_lexicon(folder)).participation}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds", ignore=shutil.ignore_patterns("articles")))


def test_the_readme_lists_every_table_and_no_other() -> None:
    readme = (SEEDS / "lexicon" / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| (\w+\.csv) \|", readme, re.MULTILINE)) == [path.name for path in TABLES]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_has_no_row_twice_and_is_read(path: Path) -> None:
    rows = path.read_text(encoding="utf-8").splitlines()[1:]
    assert len(rows) == len(set(rows)) > 0
    assert f'"{path.stem}"' in CODE or f'"{path.name}"' in CODE


def test_a_verb_that_somebody_adds_gives_its_role(copied: Path) -> None:
    text = "招商推介会5月6日在大连市举行，大连市市长周文海捧场。"
    assert ("周文海", "attended") not in roles(text, SEEDS)
    with (copied / "lexicon" / "role_verbs.csv").open("a", encoding="utf-8") as table:
        table.write("捧场,attended,\n")
    assert ("周文海", "attended") in roles(text, copied)


def test_a_class_of_words_that_somebody_empties_is_named(copied: Path) -> None:
    (copied / "lexicon" / "modal_words.csv").write_text("word,says\n网传,doubted\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"modal\.planned"):
        roles("大连市市长周文海出席会议。", copied)


def test_a_confidence_that_is_no_share_is_refused(copied: Path) -> None:
    path = copied / "lexicon" / "rule_confidence.csv"
    path.write_text("kind,rule,facts,right,confidence\nposts,chain,10,9,1.5\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"rule_confidence\.csv:2"):
        load_confidence(copied)
