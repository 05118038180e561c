"""Does every fact point at its words?"""

from __future__ import annotations

from kg.evaluate.matching import normal, overlaps
from kg.model import Article, Fact, Facts, Span

_KINDS = ("posts", "events", "participation", "agreements", "documents", "appointments", "groups", "measures",
          "represented", "aliases", "credits")


def spans_exact(article: Article, facts: Facts) -> tuple[str, ...]:
    """What is wrong with the spans, one line each; empty when all are exact.

    Every fact has evidence; every span lies in the text and holds more than blanks; the words of a measure
    are its span's words; the words of a person's mention are the name or a part of it; and the hash of the
    facts, where given, is the article's.
    """
    problems = []
    if facts.hash is not None and facts.hash != article.hash:
        problems.append(f"{facts.id}: hash {facts.hash} is not the article's {article.hash}")
    for kind in _KINDS:
        for i, fact in enumerate(getattr(facts, kind)):
            problems += [f"{facts.id}: {kind}[{i}] {what}" for what in _fact_problems(article, fact)]
    for i, measure in enumerate(facts.measures):
        if not any(normal(measure.text) in normal(article.quote(span)) for span in measure.evidence):
            problems.append(f"{facts.id}: measures[{i}] its text is not in its evidence")
    for i, mention in enumerate(facts.mentions):
        words, name = normal(article.quote(mention.span)), normal(mention.name)
        wrong = _span_problem(article, mention.span)
        if not wrong and mention.kind == "person" and words != name and not overlaps(words, name):
            wrong = f"{words!r} is not {mention.name!r}"
        if wrong:
            problems.append(f"{facts.id}: mentions[{i}] {wrong}")
    return tuple(problems)


def _fact_problems(article: Article, fact: Fact) -> list[str]:
    if not fact.evidence:
        return ["has no evidence"]
    found = (_span_problem(article, span) for span in fact.evidence)
    return [problem for problem in found if problem]


def _span_problem(article: Article, span: Span) -> str | None:
    if not 0 <= span.start < span.end <= len(article.text):
        return f"span {tuple(span)} is not in the text of {len(article.text)} characters"
    return None if article.quote(span).strip() else f"span {tuple(span)} is blank"
