"""Pronouns: 他指出 is said by whom the sentence before is about; 四市市长 are people named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.agents import Person, Spoken
from kg.extract.lexicon import Lexicon
from kg.extract.numerals import number
from kg.extract.posts import PostMention
from kg.extract.roles import Act, done, is_subject
from kg.model import Span


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


#: 四市市长, 三位部长: holders of one title whose number is known.
_HOLDERS = re.compile(
    r"(?P<n>[两二三四五六七八九十])(?:位|名|方|市|省|县|区|国|州|校|地)"
    r"(?P<title>副?(?:市长|省长|县长|区长|州长|书记|部长|校长|院长|主任|局长|董事长|总经理|主席))"
)


def holders(
    lexicon: Lexicon, text: str, spoken: Sequence[Spoken], posts: Sequence[PostMention]
) -> Iterator[tuple[Spoken, Person, Act]]:
    """四市市长共同签署: what the holders of a title did, where the article names as many of them."""
    for each in spoken:
        for match in _HOLDERS.finditer(text, *each.span):
            title, span = match["title"], Span(*match.span())
            people = dict.fromkeys(p.person for p in posts if not p.former and _holds(p.body.title, title))
            named = any(group.span.start <= span.start < group.span.end for group in each.groups)
            if named or len(people) != number(match["n"]):
                continue
            end = min((g.span.start for g in each.groups if g.span.start >= span.end), default=each.span.end)
            for act in done(lexicon, text[span.end : end], span.end):
                for name in people:
                    yield each, Person(name, span, span), act


def _holds(held: str, title: str) -> bool:
    return held.endswith(title) and (title.startswith("副") or "副" not in held)


def _subject(text: str, each: Spoken) -> Person | None:
    """The one person whom a sentence begins with; of two who act none."""
    first = each.groups[0] if each.groups else None
    if first is None or len(first.people) != 1:
        return None
    return first.people[0] if is_subject(text[each.span.start : first.span.start]) else None
