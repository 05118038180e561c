"""Gold: what people found in an article, with every answer that counts as right.

The form is that of the exchange format, with three differences: a name may be a list of acceptable answers
(the best first), `measures` is an object of lists of gists, and a row may be marked `inferred` (it follows
from the text only with knowledge of the world) or `planned` (an event still to come). A kind whose key the
file lacks was not annotated: nothing of that kind is counted for the article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from kg.errors import FactsError
from kg.model import ACTIONS, CREDIT_ROLES, EVENT_TYPES, RELATIONS, ROLES

Answers = tuple[str, ...]

# kind -> (fields that a row must have, fields that it may have)
_FIELDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "posts": (("person", "org", "title"), ("former",)),
    "events": (("key", "name", "type"), ("date", "date_text", "place", "planned")),
    "participation": (("event", "agent", "role"), ("capacity",)),
    "agreements": (("title", "parties"), ("event", "date", "kind", "domain", "planned")),
    "documents": (("title", "relation"), ("event", "year")),
    "appointments": (("person", "org", "title", "action"), ("date",)),
    "groups": (("name",), ("members", "size")),
    "credits": (("agent", "role"), ()),
}
_CLOSED = {
    ("events", "type"): EVENT_TYPES,
    ("participation", "role"): ROLES,
    ("documents", "relation"): RELATIONS,
    ("appointments", "action"): ACTIONS,
    ("credits", "role"): CREDIT_ROLES,
}
_EVERYWHERE = ("span", "evidence", "inferred", "notes")
_ABOUT = ("id", "file", "genre", "script", "published", "notes", "title", "source", "url")
_HINT = "see the gold format in kg/evaluate/gold.py"


@dataclass(frozen=True, slots=True)
class GoldRow:
    """One row: each field with its acceptable answers; a null is the empty tuple."""

    fields: Mapping[str, Answers]
    inferred: bool = False
    planned: bool = False
    former: bool = False

    def __getitem__(self, name: str) -> Answers:
        return self.fields.get(name, ())

    def first(self, name: str) -> str:
        """The best answer of a field, or the empty string for null."""
        answers = self[name]
        return answers[0] if answers else ""


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one article. `rows` has a key for each annotated kind of `_FIELDS`, and only for those."""

    id: str
    rows: Mapping[str, tuple[GoldRow, ...]]
    published: str | None = None
    genre: str | None = None
    measures: Mapping[str, tuple[str, ...]] | None = None
    orgs: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    notes: tuple[str, ...] = field(default=())

    def of(self, kind: str) -> tuple[GoldRow, ...]:
        """The rows of a kind; none when it was not annotated."""
        return self.rows.get(kind, ())


def load_gold(folder: Path | str) -> dict[str, Gold]:
    """Read every `*.json` of a folder, by file name: article id (the file's stem) → Gold.

    Raises FactsError for a folder without gold, for text that is not JSON, and for a row with an unknown
    key, a missing key or an unknown code.
    """
    paths = sorted(Path(folder).glob("*.json"))
    if not paths:
        raise FactsError(str(folder), "holds no gold (*.json)", "give the folder with the gold files")
    return {path.stem: _read(path) for path in paths}


def _read(path: Path) -> Gold:
    try:
        data = orjson.loads(path.read_bytes())
    except (orjson.JSONDecodeError, OSError) as error:
        raise FactsError(str(path), f"not readable as JSON ({error})", "write one JSON object") from None
    return gold_from_dict(data, path.stem, str(path))


def gold_from_dict(data: Any, article_id: str, place: str) -> Gold:
    """Gold from parsed JSON. `place` is named in errors (FactsError)."""
    if not isinstance(data, Mapping):
        raise FactsError(place, "gold must be an object", _HINT)
    _refuse_unknown(data, (*_ABOUT, *_FIELDS, "measures", "orgs", "places"), place)
    rows = {
        kind: tuple(_row(kind, item, f"{place}: {kind}[{i}]")
                    for i, item in enumerate(_rows(data, kind, place)))
        for kind in _FIELDS if kind in data
    }
    return Gold(
        id=article_id,
        rows=rows,
        published=data.get("published"),
        genre=data.get("genre"),
        measures=_measures(data["measures"], f"{place}: measures") if "measures" in data else None,
        orgs=_answers(data["orgs"], f"{place}: orgs") if "orgs" in data else None,
        places=_answers(data["places"], f"{place}: places") if "places" in data else None,
        notes=_answers(data.get("notes", []), f"{place}: notes"),
    )


def _rows(data: Mapping[str, Any], kind: str, place: str) -> Sequence[Any]:
    value = data[kind]
    if not isinstance(value, list):
        raise FactsError(place, f"{kind} must be a list", _HINT)
    return value


def _row(kind: str, item: Any, place: str) -> GoldRow:
    if not isinstance(item, Mapping):
        raise FactsError(place, "must be an object", _HINT)
    needed, allowed = _FIELDS[kind]
    _refuse_unknown(item, (*needed, *allowed, *_EVERYWHERE), place)
    missing = [name for name in needed if name not in item]
    if missing:
        raise FactsError(place, f"lacks {', '.join(missing)}", _HINT)
    flags = {name: item.get(name, False) is True for name in ("inferred", "planned", "former")}
    fields = {
        name: _answers(value, f"{place}.{name}")
        for name, value in item.items() if name not in (*flags, "size", "span", "evidence", "notes")
    }
    for name, answers in fields.items():
        codes = _CLOSED.get((kind, name))
        if codes and not set(answers) <= set(codes):
            raise FactsError(place, f"{name} is {answers!r}", f"use one of {', '.join(codes)}")
    return GoldRow(fields, **flags)


def _measures(value: Any, place: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, Mapping):
        raise FactsError(place, "must be an object of lists", _HINT)
    return {name: _answers(items, f"{place}.{name}") for name, items in value.items()}


def _answers(value: Any, place: str) -> Answers:
    """A string, a list of strings or null, as a tuple."""
    items = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise FactsError(place, "must be a string, a list of strings or null", _HINT)
    return tuple(items)


def _refuse_unknown(data: Mapping[str, Any], known: tuple[str, ...], place: str) -> None:
    unknown = sorted(set(map(str, data)) - set(known))
    if unknown:
        raise FactsError(place, f"unknown key {unknown[0]!r}", f"known keys are {', '.join(known)}")
