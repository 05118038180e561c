"""Agreements that only point back to one already stated: the headline's words, a shorter title, a twin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.agreements import Signed

#: Words by which a report speaks of its own side.
_SELF = re.compile(r"集团公司|集团|公司|学校|我校|本校|该校|企业|该公司|双方")
_PART = re.compile("[院局处委部厅办]$")
_SHORT = 6  # code points of a title that says no more than what kind of agreement it is

Key = tuple[str, frozenset[str]]


def plain(title: str) -> str:
    """A title without the marks and blanks around and inside it."""
    return re.sub(r"[《》“”‘’\s]", "", title)


def without_repeats(found: list[Signed], head: int) -> list[Signed]:
    """The agreements that state something of their own; `head` is where the first sentence ends."""
    keys = dict.fromkeys(_key(item) for item in found)
    by_party: dict[str, list[Key]] = {}
    for key in keys:
        for party in sorted(key[1]):
            by_party.setdefault(party, []).append(key)
    repeated = {key for key in keys if _is_shorter(key, by_party)}
    told = [_sides(item.parties) for item in found if item.at.start >= head]
    out: list[Signed] = []
    kept: dict[str, list[frozenset[str]]] = {}
    for item in found:
        title, parties = key = _key(item)
        in_headline = item.rule == "signed-phrase" and item.at.start < head
        headline = in_headline and any(_all_begin(_sides(parties), theirs) for theirs in told)
        if headline or key in repeated or _is_twin(item, kept.get(title, ())):
            continue
        out.append(item)
        kept.setdefault(title, []).append(parties)
    return out


def _sides(parties: Iterable[str]) -> frozenset[str]:
    """The parties, a place for its government."""
    return frozenset(re.sub("(?:人民)?政府$", "", party) for party in parties)


def _all_begin(parties: Iterable[str], theirs: Iterable[str]) -> bool:
    """Each party is one of the others, or short for one: 光州 for 光州广域市, no school for its college."""
    return all(
        any(other == party or (other.startswith(party) and not _PART.search(other)) for other in theirs)
        for party in parties
    )


def _key(item: Signed) -> Key:
    return plain(item.title), frozenset(item.parties)


def _is_shorter(key: Key, by_party: dict[str, list[Key]]) -> bool:
    """合作协议 after 战略合作协议 of the same parties."""
    title, parties = key
    others = {other for party in parties for other in by_party[party]}
    return any(
        other != title and other.endswith(title) and (parties <= theirs or len(title) <= _SHORT)
        for other, theirs in others
    )


def _is_twin(item: Signed, kept: Iterable[frozenset[str]]) -> bool:
    """The same title with no other party, or with one that only says 公司 or 双方."""
    parties = set(item.parties)
    own = any(_SELF.match(party) for party in parties)
    return any(parties <= theirs or (own and parties & theirs) for theirs in kept)
