"""Bodies of other states: 法国总统, 韩国驻华大使, 日本外相."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.lexicon import Lexicon
from kg.extract.offices import absorb

_EMBASSY = re.compile(r"(.*?)驻(.+?)(?:大使馆|使馆|总领馆|总领事馆)?")
_ENVOY = re.compile(r"(?:大使|公使|代办|总领事|领事|参赞)$")
_GOVERNMENT_HEAD = re.compile("总理|首相")
_LONGEST_COUNTRY = 10  # code points of the longest name in the table


@dataclass(frozen=True, slots=True)
class ForeignBody:
    """An organisation of a state, the title in it, and the state that the next title of the list rests on."""

    org: str
    title: str
    country: str


def foreign_body(lexicon: Lexicon, words: str, title: str, country: str) -> ForeignBody | None:
    """The body of a title after words that begin with a country, or None; `country` is the last one named."""
    embassy = _EMBASSY.fullmatch(words)
    if embassy and _ENVOY.search(title):
        return ForeignBody(_embassy(lexicon, embassy, title, country), title, country)
    countries = lexicon.countries
    size = next((n for n in range(min(len(words), _LONGEST_COUNTRY), 0, -1) if words[:n] in countries), 0)
    if not size or (size == 1 and len(words) > 1):
        return None
    state, rest = countries[words[:size]], words[size:].removesuffix("国家")
    government = not rest and _GOVERNMENT_HEAD.search(title)
    return ForeignBody(*absorb(lexicon, state + ("政府" if government else rest), title), state)


def _embassy(lexicon: Lexicon, words: re.Match[str], title: str, country: str) -> str:
    countries, letters = lexicon.countries, _country_letters(lexicon)
    sender, host = words.groups()
    sender = countries.get(sender) or letters.get(sender) or sender or country
    host = countries.get(host) or letters.get(host) or host
    return f"{sender}驻{host}{'总领事馆' if '领事' in title else '大使馆'}"


@cache
def _country_letters(lexicon: Lexicon) -> dict[str, str]:
    """华 and 法 of 驻华, 驻法: one-character names of countries."""
    return {form: c.name for c in lexicon.seeds.countries.values() for form in c.short_forms}
