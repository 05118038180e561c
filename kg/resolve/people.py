"""One block: all mentions of one name → which of them are one person, and why.

Same name is not same person. Two mentions are merged for a stated reason only:

- a human decision says that they are the same; or
- both hold a post whose holder has one and the same reviewed external id (two ids are two persons); or
- both hold the same post (same body, same title, no title that many hold at once), in years at most
  MOST_YEARS apart, or the later one as a former post; or
- they hold the same post and the year of one is not known, but the name has three characters and more, or
  they share a second post.

"different" and "unsure" forbid a merge, and a post that two "different" persons hold merges no one. All other
persons of one name are candidates, never merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from kg.errors import TableError
from kg.model import Candidate, Merge, Span
from kg.resolve.clusters import Clusters
from kg.resolve.decisions import Decision
from kg.resolve.mentions import PersonMention, PostHeld

# Two terms of five years are the longest that the rules of 2006 on terms of leading cadres allow in one post.
MOST_YEARS = 10
# The chance that two officials of one name are one person: of the 4,057 officials in the Chinese Political
# Elite Database, 64 of 641 with a two-character name have a namesake, 55 of 3,325 with a three-character one.
PRIOR_SHORT, PRIOR_LONG = 0.900, 0.983
_LEAST_PRIOR, _MOST_PRIOR = 0.5, 0.999
# Every pair of a small block is a candidate; in a larger one each person against the best attested one,
# so that a block of n persons gives n candidates and not n²/2.
_ALL_PAIRS = 12

PostKey = tuple[tuple[str, str], ...]


class Block(NamedTuple):
    """The outcome for one name: (article hash, name) → key of the person; merges and candidates, sorted;
    (key of a person, its reviewed external id).
    """

    persons: dict[tuple[str, str], str]
    merges: tuple[Merge, ...]
    candidates: tuple[Candidate, ...]
    ids: tuple[tuple[str, str], ...]


class _Edge(NamedTuple):
    first: str
    second: str
    reason: str
    evidence: tuple[tuple[str, Span], ...]


class _Pair(NamedTuple):
    """Two mentions that hold the same posts, and when."""

    posts: PostKey
    first: PersonMention
    second: PersonMention
    when: str


def resolve_block(
    mentions: Iterable[PersonMention], decisions: Iterable[Decision] = (), frequency: float = 1.0
) -> Block:
    """Resolve all mentions of one name. Pure: the order of mentions and decisions does not matter.

    `frequency` is that of the surname, as a multiple of the mean: namesakes are so much likelier.
    The smallest key of a cluster is the person's. TableError when decisions contradict each other.
    """
    ordered = sorted(mentions, key=lambda mention: mention.key)
    by_article = {mention.article: mention for mention in ordered}
    told = sorted((d for d in decisions), key=lambda d: (d.verdict, d.articles, d.reason, d.place))
    clusters = Clusters(mention.key for mention in ordered)
    edges = [edge for decision in told if decision.verdict == "same" for edge in _said(decision, by_article)]
    joined = [edge for edge in edges if clusters.join(edge.first, edge.second)]
    apart = {verdict: _forbid(verdict, told, by_article, clusters) for verdict in ("different", "unsure")}
    joined += [edge for edge in _identified(ordered) if clusters.join(edge.first, edge.second)]
    _forbid_ids(ordered, clusters)
    shared = _shared(ordered, apart["different"])
    joined += [_edge(*pair) for pair in shared if clusters.join(pair.first.key, pair.second.key)]
    persons = {(mention.article, mention.name): clusters.kept(mention.key) for mention in ordered}
    ids = {(clusters.kept(mention.key), known) for mention in ordered for known, _ in mention.ids}
    candidates = _candidates(ordered, clusters, apart["different"], frequency)
    return Block(persons, _merges(joined, clusters), candidates, tuple(sorted(ids)))


def _said(decision: Decision, by_article: dict[str, PersonMention]) -> list[_Edge]:
    found = [by_article[article] for article in decision.articles if article in by_article]
    reason = f"decided by {decision.by} on {decision.date}: {decision.reason}"
    return [_Edge(found[0].key, other.key, reason, ()) for other in found[1:]]


def _forbid(
    verdict: str, told: Sequence[Decision], by_article: dict[str, PersonMention], clusters: Clusters
) -> set[frozenset[str]]:
    pairs = set()
    for decision in (d for d in told if d.verdict == verdict):
        found = [by_article[article].key for article in decision.articles if article in by_article]
        for first, second in combinations(found, 2):
            if clusters.kept(first) == clusters.kept(second):
                problem = f"says {verdict} of {decision.name}, but other decisions make them the same"
                raise TableError(decision.place, problem, "delete or change one of the decisions")
            clusters.forbid(first, second)
            pairs.add(frozenset((first, second)))
    return pairs


def _identified(ordered: Sequence[PersonMention]) -> Iterator[_Edge]:
    """The mentions of each external id, joined to the first; one with two ids says nothing."""
    first: dict[str, tuple[PersonMention, str]] = {}
    for mention in ordered:
        if len({known for known, _ in mention.ids}) == 1:
            known, post = mention.ids[0]
            other, other_post = first.setdefault(known, (mention, post))
            if other is not mention:
                reason = f"the same reviewed external id {known} ({other_post}; {post})"
                yield _Edge(other.key, mention.key, reason, ())


def _forbid_ids(ordered: Sequence[PersonMention], clusters: Clusters) -> None:
    by_id = {mention.ids[0][0]: mention.key for mention in ordered
             if len({known for known, _ in mention.ids}) == 1}  # fmt: skip
    for first, second in combinations(sorted(by_id), 2):
        if clusters.kept(by_id[first]) != clusters.kept(by_id[second]):
            clusters.forbid(by_id[first], by_id[second])


def _shared(ordered: Sequence[PersonMention], different: set[frozenset[str]]) -> Iterator[_Pair]:
    """Pairs for every post, and every two posts, that several mentions hold. A post that two namesakes held,
    as a decision says, merges no one.
    """
    holders: dict[PostKey, list[PersonMention]] = {}
    for mention in ordered:
        posts = sorted({(post.body, post.title) for post in mention.posts})
        for key in (*((post,) for post in posts), *combinations(posts, 2)):
            holders.setdefault(key, []).append(mention)
    for key in sorted(holders, key=lambda posts: (len(posts), posts)):
        keys = {mention.key for mention in holders[key]}
        if len(keys) > 1 and not any(pair <= keys for pair in different):
            yield from _chain(key, holders[key])


def _chain(key: PostKey, holders: Sequence[PersonMention]) -> Iterator[_Pair]:
    dated = sorted((m for m in holders if m.year is not None), key=lambda m: (m.year or 0, m.key))
    undated = [m for m in holders if m.year is None]
    near = [(a, b) for a, b in pairwise(dated) if _is_near(key, a, b)]
    for a, b in near:
        yield _Pair(key, a, b, f"{a.year} and {b.year}")
    is_one_run = len(near) == max(len(dated) - 1, 0)
    if undated and is_one_run and (len(key) > 1 or len(holders[0].name) > 2):
        anchor = dated[0] if dated else undated[0]
        for mention in undated:
            if mention is not anchor:
                yield _Pair(key, anchor, mention, "the year of one is not known")


def _is_near(key: PostKey, earlier: PersonMention, later: PersonMention) -> bool:
    years = (later.year or 0) - (earlier.year or 0)
    return years <= MOST_YEARS or all(post.former for post in _held(later, key))


def _held(mention: PersonMention, key: PostKey) -> list[PostHeld]:
    return [post for post in mention.posts if (post.body, post.title) in key]


def _edge(key: PostKey, first: PersonMention, second: PersonMention, when: str) -> _Edge:
    words = list(dict.fromkeys(post.words for post in _held(first, key)))
    evidence = [
        (mention.article, span)
        for mention in (first, second)
        for post in _held(mention, key)
        for span in post.evidence[:1]
    ]
    reason = f"same name and same post ({', '.join(words)}); {when}"
    return _Edge(first.key, second.key, reason, tuple(sorted(set(evidence))))


def _merges(joined: Sequence[_Edge], clusters: Clusters) -> tuple[Merge, ...]:
    """One merge for each key that is not kept, with the edge that joined it on the side of the kept key."""
    reach: dict[str, list[tuple[str, _Edge]]] = {}
    for edge in joined:
        reach.setdefault(edge.first, []).append((edge.second, edge))
        reach.setdefault(edge.second, []).append((edge.first, edge))
    merges = []
    waiting = sorted(key for key in reach if clusters.kept(key) == key)
    seen = set(waiting)
    while waiting:
        key = waiting.pop()
        for other, edge in sorted(reach[key], key=lambda step: step[0]):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
                merges.append(Merge(kept=clusters.kept(other), merged=other, reason=edge.reason,
                                    evidence=edge.evidence))  # fmt: skip
    return tuple(sorted(merges, key=lambda merge: (merge.kept, merge.merged)))


def _candidates(
    ordered: Sequence[PersonMention],
    clusters: Clusters,
    different: set[frozenset[str]],
    frequency: float,
) -> tuple[Candidate, ...]:
    members = clusters.members()
    if len(members) < 2:
        return ()
    name = ordered[0].name
    rate = 1 - (PRIOR_SHORT if len(name) == 2 else PRIOR_LONG)
    prior = round(min(_MOST_PRIOR, max(_LEAST_PRIOR, 1 - rate * frequency)), 3)
    pairs = [(a, b) for a, b in _pairs(members) if not _are_apart(members[a], members[b], different)]
    return tuple(Candidate(first=a, second=b, name=name, prior=prior) for a, b in sorted(pairs))


def _pairs(members: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    kept = sorted(members)
    if len(kept) <= _ALL_PAIRS:
        return list(combinations(kept, 2))
    best = min(kept, key=lambda key: (-len(members[key]), key))
    return [(min(best, key), max(best, key)) for key in kept if key != best]


def _are_apart(first: Sequence[str], second: Sequence[str], different: set[frozenset[str]]) -> bool:
    return bool(different) and any(frozenset((a, b)) in different for a in first for b in second)
