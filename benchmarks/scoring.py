"""Extraction and identity on a generated world, beside its truth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from kg.evaluate import CORE, Counts, Gold, compare, gold_from_dict
from kg.model import Article, Facts, Resolution
from kg.read import canonical

KINDS = (*CORE, "credits")
_NOT_GOLD = ("form", "sentence", "since", "until")
#: Posts that many hold at once say nothing about who is who; these are the ones of the generated world.
MANY = frozenset(("常委", "副书记", "副市长", "副省长", "副区长", "副县长", "副主任", "副主席"))
MOST_YEARS = 10  # as kg/resolve/people.py: a post is a reason within two terms of five years


@dataclass(frozen=True, slots=True)
class Failure:
    """A row that is missing or too much, with the form and the sentence that it comes from."""

    form: str
    sentence: str
    kind: str
    problem: str
    row: str
    article: str


def gold_of(truth: Mapping[str, Any]) -> Gold:
    """The gold of one article."""
    data = {kind: [{key: value for key, value in row.items() if key not in _NOT_GOLD} for row in own]
            for kind, own in truth["gold"].items()}
    article = truth["id"]
    return gold_from_dict({"id": article, "published": truth["published"], **data}, article, article)


def extraction(
    truths: Sequence[Mapping[str, Any]], articles: Sequence[Article], facts: Sequence[Facts]
) -> tuple[dict[str, Counts], list[Failure]]:
    """Strict counts per kind (and `core`), and every failure."""
    counts = dict.fromkeys(("core", *KINDS), Counts())
    failures: list[Failure] = []
    for truth, article, found in zip(truths, articles, facts, strict=True):
        compared = compare(gold_of(truth), found)
        for kind in KINDS:
            own = compared[kind]
            own_counts = Counts(len(own.right), len(own.extra), len(own.missing))
            counts[kind] += own_counts
            if kind in CORE:
                counts["core"] += own_counts
            rows = [(row, "missing") for row in own.missing] + [(row, "extra") for row in own.extra]
            for row, problem in rows:
                form, sentence = _origin(truth, article, kind, row, problem)
                failures.append(Failure(form, sentence, kind, problem, row.shown, truth["id"]))
    return counts, failures


def _origin(truth: Mapping[str, Any], article: Article, kind: str, row: Any, problem: str) -> tuple[str, str]:
    if problem == "missing":
        for made in truth["gold"].get("agreements" if kind == "signatories" else kind, []):
            if _shown(kind, made) in (row.shown, row.shown.split(" | ")[0]):
                return made["form"], made["sentence"]
        return "?", ""
    start = row.fact.evidence[0].start if row.fact is not None and row.fact.evidence else 0
    for made in (made for own in truth["gold"].values() for made in own):
        sentence = canonical(made["sentence"])[0]
        place = article.text.find(sentence) if sentence else -1
        if 0 <= place <= start < place + len(sentence):
            return made["form"], made["sentence"]
    line_start = article.text.rfind("\n", 0, start) + 1
    return "elsewhere", article.text[line_start:].split("\n", 1)[0]


def _shown(kind: str, row: Mapping[str, Any]) -> str:
    fields = {
        "posts": ("person", "org", "title"), "participation": ("agent", "role", "event"),
        "documents": ("title", "relation"), "appointments": ("person", "org", "title", "action"),
        "credits": ("agent", "role"),
    }
    if kind in ("agreements", "signatories"):
        title = row["title"][0]
        return title if kind == "signatories" else f"{title} | {'、'.join(row['parties'])}"
    values = (row[name] for name in fields[kind])
    return " | ".join(value[0] if isinstance(value, list) else value for value in values)


@dataclass(frozen=True, slots=True)
class Identity:
    """`wrong` are clusters of several people, each with its merges; `unstated` counts clusters that no merge
    explains. `reasoned` are the pairs of mentions of one person that posts in the texts tie, `same` all pairs
    of mentions of one person; `joined` and `same_joined` those of them that are one in the resolution.
    """

    mentions: int
    people: int
    found: int
    wrong: tuple[str, ...]
    wrong_pairs: int
    unstated: int
    reasoned: int
    joined: int
    same: int
    same_joined: int

    @property
    def recall(self) -> float:
        """Share of the pairs of mentions of one person, tied by posts in the texts, that are one."""
        return self.joined / self.reasoned if self.reasoned else 1.0


def identity(truths: Sequence[Mapping[str, Any]], hashes: Sequence[str], resolution: Resolution) -> Identity:
    """Clusters beside the truth. A mention whose name was not found joins nothing and counts as a miss."""
    people: dict[str, list[tuple[str, str, Mapping[str, Any]]]] = {}
    clusters: dict[str, dict[str, list[str]]] = {}
    for truth, key in zip(truths, hashes, strict=True):
        for name, person in truth["who"].items():
            people.setdefault(person, []).append((key, name, truth))
            cluster = resolution.persons.get((key, name))
            if cluster:
                clusters.setdefault(cluster, {}).setdefault(person, []).append(truth["id"])
    pairs = [0, 0, 0, 0]
    for own in people.values():
        groups = _tied(own)
        for (i, a), (j, b) in combinations(enumerate(own), 2):
            one = resolution.persons.get(a[:2])
            is_one = one is not None and one == resolution.persons.get(b[:2])
            tied = groups[i] == groups[j]
            pairs = [pairs[0] + tied, pairs[1] + (tied and is_one), pairs[2] + 1, pairs[3] + is_one]
    wrong = {cluster: own for cluster, own in clusters.items() if len(own) > 1}
    return Identity(
        mentions=sum(map(len, people.values())), people=len(people),
        found=sum(len(ids) for own in clusters.values() for ids in own.values()),
        wrong=tuple(_told(cluster, wrong[cluster], resolution) for cluster in sorted(wrong)),
        wrong_pairs=sum(len(x) * len(y) for own in wrong.values() for x, y in combinations(own.values(), 2)),
        unstated=_unstated(resolution),
        reasoned=pairs[0], joined=pairs[1], same=pairs[2], same_joined=pairs[3],
    )


def _unstated(resolution: Resolution) -> int:
    """Clusters that hold more mentions than their merges explain."""
    sizes: dict[str, int] = {}
    for cluster in resolution.persons.values():
        sizes[cluster] = sizes.get(cluster, 0) + 1
    stated: dict[str, int] = {}
    for merge in resolution.merges:
        stated[merge.kept] = stated.get(merge.kept, 0) + bool(merge.reason)
    return sum(size - 1 > stated.get(cluster, 0) for cluster, size in sizes.items())


def _told(cluster: str, own: Mapping[str, Sequence[str]], resolution: Resolution) -> str:
    reasons = sorted({merge.reason for merge in resolution.merges if merge.kept == cluster})
    who = "; ".join(f"{person} in {', '.join(ids[:3])}" for person, ids in own.items())
    return f"{who}: {' / '.join(reasons)}"


def _tied(own: Sequence[tuple[str, str, Mapping[str, Any]]]) -> list[int]:
    """A group number for each mention: two are in one group when a chain of shared posts ties them."""
    group = list(range(len(own)))
    known = [(_year(truth), _posts(truth, name)) for _, name, truth in own]
    for (i, (year, posts)), (j, (other, others)) in combinations(enumerate(known), 2):
        if year and other and abs(year - other) <= MOST_YEARS and posts & others:
            group = [group[i] if number == group[j] else number for number in group]
    return group


def _year(truth: Mapping[str, Any]) -> int | None:
    dates = [truth["published"] or "", *(row["date"] or "" for row in truth["gold"]["events"])]
    return next((int(date[:4]) for date in dates if date[:4].isdigit()), None)


def _posts(truth: Mapping[str, Any], name: str) -> set[tuple[str, str]]:
    return {(row["org"][0], row["title"][0]) for row in truth["gold"]["posts"]
            if row["person"] == name and row["title"][0] not in MANY and not row["former"]}


def by_form(failures: Iterable[Failure]) -> dict[str, list[Failure]]:
    """Failures by form, the most frequent first."""
    forms: dict[str, list[Failure]] = {}
    for failure in failures:
        forms.setdefault(failure.form, []).append(failure)
    return dict(sorted(forms.items(), key=lambda item: (-len(item[1]), item[0])))
