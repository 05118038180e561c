"""An article with its facts drawn onto the text, and the rule that made each: for whoever adds a rule.

[大连市委副书记、市长][陈绍旺][主持]会议。
    post 陈绍旺 | 大连市委 | 副书记            chain 0.95   “大连市委副书记” “陈绍旺”
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import fields
from itertools import accumulate

from kg.model import (
    AgreementFact,
    AliasFact,
    AppointmentFact,
    Article,
    CreditFact,
    DocumentFact,
    EventFact,
    Fact,
    Facts,
    GroupFact,
    MeasureFact,
    ParticipationFact,
    PostFact,
    RepresentedFact,
    Span,
)

_SHOWN = 24  # code points of an evidence span that are shown beside its fact
_WORDS: dict[type[Fact], Callable[..., tuple[object, ...]]] = {
    PostFact: lambda f: ("former" if f.former else "post", f.person, f.org, f.title),
    EventFact: lambda f: ("planned" if f.planned else "event", f.key, f.type, f.name, f.date, f.place),
    ParticipationFact: lambda f: (f.role, f.agent, f.event),
    AgreementFact: lambda f: ("agreement", f.title, "、".join(f.parties), f.date, f.event),
    DocumentFact: lambda f: (f.relation, f.title, f.event),
    AppointmentFact: lambda f: (f.action, f.person, f.org, f.title, f.date),
    GroupFact: lambda f: ("group", f.name, f.size, "、".join(f.members)),
    MeasureFact: lambda f: ("measure", f.list, f.order, f.text),
    RepresentedFact: lambda f: ("invited" if f.invited else "represented", f.body, f.event),
    AliasFact: lambda f: ("alias", f.alias, f.name),
    CreditFact: lambda f: ("credit", f.role, f.agent),
}


def explain(article: Article, facts: Facts) -> str:
    """The text of `article` line by line, the words that `facts` rest on in brackets.

    Under each line stand the facts whose first words are in it, with rule, confidence and words; what has no
    words of its own closes the page.
    """
    lines = article.text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    told: list[list[tuple[int, str]]] = [[] for _ in lines]
    spans: list[set[Span]] = [set() for _ in lines]
    for fact in (fact for kind in fields(facts) for fact in _of_kind(facts, kind.name)):
        first = min((span.start for span in fact.evidence), default=len(article.text))
        told[bisect_right(starts, first) - 1].append((first, _line(article, fact)))
        for span in fact.evidence:
            spans[bisect_right(starts, span.start) - 1].add(span)
    page: list[str] = []
    for line, start, found, facts_here in zip(lines, starts, spans, told, strict=True):
        page.append(_bracketed(article.text, Span(start, start + len(line)), sorted(found)))
        page += [words for _, words in sorted(facts_here)]
    return "\n".join(page)


def _of_kind(facts: Facts, name: str) -> Iterator[Fact]:
    value = getattr(facts, name)
    yield from (item for item in value if isinstance(item, Fact)) if isinstance(value, tuple) else ()


def _bracketed(text: str, line: Span, spans: list[Span]) -> str:
    """The line with brackets around each run of evidence; runs that overlap are one."""
    pieces, position = [], line.start
    while spans:
        start, end = spans.pop(0)
        while spans and spans[0].start < end:
            end = max(end, spans.pop(0).end)
        pieces += [text[position:start], "[", text[start:end], "]"]
        position = end
    return "".join((*pieces, text[position : max(line.end, position)]))


def _line(article: Article, fact: Fact) -> str:
    kind, *words = _WORDS[type(fact)](fact)
    told = " | ".join("-" if word in (None, "") else str(word) for word in words)
    quotes = " ".join(f"“{_short(article.text[span.start : span.end])}”" for span in fact.evidence)
    trust = "" if fact.confidence is None else f" {fact.confidence:.2f}"
    return f"    {kind} {told}    {fact.rule or 'stated'}{trust}    {quotes}"


def _short(words: str) -> str:
    words = words.replace("\n", " ")
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
