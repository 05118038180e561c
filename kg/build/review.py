"""Review: pairs of people of one name that nothing decides, with their evidence, the most valuable first."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.build.kept import Kept
from kg.graph.draft import article_key
from kg.model import AppointmentFact, Article, Candidate, Facts, ParticipationFact, PostFact, Resolution, Span
from kg.resolve import RETRACTED, Decision, resolve
from kg.seeds import load_seeds

_ENDS = "。！？；\n"
_MOST_QUOTES = 3  # of one article
_LONGEST = 60  # characters of a quote on each side of the name


@dataclass(frozen=True, slots=True)
class Seen:
    """One person in one article: `posts` as "org title", `quotes` the sentences of the facts."""

    article: str
    id: str
    published: str | None
    title: str | None
    posts: tuple[str, ...]
    quotes: tuple[str, ...]
    facts: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people of one name, each by the articles that speak of them, the one that says most first.

    `value` is what a decision is worth: how many pairs of facts it joins or keeps apart, times how unsure
    the outcome is (`prior` is the chance that they are one, its variance p(1 - p) the doubt).
    """

    name: str
    prior: float
    first: tuple[Seen, ...]
    second: tuple[Seen, ...]
    value: float


class Review:
    """The undecided pairs of a build. `decide` takes a decision in and counts its consequences."""

    def __init__(self, kept: Kept, decided: Iterable[Decision]) -> None:
        self._decided = list(decided)
        self._articles = kept.articles
        retracted = {key for d in self._decided if d.verdict == RETRACTED for key in d.articles}
        keyed = (dataclasses.replace(facts, hash=article_key(facts, None)) for facts in kept.facts)
        self._facts = [facts for facts in keyed if facts.hash not in retracted]
        self._pairs: dict[str, list[Pair]] = defaultdict(list)
        self._take(self._facts)

    def pairs(self) -> list[Pair]:
        """The most valuable first."""
        every = (pair for pairs in self._pairs.values() for pair in pairs)
        return sorted(every, key=lambda p: (-p.value, p.name, p.first[0].article, p.second[0].article))

    def decide(self, decision: Decision) -> None:
        """Resolve the people of that name again. TableError when the decision contradicts another one."""
        self._again(decision.name, [*self._decided, decision])

    def undo(self, decision: Decision) -> None:
        """As if the decision had never been."""
        self._again(decision.name, [other for other in self._decided if other != decision])

    def _again(self, name: str, decided: list[Decision]) -> None:
        before = self._decided
        self._decided = decided
        try:
            self._take([facts for facts in self._facts if name in people_of(facts)], name)
        except Exception:
            self._decided = before
            raise

    def _take(self, all_facts: list[Facts], name: str | None = None) -> None:
        resolution = resolve(all_facts, load_seeds(), self._decided)
        people = self._people(all_facts, resolution)
        pairs: dict[str, list[Pair]] = defaultdict(list)
        for candidate in resolution.candidates:
            if name in (None, candidate.name) and not self._is_settled(candidate, people):
                pairs[candidate.name].append(_pair(candidate, people))
        if name is not None:
            pairs = self._pairs | {name: pairs[name]}
        self._pairs = pairs

    def _people(self, all_facts: list[Facts], resolution: Resolution) -> dict[str, tuple[Seen, ...]]:
        """Key of a person → where they are seen; only those of whom there is a doubt."""
        doubtful = {key for pair in resolution.candidates for key in (pair.first, pair.second)}
        names = defaultdict(list)
        for (article, name), key in resolution.persons.items():
            if key in doubtful:
                names[article].append((name, key))
        seen: dict[str, dict[str, Seen]] = defaultdict(dict)
        for facts in all_facts:
            for name, key in names[facts.hash or ""]:
                here = _seen(name, facts, self._articles.get(facts.hash or ""))
                other = seen[key].get(here.article)
                seen[key][here.article] = max(here, other, key=lambda s: s.facts) if other else here
        return {key: tuple(sorted(places.values(), key=lambda s: (-s.facts, s.published or "", s.article)))
                for key, places in seen.items()}  # fmt: skip

    def _is_settled(self, candidate: Candidate, people: dict[str, tuple[Seen, ...]]) -> bool:
        """Whether someone has looked at the two and left them open."""
        keys = (candidate.first, candidate.second)
        first, second = ({seen.article for seen in people[key]} for key in keys)
        told = (set(d.articles) for d in self._decided if d.name == candidate.name)
        return any(articles & first and articles & second for articles in told)


def people_of(facts: Facts) -> set[str]:
    """Everyone who acts or holds a post in these facts."""
    holders = {row.person for row in facts.posts} | {row.person for row in facts.appointments}
    return holders | {row.agent for row in facts.participation}


def _pair(candidate: Candidate, people: dict[str, tuple[Seen, ...]]) -> Pair:
    first, second = people[candidate.first], people[candidate.second]
    stakes = sum(seen.facts for seen in first) * sum(seen.facts for seen in second)
    doubt = candidate.prior * (1 - candidate.prior)
    return Pair(candidate.name, candidate.prior, first, second, round(stakes * doubt, 6))


def _seen(name: str, facts: Facts, article: Article | None) -> Seen:
    rows = list(_rows(name, facts))
    posts = [f"{row.org} {row.title}" for row in rows if not isinstance(row, ParticipationFact)]
    spans = sorted({row.evidence[0] for row in rows if row.evidence})
    sentences = dict.fromkeys(_sentence(article.text, span) for span in spans) if article else {}
    quotes = [_around(article.text, sentence, name) for sentence in sentences] if article else []
    return Seen(
        article=facts.hash or "", id=facts.id, published=facts.published, title=facts.title, facts=len(rows),
        posts=tuple(dict.fromkeys(posts)), quotes=tuple(quotes[:_MOST_QUOTES]),
    )  # fmt: skip


def _rows(name: str, facts: Facts) -> Iterator[PostFact | AppointmentFact | ParticipationFact]:
    yield from (row for row in facts.posts if row.person == name)
    yield from (row for row in facts.appointments if row.person == name)
    yield from (row for row in facts.participation if row.agent == name)


def _sentence(text: str, span: Span) -> Span:
    """The sentence that the words stand in."""
    start = max(text.rfind(end, 0, span.start) + 1 for end in _ENDS)
    ends = [at + 1 for end in _ENDS if (at := text.find(end, span.end)) >= 0]
    return Span(start, min(ends, default=len(text)))


def _around(text: str, sentence: Span, name: str) -> str:
    """The part of a sentence around the name; the whole when it is not long."""
    at = max(text.find(name, sentence.start, sentence.end), sentence.start)
    left, right = max(sentence.start, at - _LONGEST), min(sentence.end, at + _LONGEST)
    words = " ".join(text[left:right].split())
    return f"{'…' if left > sentence.start else ''}{words}{'…' if right < sentence.end else ''}"
