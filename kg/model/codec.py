"""Facts to and from the exchange format: one JSON object an article."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
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
    fields = _fields(cls)
    if not item.keys() <= fields.keys():
        _refuse_unknown(item, set(fields), place)
    values = {key: _value(fields[key], value, place) for key, value in item.items()}
    missing = [field.name for field in fields.values() if field.is_needed and field.name not in values]
    if missing:
        raise FactsError(place, f"lacks {', '.join(missing)}", "see docs/facts.md")
    return cls(**values)


class _Field(typing.NamedTuple):
    """A field of a row, as its annotation says: `kind` of the value, or of the items of a list."""

    name: str
    kind: Any
    is_list: bool
    is_optional: bool
    is_needed: bool
    allowed: tuple[str, ...]


@cache
def _fields(cls: type) -> Mapping[str, _Field]:
    hints = typing.get_type_hints(cls)
    return {f.name: _field(cls, f, hints[f.name]) for f in dataclasses.fields(cls)}


def _field(cls: type, field: dataclasses.Field[Any], hint: Any) -> _Field:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    kind = next(option for option in options if option is not types.NoneType)
    is_list = typing.get_origin(kind) is tuple
    return _Field(
        name=field.name, kind=typing.get_args(kind)[0] if is_list else kind, is_list=is_list,
        is_optional=types.NoneType in options, is_needed=field.default is dataclasses.MISSING,
        allowed=_CLOSED.get((cls, field.name), ()),
    )  # fmt: skip


def _value(field: _Field, value: Any, place: str) -> Any:
    if value is None and field.is_optional:
        return None
    if field.is_list:
        if not isinstance(value, list):
            raise FactsError(f"{place}.{field.name}", "must be a list", "see docs/facts.md")
        return tuple([_one(field, item, place) for item in value])
    value = _one(field, value, place)
    if field.allowed and value not in field.allowed:
        allowed = ", ".join(field.allowed)
        raise FactsError(place, f"{field.name} is {value!r}", f"use one of {allowed}")
    return value


def _one(field: _Field, value: Any, place: str) -> Any:
    kind = field.kind
    if kind is Span:
        return _span(value, f"{place}.{field.name}")
    if kind is float and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        problem = f"must be {kind.__name__}, not {type(value).__name__}"
        raise FactsError(f"{place}.{field.name}", problem, "see docs/facts.md")
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
