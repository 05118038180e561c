"""Pronouns: 他指出 is said by whom the sentence before is about; 四市市长 are people named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.agents import Person, Spoken, in_sentences, regrouped
from kg.extract.lexicon import Lexicon
from kg.extract.marks import STOPS, Marks
from kg.extract.numerals import number
from kg.extract.posts import PostMention
from kg.extract.roles import Act, done, is_subject
from kg.extract.spans import InOrder, Spans
from kg.model import Span

#: 他 at the head of a clause: not 他们, 他国, 他的.
_HE = re.compile("[他她](?![们人国日乡的俩])")
_BEFORE_HE = frozenset(("", *"，。；！？”\n"))


#: What stands before 黄市长: no part of a name or of a body.
_BEFORE_SHORT = frozenset(("", *STOPS, *"“”\n向对与同和由请在"))
#: Surnames that are words more often before a title (向市长, 和书记).
_NO_SHORT = frozenset("和向于任同由为与从对副正总原前时现各其该本")


def with_pronouns(marks: Marks, spoken: Sequence[Spoken], posts: Sequence[PostMention]) -> list[Spoken]:
    """The sentences with 他, the last subject of the paragraph, and 黄市长, somebody who is named."""
    out: list[Spoken] = []
    titled = _by_short_title(marks, spoken, posts)
    subject: Person | None = None
    paragraph, he = -1, "他" in marks.text or "她" in marks.text
    for each in spoken:
        if each.sentence.paragraph != paragraph:
            subject, paragraph = None, each.sentence.paragraph
        made = [*(_pronouns(marks.text, each, subject) if he else ()), *titled.starting(*each.span)]
        people = [person for group in each.groups for person in group.people]
        out.append(regrouped(marks, each, [*people, *made]) if made else each)
        subject = _subject(marks.text, out[-1]) or subject
    return out


def _pronouns(text: str, each: Spoken, before: Person | None) -> Iterator[Person]:
    for match in _HE.finditer(text, *each.span):
        at = Span(*match.span())
        if text[at.start - 1 : at.start] not in _BEFORE_HE:
            continue
        here = _subject(text, each) if each.groups and each.groups[0].span.end <= at.start else None
        subject = here or before
        quoted = text.count("“", each.span.start, at.start) > text.count("”", each.span.start, at.start)
        inside = any(group.span.start < at.end and at.start < group.span.end for group in each.groups)
        if subject and not quoted and not inside:
            yield Person(subject.name, at, at)


def _by_short_title(
    marks: Marks, spoken: Sequence[Spoken], posts: Sequence[PostMention]
) -> InOrder[Person]:
    """黄市长: the one person of that surname who holds such a title, else the only one of that surname."""
    text, found = marks.text, list[Person]()
    people = [person for each in spoken for group in each.groups for person in group.people]
    taken = Spans(person.span for person in people)
    names: dict[str, set[str]] = {}
    for person in people:
        names.setdefault(person.name[0], set()).add(person.name)
    for start, end in marks.spans["title"]:
        surname = text[start - 1 : start]
        bounded = text[start - 2 : start - 1] in _BEFORE_SHORT and marks.breaks[start - 1]
        if not bounded or surname not in names or surname in _NO_SHORT or taken.covers(start):
            continue
        known = names[surname]
        if len(known) > 1:
            held = {p.person for p in posts if _holds(p.body.title, text[start:end])}
            known = known & held
        if len(known) == 1:
            at = Span(start - 1, end)
            found.append(Person(next(iter(known)), at, at))
    return InOrder(found, lambda person: person.at)


#: 四市市长, 三位部长: holders of one title whose number is known.
_HOLDERS = re.compile(
    r"(?P<n>[两二三四五六七八九十])(?:位|名|方|市|省|县|区|国|州|校|地)"
    r"(?P<title>副?(?:市长|省长|县长|区长|州长|书记|部长|校长|院长|主任|局长|董事长|总经理|主席))"
)


def holders(
    lexicon: Lexicon, text: str, spoken: Sequence[Spoken], posts: Sequence[PostMention]
) -> Iterator[tuple[Spoken, Person, Act]]:
    """四市市长共同签署: what the holders of a title did, where the article names as many of them."""
    for each, match in in_sentences(_HOLDERS, text, spoken):
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
