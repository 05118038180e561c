"""All seed tables of one folder, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from kg.packaged import seeds_dir
from kg.seeds.changes import read_changes, read_organization_changes
from kg.seeds.countries import City, Country, read_cities, read_countries
from kg.seeds.names import (
    Surname,
    read_external_ids,
    read_generic_titles,
    read_given,
    read_given_pinyin,
    read_hant,
    read_place_pinyin,
    read_surnames,
    read_words,
)
from kg.seeds.places import Gazetteer, Place, read_aliases, read_places


@dataclass(frozen=True)
class Seeds:
    """What is already known and given. A table is read, and checked whole, at its first use."""

    folder: Path

    @cached_property
    def places(self) -> Gazetteer:
        """Divisions of China, today's and former ones, and countries."""
        current = self._divisions[0]
        former = read_changes(self.folder / "place_changes.csv", current)
        aliases = read_aliases(self.folder / "place_aliases.csv", current)
        countries = self.countries.values()
        aliases |= {form: c.code for c in countries for form in c.short_forms if len(form) > 1}
        return Gazetteer([*current.values(), *former, *(c.place for c in countries)], aliases)

    @cached_property
    def abbreviations(self) -> Mapping[str, Place]:
        """辽 → 辽宁省, 连 → 大连市: the letters that stand for a division in compounds (辽连, 京津冀)."""
        return self._divisions[1]

    @cached_property
    def countries(self) -> Mapping[str, Country]:
        """ISO 3166-1 alpha-2 code → country."""
        return read_countries(self.folder / "countries.csv")

    @cached_property
    def cities(self) -> Mapping[str, City]:
        """Chinese name → city abroad; capitals are among them."""
        return read_cities(self.folder / "world_cities.csv")

    @cached_property
    def surnames(self) -> Mapping[str, str]:
        """Surname → its pinyin with tone marks, as a surname is read."""
        return {name: row.pinyin for name, row in self._surnames.items()}

    @cached_property
    def rare_surnames(self) -> frozenset[str]:
        """Surnames that fewer than about 50 in a million bear: many are common words (是, 来, 海)."""
        return frozenset(name for name, row in self._surnames.items() if row.is_rare)

    @cached_property
    def surname_frequency(self) -> Mapping[str, float]:
        """Surname → how often it is borne, as a multiple of the mean over all bearers (王 2.9, 单 0.03)."""
        counts = {name: row.per_million for name, row in self._surnames.items() if row.per_million}
        mean = sum(count * count for count in counts.values()) / sum(counts.values())
        return {name: count / mean for name, count in counts.items()}

    @cached_property
    def place_pinyin(self) -> Mapping[str, tuple[str, ...]]:
        """Full name of a place → its syllables with tone marks, where a general reader is or may be wrong."""
        return read_place_pinyin(self.folder / "pinyin_places.csv")

    @cached_property
    def given_pinyin(self) -> Mapping[str, str]:
        """Character → its syllable in a given name, where that is not the usual one."""
        return read_given_pinyin(self.folder / "pinyin_given.csv")

    def is_generic(self, title: str) -> bool:
        """True for a title that many hold at once, as its longest end says (领导, 委员; not 主任委员)."""
        return _of_longest_end(title, self._titles[0])

    def is_single(self, title: str) -> bool:
        """True for a title that one person holds at a time (书记, 市长; not 副市长)."""
        return _of_longest_end(title, self._titles[1])

    @cached_property
    def _titles(self) -> tuple[dict[str, bool], dict[str, bool]]:
        return read_generic_titles(self.folder / "generic_titles.csv")

    @cached_property
    def organization_changes(self) -> Mapping[str, tuple[str, str]]:
        """Name of a body that ended → (name of the one that took its place, year)."""
        return read_organization_changes(self.folder / "organization_changes.csv")

    @cached_property
    def external_ids(self) -> Mapping[tuple[str, str], Mapping[str, str]]:
        """(name, "org title") → the row of the reviewed id of who holds or held that post."""
        return read_external_ids(self.folder / "external_ids.csv")

    @cached_property
    def words(self) -> frozenset[str]:
        """Frequent words and those of this genre, for word boundaries in pinyin."""
        return read_words(self.folder / "words.csv")

    @cached_property
    def hant(self) -> Mapping[str, Mapping[str, str]]:
        """Kind (surname, given, place) → simplified → traditional, where a converter errs."""
        return read_hant(self.folder / "hant_names.csv")

    @cached_property
    def given(self) -> Mapping[str, float]:
        """Character → log-likelihood ratio of given names against running text."""
        return read_given(self.folder / "given_names.csv")

    @cached_property
    def _surnames(self) -> dict[str, Surname]:
        return read_surnames(self.folder / "surnames.csv")

    @cached_property
    def _divisions(self) -> tuple[dict[str, Place], dict[str, Place]]:
        return read_places(self.folder / "places.csv")


def _of_longest_end(title: str, flags: Mapping[str, bool]) -> bool:
    return next((flags[title[start:]] for start in range(len(title)) if title[start:] in flags), False)


def load_seeds(folder: Path | None = None) -> Seeds:
    """The seeds of a folder (default: those that travel with the package), read once a folder.

    A table that is missing or has a broken row raises TableError, with file:line, when it is first used.
    """
    return _packaged() if folder is None else _load(folder.resolve())


@cache
def _packaged() -> Seeds:
    return _load(seeds_dir().resolve())


@lru_cache(maxsize=8)
def _load(folder: Path) -> Seeds:
    return Seeds(folder)
