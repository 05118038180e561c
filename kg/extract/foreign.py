"""Bodies of states: 法国总统, 韩国驻华大使, 日本外相, and a bare 总统 or 国务委员."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.lexicon import Lexicon
from kg.extract.offices import absorb

_EMBASSY = re.compile(r"(.*?)驻(.+?)(?:大使馆|使馆|总领馆|总领事馆)?")
_ENVOY = re.compile(r"(?:大使|公使|代办|总领事|领事|参赞)$")
#: 越共中央政治局, 古共中央: parties named by the first character of their state.
_SISTER_PARTY = re.compile("([^中])共(?:中央|$)")
#: Posts that only a state has, and the bodies whose members hold those of China.
_OF_STATE = re.compile(r"(?:代|当选|前)?(?:第一|常务)?副?(?:总统|首相|总理)|国务委员")
_OF_CHINA = re.compile(r"中共中央|中央|国务院")
_NEW = ("新", "候任", "现任", "时任")
_GOVERNMENT_HEAD = re.compile("总理|首相")


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
    sister = _SISTER_PARTY.match(words)
    if sister and sister[1] in country_letters(lexicon):
        return ForeignBody(words, title, country_letters(lexicon)[sister[1]])
    size = lexicon.country_heads.size(words)
    state = countries[words[:size]] if size else country_letters(lexicon).get(words)
    if not state:
        return None
    rest = words[max(size, 1) :].removesuffix("国家")
    rest = "" if rest in _NEW else rest
    org, title = (state + rest, title) if rest else foreign_title(state, title)
    return ForeignBody(*absorb(lexicon, org, title), state)


def state_body(lexicon: Lexicon, title: str, country: str, last: str) -> tuple[str, str] | None:
    """人民民主党主席、总统: a bare post of the state whose party it is; of China's behind its own bodies.

    `country` is the state named before, `last` the body before; None where the title says nothing of a state.
    """
    of_china = _OF_CHINA.match(last) is not None
    if title == "总书记":
        return "中共中央", title
    if title in lexicon.contractions and (country or of_china):
        return absorb(lexicon, country, title)  # 国务委员兼外长
    if not _OF_STATE.fullmatch(title):
        return None
    if country:
        return foreign_title(country, title)
    return ("国务院", title) if title == "国务委员" or of_china else None


def foreign_title(state: str, title: str) -> tuple[str, str]:
    """The body and the title of who governs a state: 法国 + 总统, 日本政府 + 首相."""
    return (state + "政府" if _GOVERNMENT_HEAD.search(title) else state), title


def _embassy(lexicon: Lexicon, words: re.Match[str], title: str, country: str) -> str:
    countries, letters = lexicon.countries, country_letters(lexicon)
    sender, host = words.groups()
    sender = countries.get(sender) or letters.get(sender) or sender or country
    host = countries.get(host) or letters.get(host) or host
    return f"{sender}驻{host}{'总领事馆' if '领事' in title else '大使馆'}"


@cache
def country_letters(lexicon: Lexicon) -> dict[str, str]:
    """华 and 法 of 驻华, 驻法: one-character names of countries."""
    return {form: c.name for c in lexicon.seeds.countries.values() for form in c.short_forms}
