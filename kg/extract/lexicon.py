"""The words extraction knows: tables of `seeds/`, read once, most of them matched by one automaton.

Matching is daachorse (Aho-Corasick over code points; MIT/Apache-2.0): in the same run over 49,000 words it
read 10 M characters/s with right offsets, where a Python alternation read 0.02 M.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import daachorse

from kg.errors import TableError
from kg.packaged import seeds_dir
from kg.seeds import Seeds, load_seeds, read_table

#: Levels whose short names (辽宁, 大连) mean the division; a county's (长安, 和平) are words of the language.
_SHORT_LEVELS = ("province", "prefecture")
#: Tables of words by class: file, its columns, and the prefix of the class (role.spoke, event.visit …).
_CLASSED = (
    ("role_verbs", ("verb", "role", "use"), "role"),
    ("event_verbs", ("verb", "type", "use"), "event"),
    ("document_verbs", ("verb", "relation", "use"), "document"),
    ("appointment_verbs", ("verb", "action", "use"), "appointment"),
    ("modal_words", ("word", "says"), "modal"),
    ("edge_words", ("word", "of", "says"), "edge"),
    ("not_organs", ("word", "is"), "organ"),
    ("offices", ("office", "of"), "office"),
)


class Heads:
    """Words asked which of them, the longest, stands at the head of other words; none has one character."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = {}
        for word in sorted(words, key=len, reverse=True):
            self._by_start.setdefault(word[:2], []).append(word)

    def size(self, text: str) -> int:
        """Length of the word that `text` begins with, or 0."""
        known = self._by_start.get(text[:2], ())
        return next((len(word) for word in known if text.startswith(word)), 0)


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """What a title says of itself: its kind and the body a bare title belongs to."""

    kind: str
    body: str


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Word lists by kind, and the automaton over all that are looked up everywhere in a text.

    `mixes[mix_of[n]]` are the kinds of word n of the automaton; `classes` verbs and other words by class.
    """

    folder: Path
    seeds: Seeds
    titles: Mapping[str, TitleEntry]
    organs: Mapping[str, str]
    national: Mapping[str, str]
    events: Mapping[str, str]
    followers: frozenset[str]
    leaders: frozenset[str]
    not_names: frozenset[str]
    named: frozenset[str]
    agreement_kinds: Mapping[str, str]
    agreement_noun: re.Pattern[str]
    document_words: tuple[str, ...]
    domains: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]
    places: Mapping[str, str]
    countries: Mapping[str, str]
    place_heads: Heads
    country_heads: Heads
    pointers: Mapping[str, str]
    transliteration: frozenset[str]
    name_parts: re.Pattern[str]
    contractions: Mapping[str, tuple[str, str]]
    classes: Mapping[str, tuple[str, ...]]
    mixes: tuple[tuple[str, ...], ...]
    mix_of: tuple[int, ...]
    automaton: daachorse.CharwiseDoubleArrayAhoCorasick

    def words(self, *classes: str) -> tuple[str, ...]:
        """All words of some classes (`role.spoke`, `event.visit`), longest first; no class may be empty."""
        for name in classes:
            if not self.classes.get(name):
                raise TableError(
                    str(self.folder), f"no word of the class {name}", "restore the tables of words"
                )
        return tuple(sorted({w for name in classes for w in self.classes[name]}, key=lambda w: (-len(w), w)))

    def one_of(self, *classes: str) -> str:
        """A regular expression for one word of some classes, the longest that fits."""
        return f"(?:{'|'.join(map(re.escape, self.words(*classes)))})"


@lru_cache(maxsize=4)
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Read `folder` (default: the packaged seeds); raises TableError naming the broken row."""
    root = folder or seeds_dir()
    seeds, tables = load_seeds(root), root / "lexicon"
    titles, national = _titles(tables), _national(tables)
    organs = _pairs(tables, "organs", ("suffix", "kind", "example"))
    events = _pairs(tables, "event_names", ("word", "type"))
    followers, leaders = _words(tables, "name_followers"), _words(tables, "org_leaders")
    agreements = _words(tables, "agreement_words")
    places = _places(seeds) | _taiwan(tables)
    # One character (俄) is no country everywhere.
    forms = ((c, (c.name, c.full, *c.short_forms)) for c in seeds.countries.values())
    countries = {surface: c.name for c, surfaces in forms for surface in surfaces if len(surface) > 1}
    words, mixes, mix_of = _by_word({
        "title": titles, "organ": organs, "national": national, "event": events,
        "follower": followers, "leader": leaders, "place": places, "country": countries, "city": seeds.cities,
        "agreement": agreements,
    })  # fmt: skip
    contractions = read_table(tables / "title_contractions.csv", ("title", "organ", "post"))
    not_names = _pairs(tables, "not_names", ("word", "named"))
    groups = read_table(tables / "groups.csv", ("name", "members", "valid_from", "valid_to", "source"))
    return Lexicon(
        folder=tables, seeds=seeds, titles=titles, organs=organs, national=national, events=events,
        followers=frozenset(followers), leaders=frozenset(leaders), places=places, countries=countries,
        not_names=frozenset(not_names), named=frozenset(w for w, named in not_names.items() if named),
        place_heads=Heads(places), country_heads=Heads(countries),
        agreement_kinds=_pairs(tables, "agreement_kinds", ("word", "kind")),
        agreement_noun=_noun(agreements),
        document_words=_words(tables, "document_words"),
        domains=_pairs(tables, "policy_domains", ("keyword", "domain")),
        groups={row["name"]: tuple(row["members"].split("|")) for row in groups},
        pointers=_pairs(tables, "event_pointers", ("word", "type")),
        transliteration=frozenset(_words(tables, "transliteration", "character")),
        name_parts=_several(_pairs(tables, "name_parts", ("part", "language"))),
        contractions={row["title"]: (row["organ"], row["post"]) for row in contractions},
        classes=_classes(tables), mixes=mixes, mix_of=mix_of,
        automaton=daachorse.CharwiseDoubleArrayAhoCorasick(words),
    )  # fmt: skip


