"""Known facts: a build with them is a build without them, byte for byte, and whatever happens to the file."""

from __future__ import annotations

import importlib
import shutil
import sqlite3
import sys
from pathlib import Path

import grimp
import pytest

import kg
from kg.build.cache import LIBRARIES, ROOMS, FactsCache, extractor_version
from kg.store import CACHE_NAME, FACTS_CACHE

GATHER = importlib.import_module("kg.build.gather")
CACHE = importlib.import_module("kg.build.cache")
TEXTS = {
    "a": "2022年5月4日，抚顺市市长高键出席会议。",
    "b": "2022年6月5日，鞍山市副市长王健主持召开座谈会。",
    "c": "2023年7月8日，抚顺市委书记来鹤出席会议，市长高键主持会议。",
}


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def extracted(monkeypatch):
    """The ids of the articles that are extracted from now on."""
    ids: list[str] = []
    extract = GATHER.extract

    def counted(article: kg.Article) -> kg.Facts:
        ids.append(article.id)
        made: kg.Facts = extract(article)
        return made

    monkeypatch.setattr(GATHER, "extract", counted)
    return ids


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def write(sources: Path, output: Path) -> dict[str, bytes]:
    """The files of a build with what the last one knew."""
    kg.build([sources], cache=output / CACHE_NAME).write(output)
    return files_of(output)


def test_each_step_equals_a_build_from_nothing(tmp_path, sources, extracted):
    added, changed = "2023年7月9日，本溪市市长吴澜会见高键。", "2022年6月6日，鞍山市市长王健主持会议。"
    steps = [("d", added), ("b", changed), ("a", "")]
    write(sources, tmp_path / "exports")
    for number, (name, text) in enumerate(steps):
        path = sources / f"{name}.txt"
        path.write_text(text, encoding="utf-8") if text else path.unlink()
        extracted.clear()
        after = write(sources, tmp_path / "exports")
        assert extracted == [name] * bool(text)
        fresh = write(sources, tmp_path / f"fresh{number}")
        assert len(after) >= 13
        assert {file for file in fresh if fresh[file] != after[file]} == set()
        assert after.keys() == fresh.keys()


def test_an_article_under_another_name_is_another_one(tmp_path, sources, extracted):
    """Its facts name its id."""
    write(sources, tmp_path / "exports")
    (sources / "a.txt").rename(sources / "z.txt")
    extracted.clear()
    built = kg.build([sources], cache=tmp_path / "exports" / CACHE_NAME)
    assert extracted == ["z"]
    assert [facts.id for facts in built.facts] == ["b", "c", "z"]


def test_what_has_gone_is_forgotten_by_a_whole_build_only(tmp_path, sources, extracted):
    cache, rows = tmp_path / "cache", "SELECT count(*) FROM facts"
    kg.build([sources], cache=cache)
    with pytest.raises(kg.KgError):
        kg.build([sources / "missing.txt"], cache=cache, base="https://other.example/")
    (sources / "a.txt").unlink()
    (sources / "b.txt").unlink()
    kg.build([sources], cache=cache)
    assert sqlite3.connect(cache / FACTS_CACHE).execute(rows).fetchone() == (1,)


def spoil_rows(path: Path) -> None:
    with sqlite3.connect(path) as database:
        for key, facts in database.execute("SELECT key, facts FROM facts").fetchall():
            spoilt = bytearray(facts)
            spoilt[len(spoilt) // 2] ^= 0xFF
            database.execute("UPDATE facts SET facts = ? WHERE key = ?", (bytes(spoilt), key))


def exchange_rows(path: Path) -> None:
    """Every article gets the facts of another one, which are whole."""
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT key, facts FROM facts").fetchall()
        moved = [(facts, key) for (key, _), (_, facts) in zip(rows, rows[1:] + rows[:1], strict=True)]
        database.executemany("UPDATE facts SET facts = ? WHERE key = ?", moved)


def other_table(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.executescript("DROP TABLE facts; CREATE TABLE facts (name TEXT)")


def as_text(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE facts SET facts = 'no bytes'")


@pytest.mark.parametrize(
    "harm",
    [
        spoil_rows, exchange_rows, other_table, as_text,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no database at all, and longer than a head of SQLite has to be" * 9),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + b"\xa5" * 4096 * 3),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["rows", "exchanged", "table", "text", "empty", "no database", "cut", "overwritten", "folder"],
)  # fmt: skip
def test_a_broken_file_costs_the_work_and_nothing_else(tmp_path, sources, extracted, harm):
    cache = tmp_path / "cache"
    whole = kg.build([sources], cache=cache)
    harm(cache / FACTS_CACHE)
    extracted.clear()
    assert kg.build([sources], cache=cache) == whole
    assert extracted
    if (cache / FACTS_CACHE).is_file():  # and it is whole again
        extracted.clear()
        assert kg.build([sources], cache=cache) == whole
        assert extracted == []


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path, sources):
    (tmp_path / "file").write_text("")
    assert kg.build([sources], cache=tmp_path / "file" / "cache") == kg.build([sources])


def test_a_file_that_another_program_holds_is_left_alone(tmp_path, sources, extracted, monkeypatch):
    monkeypatch.setattr(CACHE, "_PATIENCE", 0.05)
    cache = tmp_path / "cache"
    whole = kg.build([sources], cache=cache)
    holder = sqlite3.connect(cache / FACTS_CACHE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    extracted.clear()
    assert kg.build([sources], cache=cache) == whole
    assert len(extracted) == 3
    holder.execute("ROLLBACK")
    extracted.clear()
    assert kg.build([sources], cache=cache) == whole
    assert extracted == []


def test_another_extractor_asks_for_nothing_of_this_one(tmp_path, sources, extracted, monkeypatch):
    kg.build([sources], cache=tmp_path)
    monkeypatch.setattr(CACHE, "extractor_version", lambda: b"another")
    extracted.clear()
    kg.build([sources], cache=tmp_path)
    assert sorted(extracted) == ["a", "b", "c"]
    database = sqlite3.connect(tmp_path / FACTS_CACHE)
    assert database.execute("SELECT count(*) FROM facts").fetchone() == (3,)


@pytest.mark.parametrize("table", ["lexicon/titles.csv", "places.csv"])
def test_the_version_changes_with_a_table(tmp_path, monkeypatch, table):
    shutil.copytree(CACHE.seeds_dir(), tmp_path / "seeds")
    monkeypatch.setattr(CACHE, "seeds_dir", lambda: tmp_path / "seeds")
    assert extractor_version.__wrapped__() == extractor_version()
    (tmp_path / "seeds" / "decisions.jsonl").write_text("{}")  # no part of extraction
    assert extractor_version.__wrapped__() == extractor_version()
    with (tmp_path / "seeds" / table).open("a") as file:
        file.write("\n")
    assert extractor_version.__wrapped__() != extractor_version()


def test_the_version_covers_all_that_extraction_imports():
    graph = grimp.build_graph("kg", include_external_packages=True)
    modules = graph.find_upstream_modules("kg.extract", as_package=True)
    ours = {module.split(".")[1] for module in modules if module.startswith("kg.")} | {"extract"}
    assert ours == {room.removesuffix(".py") for room in ROOMS}
    foreign = {module for module in modules if not module.startswith("kg.")}
    assert foreign - sys.stdlib_module_names == set(LIBRARIES)


def test_nothing_is_made_where_nothing_was_read(tmp_path):
    cache = FactsCache(tmp_path / "exports" / CACHE_NAME)
    cache.close(whole=True)
    assert not (tmp_path / "exports").exists()
