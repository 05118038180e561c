"""What begins no personal name: verbs, and surnames that are words here (主席和普京总统, 委员要牢记)."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import Lexicon
from kg.extract.marks import STOPS, Marks
from kg.extract.name_edges import CONJUNCTIONS

_VERB = 2  # code points of the shortest follower that begins no name (强调)
_NEAR = 6  # code points of a name that a title follows: 主席和希奇莱马总统
#: Surnames that are prepositions and the like more often than not; no country stands behind a surname.
_WORDS = frozenset((*CONJUNCTIONS, *"从由向访赴区于"))
#: 主席国以来, 理事国发表: 国 belongs to the word before.
_OF_STATES = ("主席", "理事", "成员")
_NO_GIVEN = frozenset("为所经在将的和与对已以")
#: 向两国元首, 向人们: words that no given name begins with.
_WHOM = re.compile(
    "[向和由从](?:[两各全这那该其我他她您各]|人们|大家|记者|气候)|于(?:会[中上前后]|[今昨当]|近日|日前)"
)
#: 和佐科总统: one name between a conjunction and a title.
_NAME = re.compile("[\u4e00-\u9fff·]+")
_DOTTED = re.compile("[\u4e00-\u9fff-]{1,9}[·•・]")


@cache
def _never(lexicon: Lexicon) -> tuple[str, ...]:
    """What begins no name (有关, 某)."""
    return lexicon.words("edge.name.bars")


def no_name(marks: Marks, start: int) -> bool:
    """Do the characters at `start` begin something else than a name?"""
    text, lexicon = marks.text, marks.lexicon
    verb = len(marks.word("follower", start)) >= _VERB and text[start : start + 2] not in lexicon.named
    if verb or text.startswith(("要", *_never(lexicon)), start) or _is_country(marks, start):
        return True
    return (text[start] in _WORDS and _is_word(marks, start)) or _of_states(marks, start)


def _is_country(marks: Marks, start: int) -> bool:
    """轮值主席阿尔及利亚总统: no name begins the name of a country, but for 约旦 and 马里 in 马里奥."""
    named = marks.starts["country"].get(start, 0) > start + 2
    return named and not _DOTTED.match(marks.text, start)


def _is_word(marks: Marks, start: int) -> bool:
    """和师生, 从自身, 访伊朗, 和曾担任; 主席和普京总统: what stands behind is another word or a name."""
    text, after = marks.text, start + 1
    following = text[after : after + 2]
    word = following in marks.lexicon.not_names or following in marks.lexicon.seeds.words
    if text[start] in CONJUNCTIONS or text[start] in "从区":
        verb = len(marks.word("follower", after)) >= _VERB
        titled = any(
            at in marks.starts["title"] and _NAME.fullmatch(text, after, at)
            for at in range(after + 2, min(after + _NEAR, len(text)))
        )
        if word or verb or titled:
            return True
    return after in marks.starts["country"] or _WHOM.match(text, start) is not None


def _of_states(marks: Marks, start: int) -> bool:
    """主席国以来, 理事国发表: but 主席国士衡."""
    text, following = marks.text, marks.text[start + 1 : start + 3]
    if text[start] != "国" or not text.endswith(_OF_STATES, 0, start):
        return False
    word = following in marks.lexicon.seeds.words or len(marks.word("follower", start + 1)) >= _VERB
    return word or following[:1] in _NO_GIVEN or following[:1] in STOPS