def _pairs(folder: Path, name: str, columns: tuple[str, ...]) -> dict[str, str]:
    """First column → second column."""
    rows = read_table(folder / f"{name}.csv", columns)
    return {row[columns[0]]: row[columns[1]] for row in rows}


def _words(folder: Path, name: str, column: str = "word") -> tuple[str, ...]:
    return tuple(row[column] for row in read_table(folder / f"{name}.csv", (column,)))


def _classes(folder: Path) -> dict[str, tuple[str, ...]]:
    """Class → words: the prefix of the table and the fields after the word, empty ones left out."""
    classes: dict[str, tuple[str, ...]] = {}
    for name, columns, prefix in _CLASSED:
        for row in read_table(folder / f"{name}.csv", columns):
            key = ".".join(filter(None, (prefix, *(row[column] for column in columns[1:]))))
            classes[key] = (*classes.get(key, ()), row[columns[0]])
    return classes


def _several(parts: Iterable[str]) -> re.Pattern[str]:
    """Two to four parts in a row, the longest first (洛桑 + 江村, 阿不都 + 热合曼)."""
    return re.compile(f"(?:{'|'.join(sorted(parts, key=lambda part: (-len(part), part)))}){{2,4}}")


def _noun(words: Iterable[str]) -> re.Pattern[str]:
    """The nouns that end the title of an agreement, the longest first; 协议书记 is none."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))})(?!书记)书?")


def _titles(folder: Path) -> dict[str, TitleEntry]:
    """Titles alone and with each prefix of rank (副市长, 常务副市长)."""
    rows = read_table(folder / "titles.csv", ("title", "kind", "body"))
    base = {row["title"]: TitleEntry(row["kind"], row["body"]) for row in rows}
    prefixes = [
        p for p, kind in _pairs(folder, "title_prefixes", ("prefix", "kind")).items() if kind == "rank"
    ]
    ranked = {
        p + t: entry for t, entry in base.items() for p in prefixes if entry.kind not in ("unnamed", "honour")
    }
    return {**ranked, **base}


def _national(folder: Path) -> dict[str, str]:
    """Name or short name of a central body → its name."""
    names: dict[str, str] = {}
    for row in read_table(folder / "national_organs.csv", ("name", "short", "kind")):
        names[row["name"]] = row["name"]
        for short in filter(None, row["short"].split("|")):
            names.setdefault(short, row["name"])
    return names


def _places(seeds: Seeds) -> dict[str, str]:
    """Surface → full name, or '' where the surface means several at its own level."""
    surfaces: dict[str, set[str]] = {}
    for surface, place in seeds.places.names():
        if place.level == "country" or (place.historical and surface in surfaces):
            continue
        if len(surface) >= 2 and (surface == place.name or place.level in _SHORT_LEVELS):
            surfaces.setdefault(surface, set()).add(place.name)
    return {surface: next(iter(names)) if len(names) == 1 else "" for surface, names in surfaces.items()}


def _taiwan(folder: Path) -> dict[str, str]:
    """Surface → full name of the counties and cities of Taiwan, which have no code of GB/T 2260."""
    rows = read_table(folder / "taiwan_places.csv", ("name", "short"))
    return {surface: row["name"] for row in rows for surface in (row["name"], row["short"]) if surface}


def _by_word(
    by_kind: Mapping[str, Iterable[str]],
) -> tuple[list[str], tuple[tuple[str, ...], ...], tuple[int, ...]]:
    """All words in order, the mixes of kinds that words have, and which mix each has."""
    kinds: dict[str, list[str]] = {}
    for kind, words in by_kind.items():
        for word in words:
            kinds.setdefault(word, []).append(kind)
    ordered = sorted(kinds)
    mixes = {mix: number for number, mix in enumerate(sorted({tuple(mix) for mix in kinds.values()}))}
    return ordered, tuple(mixes), tuple(mixes[tuple(kinds[word])] for word in ordered)
