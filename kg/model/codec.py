"""Facts to and from the exchange format: one JSON object an article."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any

import orjson

from kg.errors import FactsError
from kg.model.article import Span
from kg.model.facts import (
    ACTIONS,
    CREDIT_ROLES,
    EVENT_TYPES,
    RELATIONS,
    ROLES,
    AgreementFact,
    AliasFact,
    AppointmentFact,
    CreditFact,
    DocumentFact,
    EventFact,
    Facts,
    GroupFact,
    MeasureFact,
    Mention,
    ParticipationFact,
    PostFact,
    RepresentedFact,
)

_ROWS: dict[str, type] = {
    "posts": PostFact,
    "events": EventFact,
    "participation": ParticipationFact,
    "agreements": AgreementFact,
    "documents": DocumentFact,
    "appointments": AppointmentFact,
    "groups": GroupFact,
    "measures": MeasureFact,
    "represented": RepresentedFact,
    "aliases": AliasFact,
    "credits": CreditFact,
    "mentions": Mention,
}
_CLOSED: dict[tuple[type, str], tuple[str, ...]] = {
    (EventFact, "type"): EVENT_TYPES,
    (ParticipationFact, "role"): ROLES,
    (DocumentFact, "relation"): RELATIONS,
    (AppointmentFact, "action"): ACTIONS,
    (CreditFact, "role"): CREDIT_ROLES,
}
_PLAIN = ("id", "hash", "published", "title", "source", "url")


def to_json(facts: Facts) -> bytes:
    """One line of JSON (no newline), keys in a fixed order, empty lists and nulls of rows left out."""
    out: dict[str, Any] = {key: getattr(facts, key) for key in _PLAIN}
    out = {key: value for key, value in out.items() if value is not None or key in ("id", "published")}
    for key in _ROWS:
        if key not in ("mentions",):
            out[key] = [_row_to_dict(row) for row in getattr(facts, key)]
    out["orgs"] = list(facts.orgs)
    out["places"] = list(facts.places)
    if facts.mentions:
        out["mentions"] = [_row_to_dict(row) for row in facts.mentions]
    return orjson.dumps(out, default=list)  # a Span is written as [start, end]


def _row_to_dict(row: Any) -> dict[str, Any]:
    fields = dataclasses.fields(row)
    # What the fact says first; its trust last.
    ordered = [f for f in fields if f.name not in ("evidence", "rule", "confidence")]
    ordered += [f for f in fields if f.name in ("evidence", "rule", "confidence")]
    result = {}
    for f in ordered:
        value = getattr(row, f.name)
        if value is None or value == () or (value is False and f.name != "former"):
            continue
        result[f.name] = value
    return result


def from_json(line: bytes | str, place: str) -> Facts:
    """Read one JSON object. `place` (file, or file:line) is named in every error."""
    try:
        data = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise FactsError(place, f"not JSON ({error})", "write one JSON object per line") from None
    return from_dict(data, place)


def from_dict(data: Any, place: str) -> Facts:
    """Build Facts from parsed JSON or YAML; unknown keys, wrong types and unknown codes are errors."""
    if not isinstance(data, Mapping):
        raise FactsError(place, "facts must be an object", "see docs/facts.md")
    known = {*_PLAIN, *_ROWS, "orgs", "places"}
    _refuse_unknown(data, known, place)
    if not isinstance(data.get("id"), str) or not data["id"]:
        raise FactsError(place, "no id", 'give the article an "id" string')
    plain = {key: _optional_text(data.get(key), f"{place}: {key}") for key in _PLAIN}
    rows = {
        key: tuple(_row(cls, item, f"{place}: {key}[{i}]") for i, item in enumerate(_list(data, key, place)))
        for key, cls in _ROWS.items()
    }
    names = {key: tuple(_text(item, f"{place}: {key}") for item in _list(data, key, place))
             for key in ("orgs", "places")}
    return Facts(**plain, **rows, **names)  # type: ignore[arg-type]


def _list(data: Mapping[str, Any], key: str, place: str) -> list[Any]:
    value = data.get(key) or []
    if not isinstance(value, list):
        raise FactsError(place, f"{key} must be a list", "see docs/facts.md")
    return value


def _row(cls: type, item: Any, place: str) -> Any:
    if not isinstance(item, Mapping):
        raise FactsError(place, "must be an object", "see docs/facts.md")
    hints = typing.get_type_hints(cls)
    fields = {f.name: f for f in dataclasses.fields(cls)}
    _refuse_unknown(item, set(fields), place)
    values = {key: _value(hints[key], value, f"{place}.{key}") for key, value in item.items()}
    missing = [f.name for f in fields.values() if f.default is dataclasses.MISSING and f.name not in values]
    if missing:
        raise FactsError(place, f"lacks {', '.join(missing)}", "see docs/facts.md")
    for key, value in values.items():
        allowed = _CLOSED.get((cls, key))
        if allowed and value not in allowed:
            raise FactsError(place, f"{key} is {value!r}", f"use one of {', '.join(allowed)}")
    return cls(**values)


def _value(hint: Any, value: Any, place: str) -> Any:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    if value is None and types.NoneType in options:
        return None
    hint = next(option for option in options if option is not types.NoneType)
    if hint is Span:
        return _span(value, place)
    if typing.get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise FactsError(place, "must be a list", "see docs/facts.md")
        return tuple(_value(typing.get_args(hint)[0], item, place) for item in value)
    if hint is float and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise FactsError(place, f"must be {hint.__name__}, not {type(value).__name__}", "see docs/facts.md")
    return value


def _span(value: Any, place: str) -> Span:
    if (isinstance(value, list) and len(value) == 2 and all(type(n) is int for n in value)
            and 0 <= value[0] < value[1]):
        return Span(*value)
    raise FactsError(place, "a span is [start, end] with 0 <= start < end", "count code points of `kg read`")


def _text(value: Any, place: str) -> str:
    if not isinstance(value, str) or not value:
        raise FactsError(place, "must be a string", "see docs/facts.md")
    return value


def _optional_text(value: Any, place: str) -> str | None:
    return None if value is None else _text(value, place)


def _refuse_unknown(data: Mapping[str, Any], known: set[str], place: str) -> None:
    unknown = sorted(set(map(str, data)) - known)
    if unknown:
        raise FactsError(place, f"unknown key {unknown[0]!r}", f"known keys are {', '.join(sorted(known))}")
