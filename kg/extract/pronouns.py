"""Pronouns: 他指出 is said by the one whom the sentence before is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.agents import Person, Spoken
from kg.extract.lexicon import Lexicon
from kg.extract.roles import Act, is_subject


@cache
def _says(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = lexicon.one_of("role.spoke", "role.spoke.weak")
    adverbs = "(?:还|也|同时|随后|最后|首先|进一步|特别)*"
    return re.compile(rf"(?:^|(?<=[，。；！？”\n]))(?:他|她){adverbs}(?P<verb>{verbs})")


def said(lexicon: Lexicon, text: str, spoken: Sequence[Spoken]) -> Iterator[tuple[Spoken, Person, Act]]:
    """Each 他 or 她 that speaks, with its person: the subject of the last sentence of the paragraph."""
    subject: Person | None = None
    paragraph = -1
    for each in spoken:
        if each.sentence.paragraph != paragraph:
            subject, paragraph = None, each.sentence.paragraph
        first = each.groups[0] if each.groups else None
        match = _says(lexicon).search(text, *each.span)
        if match and first and first.span.end <= match.start():
            subject = _subject(text, each) or subject
        if match and subject:
            yield each, subject, Act("spoke", match.start("verb"), match.end("verb"), "pronoun")
        subject = _subject(text, each) or subject


def _subject(text: str, each: Spoken) -> Person | None:
    """The one person whom a sentence begins with; of two who act none."""
    first = each.groups[0] if each.groups else None
    if first is None or len(first.people) != 1:
        return None
    return first.people[0] if is_subject(text[each.span.start : first.span.start]) else None
