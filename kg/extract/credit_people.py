"""The people of a credit: words that are names, alone, behind a medium, or before the work they share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Span
from kg.seeds import load_seeds

_HAN = "\u3400-\u9fff"
_WORD = re.compile(r"[^\s、，,；;/／|｜丨&+]+")
_PERSON = re.compile(rf"[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}(?:·[{_HAN}]{{1,8}})+")
#: A name beside a marker, also without a surname.
OTHER_PERSON = re.compile(rf"[{_HAN}]{{2,3}}")
MEDIA = re.compile("(?:社|报|网|融媒|传媒|新闻|电视台|电台|总台|央视|卫视|广电|在线|视觉|中心|发布|客户端)$")
#: An office before its people: 党委宣传部 甲 乙. It is credited only where it stands alone.
_OFFICE = re.compile("(?:[部处室办局厅院委所站队镇乡村科]|中心|公司|集团|政协|人大|协会|大学|学校|街道)$")
#: 甲 乙/文 丙/摄: people before the work that they share.
_SHARE = re.compile(
    rf"(?P<names>[{_HAN}·\s、]{{2,60}})[/／]\s?(?P<work>文|图|摄)(?![{_HAN}：:|｜丨])[\s，、；;]*"
)


@dataclass(frozen=True, slots=True)
class Credited:
    """Somebody credited with a role, and where the name stands."""

    agent: str
    role: str
    span: Span


def shared_out(text: str, span: Span, roles: Mapping[str, tuple[str, ...]]) -> list[Credited] | None:
    """甲 乙/文 丙/摄: people before their work; None unless the whole stretch is told so."""
    credited: list[Credited] = []
    at = span.start
    while at < span.end:
        share = _SHARE.match(text, at, span.end)
        words = split_words(text, Span(*share.span("names"))) if share else []
        people = [word for word in words if is_person(text[slice(*word)], rare=True)]
        if not share or not people or text[slice(*words[-1])] in ("文", "图"):
            return None
        for word in people:
            name = re.sub(r"\s", "", text[slice(*word)])
            credited += [Credited(name, role, word) for role in roles[share["work"]]]
        at = share.end()
    return credited


def alone(text: str, span: Span, *, behind_dateline: bool = False) -> list[Credited]:
    """Names in brackets that end a report, or follow its dateline: (甲 乙); none when one of them is a place
    or no name. Behind a dateline one of them shows that the others are names too.
    """
    words = split_words(text, span)
    names = [text[word.start : word.end] for word in words]
    places = load_seeds().places
    people = [is_person(name, rare=behind_dateline) for name in names]
    shown = behind_dateline and any(people) and all(OTHER_PERSON.fullmatch(name) for name in names)
    if not (all(people) or shown) or any(places.by_name(name) for name in names):
        return []
    return [Credited(re.sub(r"\s", "", name), "reporter", word)
            for name, word in zip(names, words, strict=True)]  # fmt: skip


def signed(text: str, start: int, end: int) -> list[Credited] | None:
    """A last line of a medium and its people: 某某融媒 甲 乙."""
    medium, *people = split_words(text, Span(start, end)) or [Span(start, start)]
    if not people or not MEDIA.search(text, *medium):
        return None
    if not all(is_person(text[span.start : span.end], rare=False) for span in people):
        return None
    return [Credited(re.sub(r"\s", "", text[span.start : span.end]), "reporter", span) for span in people]


def is_person(word: str, *, rare: bool) -> bool:
    """Two to four characters that begin with a surname; a rare one only beside a marker."""
    word = re.sub(r"\s", "", word)
    if not _PERSON.fullmatch(word):
        return False
    if "·" in word:
        return True
    seeds = load_seeds()
    surname = next((word[:n] for n in (2, 1) if word[:n] in seeds.surnames), "")
    return len(word) > len(surname) > 0 and (rare or surname not in seeds.rare_surnames)


def split_words(text: str, span: Span) -> list[Span]:
    """The words of a stretch; 杨 柳 is one word, because a name is never one character long."""
    found: list[Span] = []
    single = False
    for match in _WORD.finditer(text, *span):
        word = Span(*match.span())
        first = text[word.start]
        alone = word.end - word.start == 1 and "\u3400" <= first <= "\u9fff" and first not in "摄文图"
        if alone and single and text[found[-1].end : word.start].isspace():
            found[-1], single = Span(found[-1].start, word.end), False
        else:
            found.append(word)
            single = alone
    return found


def holds(text: str, span: Span, following: Span) -> bool:
    """A word is an office, and the next one somebody in it."""
    office, person = text[slice(*span)], text[slice(*following)].strip("()（）【】[]〔〕")
    return bool(_OFFICE.search(office)) and not is_person(office, rare=False) and is_person(person, rare=True)
