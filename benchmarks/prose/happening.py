"""What happened once: its day, its place, who took part; every article about it is written from this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Cast = dict[str, Any]  # role → Tenure or list of Tenure


@dataclass(frozen=True)
class Happening:
    """`told` are the words for the day in the article being written; `agreements` are the parties of each."""

    id: str
    kind: str
    day: date
    code: str
    cast: Cast
    words: Mapping[str, Any] = field(default_factory=dict)
    agreements: tuple[tuple[str, ...], ...] = ()
    work: str | None = None
    told: str = ""
    place_names: tuple[str, ...] = ()
