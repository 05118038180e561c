"""A small world in every form that a job reads, and what one process makes of it at home."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import duckdb
import pytest

import kg
from benchmarks.archive import write_archive
from kg.resolve import Decision, append_decision

GOLD = Path(__file__).parents[1] / "gold"


@dataclasses.dataclass(frozen=True)
class World:
    """Sources for one process and for a job (which reads a table where the process reads lines), decisions,
    and the build of the process.
    """

    home: list[str]
    job: list[str]
    decisions: Path
    built: kg.Build


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("world")
    texts = folder / "texts here"
    shutil.copytree(GOLD / "shared" / "articles", texts)
    texts.joinpath("a01.txt").rename(texts / "a %41,b.txt")
    texts.joinpath("notes.md").write_text("none of ours")
    write_archive(24, 1, folder / "pages.warc.gz")
    rows = [{"id": path.stem, "text": path.read_text(encoding="utf-8"), "published": "2022-03-01"}
            for path in sorted((GOLD / "own" / "tuning" / "articles").glob("*.txt"))[:8]]  # fmt: skip
    _write_lines(folder / "lines.jsonl", [*rows[:4], *_by_hand()])
    with (folder / "lines.jsonl").open("a", encoding="utf-8") as file:
        file.write("{broken\n" + json.dumps(rows[4] | {"id": "again"}) + "\n")
    _write_lines(folder / "rows.jsonl", rows[4:])
    duckdb.sql(f"COPY (FROM '{folder}/rows.jsonl' SELECT id, text, published::VARCHAR AS published) "
               f"TO '{folder}/rows.parquet'")  # fmt: skip
    shared = [str(texts), str(folder / "pages.warc.gz"), str(folder / "lines.jsonl")]
    decisions = folder / "decisions.jsonl"
    retracted = kg.read_one(texts / "a03.txt").hash
    append_decision(decisions, Decision(verdict="retracted", name="a03", articles=(retracted,), by="test",
                                        date="2024-01-01", reason="withdrawn", place=""))  # fmt: skip
    home, job = [*shared, str(folder / "rows.jsonl")], [*shared, str(folder / "rows.parquet")]
    return World(home, job, decisions, kg.build(home, decisions=decisions))


def _by_hand() -> list[dict[str, object]]:
    """Facts: two of one id that add up, and some that contradict themselves."""
    post = {"person": "钱大有", "org": "丹东市委", "title": "书记", "evidence": []}
    return [
        {"id": "hand", "posts": [post], "places": ["丹东市"]},
        {"id": "hand", "posts": [post | {"person": "孙小有"}], "events": [
            {"key": "e1", "name": "辽东会议", "type": "meeting", "date": "2022-12-03", "evidence": []}]},
        {"id": "wrong", "events": [
            {"key": "e1", "name": "会", "type": "meeting", "date": "2022-02-31", "evidence": []}]},
    ]  # fmt: skip


def _write_lines(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
