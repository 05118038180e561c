"""The words extraction knows: tables of `seeds/`, compiled once into one automaton.

Matching is daachorse (Aho-Corasick over code points; MIT/Apache-2.0), segmentation is rjieba (MIT): in the
same run over 49,000 words daachorse read 10 M characters/s with right offsets, where a Python alternation
read 0.02 M.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import daachorse

from kg.packaged import seeds_dir
from kg.seeds import Seeds, load_seeds, read_table

#: Names of divisions that are also common words or parts of many names: only their full form counts.
_SHORT_LEVELS = ("province", "prefecture")


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """What a title says of itself: its kind and the body a bare title belongs to."""

    kind: str
    body: str


@dataclass(frozen=True)
class Lexicon:
    """Word lists by kind, and the automaton over all of them."""

    seeds: Seeds
    titles: Mapping[str, TitleEntry]
    organs: Mapping[str, str]
    national: Mapping[str, str]
    events: Mapping[str, str]
    event_verbs: Mapping[str, str]
    followers: frozenset[str]
    leaders: frozenset[str]
    not_names: frozenset[str]
    agreement_kinds: Mapping[str, str]
    agreement_words: tuple[str, ...]
    document_words: tuple[str, ...]
    domains: Mapping[str, str]
    offices: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]
    places: Mapping[str, str]
    countries: Mapping[str, str]
    words: tuple[str, ...]
    kinds: tuple[tuple[str, ...], ...]
    automaton: daachorse.CharwiseDoubleArrayAhoCorasick


def _column(folder: Path, name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    return read_table(folder / f"{name}.csv", columns)


def _titles(folder: Path) -> dict[str, TitleEntry]:
    base = {row["title"]: TitleEntry(row["kind"], row["body"])
            for row in _column(folder, "titles", ("title", "kind", "body"))}
    prefixes = [row["prefix"] for row in _column(folder, "title_prefixes", ("prefix", "kind"))
                if row["kind"] == "rank"]
    made = {prefix + title: entry for title, entry in base.items() for prefix in prefixes
            if entry.kind not in ("unnamed", "honour")}
    return {**made, **base}


def _places(seeds: Seeds) -> dict[str, str]:
    """Surface → full name, where the surface is not ambiguous at its own level."""
    surfaces: dict[str, set[str]] = {}
    for surface, place in seeds.places.names():
        if place.level == "country" or (place.historical and surface in surfaces):
            continue
        if len(surface) >= 2 and (surface == place.name or place.level in _SHORT_LEVELS):
            surfaces.setdefault(surface, set()).add(place.name)
    return {surface: sorted(names)[0] if len(names) == 1 else "" for surface, names in surfaces.items()}


@lru_cache(maxsize=4)
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Read `folder` (default: the packaged seeds); raises TableError naming the broken row."""
    root = folder or seeds_dir()
    seeds, tables = load_seeds(root), root / "lexicon"
    titles = _titles(tables)
    organs = {r["suffix"]: r["kind"] for r in _column(tables, "organs", ("suffix", "kind", "example"))}
    national: dict[str, str] = {}
    for row in _column(tables, "national_organs", ("name", "short", "kind")):
        national[row["name"]] = row["name"]
        for short in filter(None, row["short"].split("|")):
            national.setdefault(short, row["name"])
    events = {r["word"]: r["type"] for r in _column(tables, "event_names", ("word", "type"))}
    event_verbs = {r["verb"]: r["type"] for r in _column(tables, "event_verbs", ("verb", "type"))}
    followers = frozenset(r["word"] for r in _column(tables, "name_followers", ("word",)))
    leaders = frozenset(r["word"] for r in _column(tables, "org_leaders", ("word",)))
    places = _places(seeds)
    countries = {surface: c.name for c in seeds.countries.values() for surface in (c.name, c.full)}
    by_kind: dict[str, Iterable[str]] = {
        "title": titles, "organ": organs, "national": national, "event": events,
        "follower": followers, "leader": leaders, "place": places, "country": countries,
    }
    kinds: dict[str, list[str]] = {}
    for kind, words in by_kind.items():
        for word in words:
            kinds.setdefault(word, []).append(kind)
    ordered = tuple(sorted(kinds))
    return Lexicon(
        seeds=seeds, titles=titles, organs=organs, national=national, events=events,
        event_verbs=event_verbs, followers=followers, leaders=leaders,
        not_names=frozenset(r["word"] for r in _column(tables, "not_names", ("word",))),
        agreement_kinds={r["word"]: r["kind"] for r in _column(tables, "agreement_kinds", ("word", "kind"))},
        agreement_words=tuple(r["word"] for r in _column(tables, "agreement_words", ("word",))),
        document_words=tuple(r["word"] for r in _column(tables, "document_words", ("word",))),
        domains={r["keyword"]: r["domain"] for r in _column(tables, "policy_domains", ("keyword", "domain"))},
        offices={r["short"]: r["full"] for r in _column(tables, "office_short", ("short", "full"))},
        groups={r["name"]: tuple(r["members"].split("|")) for r in _column(
            tables, "groups", ("name", "members", "valid_from", "valid_to", "source"))},
        places=places, countries=countries, words=ordered, kinds=tuple(tuple(kinds[w]) for w in ordered),
        automaton=daachorse.CharwiseDoubleArrayAhoCorasick(list(ordered)),
    )
