"""What people decided: one line of decisions.jsonl each."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import OutputError, TableError

#: On persons of one name; and on an article, that it shall not be in any build.
VERDICTS = ("same", "different", "unsure")
RETRACTED = "retracted"
_KEYS = {"decision", "name", "articles", "date", "by", "reason"}
_HASH = re.compile(r"[0-9a-f]{16}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`verdict` on the persons called `name` in `articles` (hashes, two or more).

    same: they are one. different: no two of them are. unsure: looked at and left open, so that no rule
    merges them. retracted: the article (one or more) called `name` is left out of every build. `place` is the
    file and line, for messages.
    """

    verdict: str
    name: str
    articles: tuple[str, ...]
    date: str
    by: str
    reason: str
    place: str


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in its order; a missing file has none. Blank lines and lines that begin with
    # are left out. TableError names file:line.
    """
    if not path.exists():
        return ()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise TableError(str(path), f"cannot be read ({error.strerror})", "check its permissions") from None
    except UnicodeDecodeError:
        raise TableError(str(path), "is not UTF-8", "save it as UTF-8 text") from None
    return tuple(
        _decision(line, f"{path}:{number}")
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    )


def append_decision(path: Path, decision: Decision) -> Decision:
    """Add a line to the file, which is made when it is missing, and flush it to the disk.

    Returns the decision with its place. TableError when it or the file is broken, OutputError when the file
    cannot be written.
    """
    read_decisions(path)
    articles = list(decision.articles)
    record = {"decision": decision.verdict, "name": decision.name, "articles": articles,
              "date": decision.date, "by": decision.by, "reason": decision.reason}  # fmt: skip
    line = json.dumps(record, ensure_ascii=False)
    _decision(line, decision.place)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                line = line if file.read() == b"\n" else f"\n{line}"
            file.write(f"{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _unwritable(path, error) from None
    return read_decisions(path)[-1]


def undo_decision(path: Path) -> Decision | None:
    """Take the last decision out of the file and return it; None when there is none. Errors as above."""
    decisions = read_decisions(path)
    if not decisions:
        return None
    number = int(decisions[-1].place.rpartition(":")[2])
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    staging = path.with_name(f".{path.name}.new")
    try:
        with staging.open("w", encoding="utf-8") as file:
            file.writelines(lines[: number - 1] + lines[number:])
            file.flush()
            os.fsync(file.fileno())
        staging.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from None
    return decisions[-1]


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(str(path), f"cannot be written ({error.strerror})", "check its rights, or --decisions")


def _decision(line: str, place: str) -> Decision:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise TableError(place, f"not JSON ({error.msg})", "write one JSON object a line") from None
    problem = _problem(data)
    if problem:
        raise TableError(place, problem, "see docs/seeds.md")
    return Decision(
        verdict=data["decision"],
        name=data["name"],
        articles=tuple(sorted(data["articles"])),
        date=data["date"],
        by=data["by"],
        reason=data["reason"],
        place=place,
    )


def _problem(data: Any) -> str | None:
    if not isinstance(data, Mapping):
        return "a decision must be an object"
    if set(data) != _KEYS:
        wrong = sorted(set(data) ^ _KEYS)
        return f"{'unknown' if wrong[0] in data else 'missing'} key {wrong[0]!r}"
    verdict, articles = data["decision"], data["articles"]
    known = (*VERDICTS, RETRACTED)
    empty = [key for key in sorted(_KEYS - {"articles"}) if not isinstance(data[key], str) or not data[key]]
    hashes = isinstance(articles, list) and all(isinstance(a, str) and _HASH.fullmatch(a) for a in articles)
    least = 1 if verdict == RETRACTED else 2
    enough = hashes and len(articles) == len(set(articles)) >= least
    checks = (
        (bool(empty), f"{empty[0] if empty else ''} must be a text"),
        (not hashes, "articles must be a list of article hashes (16 hex digits)"),
        (verdict not in known, f"decision {verdict!r} is not one of {', '.join(known)}"),
        (not enough, "articles must name two or more, each once"),
        (not empty and not _DATE.fullmatch(data["date"]), "date must be YYYY-MM-DD"),
    )
    return next((problem for broken, problem in checks if broken), None)
