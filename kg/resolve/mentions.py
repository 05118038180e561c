"""The persons of one article: each distinct name with the posts the article gives it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.labels import split_name
from kg.model import AppointmentFact, Evidence, Facts, PostFact, local_person_key
from kg.seeds import Place, Seeds

# Words that point at the article's own place or body: the name means another body elsewhere.
_LOCAL = re.compile(r"[我该各本贵某两双]|[省市区县州旗盟镇乡村校院](?!场)|公司|集团|党[委组]|办公室")
_SHORTENED = (("人民代表大会常务委员会", "人大常委会"), ("人民政府", "政府"), ("委员会", "委"))
_LONGEST_PLACE = 15
_BODY_ENDS = frozenset("局厅部委院处办社校所站队馆厂店司")
_SHORTEST_BODY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHeld:
    """A post that one article gives a person. `body` tells one body from every other: the code of the place
    and what follows it (210200市委), or the body's name; `words` is "org title" as in the facts.
    """

    body: str
    title: str
    words: str
    former: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """One name in one article. `posts` are those that tell people apart, `year` is the article's, `ids` are
    the reviewed external ids (id, "org title") of who holds a post that the article gives the name.
    """

    article: str
    name: str
    key: str
    posts: tuple[PostHeld, ...]
    year: int | None
    ids: tuple[tuple[str, str], ...] = ()


def person_mentions(
    facts: Facts, article: str, places: Mapping[str, str], seeds: Seeds
) -> list[PersonMention]:
    """Every person of the article, by name. `places` maps its place names to codes; press credits are no
    persons here.
    """
    held: dict[str, list[PostHeld]] = {}
    for fact in post_facts(facts):
        posts = held.setdefault(fact.person, [])
        body = body_of(fact.org, places, seeds)
        if body is not None and not seeds.is_generic(fact.title):
            posts.append(_post(fact, body))
    for name in _other_agents(facts, seeds):
        held.setdefault(name, [])
    year = year_of(facts)
    return [
        PersonMention(
            article=article,
            name=name,
            key=local_person_key(article, name),
            posts=tuple(sorted(held[name], key=lambda p: (p.body, p.title, p.former, p.evidence))),
            year=year,
            ids=_ids(name, facts, seeds),
        )
        for name in sorted(held)
    ]


def _ids(name: str, facts: Facts, seeds: Seeds) -> tuple[tuple[str, str], ...]:
    if not seeds.external_ids:
        return ()
    posts = {f"{fact.org} {fact.title}" for fact in post_facts(facts) if fact.person == name}
    return tuple((seeds.external_ids[name, post]["id"], post) for post in sorted(posts)
                 if (name, post) in seeds.external_ids)  # fmt: skip


def post_facts(facts: Facts) -> tuple[PostFact | AppointmentFact, ...]:
    """Every fact that ties a person to a post."""
    return (*facts.posts, *facts.appointments)


def _post(fact: PostFact | AppointmentFact, body: str) -> PostHeld:
    former = fact.former if isinstance(fact, PostFact) else fact.action == "removed"
    words = f"{fact.org} {fact.title}"
    return PostHeld(body=body, title=fact.title, words=words, former=former, evidence=fact.evidence)


def _other_agents(facts: Facts, seeds: Seeds) -> set[str]:
    """Agents without a post that are no organisation, place or group of these facts, and read as a name."""
    others = {*facts.orgs, *facts.places, *(fact.body for fact in facts.represented)}
    others |= {fact.org for fact in post_facts(facts)}
    others |= {name for fact in facts.agreements for name in fact.parties}
    others |= {name for group in facts.groups for name in (group.name, *group.aliases, *group.members)}
    others |= {name for alias in facts.aliases for name in (alias.name, alias.alias)}
    return {
        fact.agent
        for fact in facts.participation
        if fact.agent not in others and (fact.capacity or _reads_as_name(fact.agent, seeds))
    }


def _reads_as_name(name: str, seeds: Seeds) -> bool:
    """公安局 begins with a surname too: what ends as a body does is no name."""
    if seeds.places.by_name(name) or (len(name) > 2 and name[-1] in _BODY_ENDS):
        return False
    return "·" in name or split_name(name, seeds)[0] != ""


def body_of(org: str, places: Mapping[str, str], seeds: Seeds) -> str | None:
    """What tells a body from all others, or None where its name says too little (市政府, 公司) or begins
    with a place that is undecided (鼓楼区政府 of no known city).
    """
    name = short_body(org)
    head = head_place(name, seeds)
    if not head:
        return None if _LOCAL.match(name) or len(name) < _SHORTEST_BODY else name
    if head not in places:
        return None
    code, level = _today(places[head], head[-1], seeds)
    rest = name[len(head) :]
    inner = head_place(rest, seeds)  # 大连市中山区政府 is 中山区政府
    within = [p for p in seeds.places.by_name(inner) if not p.historical and _is_in(p, code, seeds)]
    if len(within) == 1:
        code, rest, level = within[0].code, rest[len(inner) :], inner[-1]
    return f"{code}{level}{rest}"


def _today(code: str, level: str, seeds: Seeds) -> tuple[str, str]:
    """Code and kind (市, 区 …) of today of a division that only changed its kind: 普兰店市 is 普兰店区 now.
    What was merged into another one stays apart.
    """
    place = seeds.places.by_code(code)
    after = seeds.places.by_code(place.replaced_by or "") if place else None
    if place is None or after is None or after.short != place.short:
        return code, level
    return after.code, after.name[-1]


def _is_in(place: Place, code: str, seeds: Seeds) -> bool:
    return any(above.code == code for above in seeds.places.ancestors(place))


@lru_cache(maxsize=16384)
def short_body(org: str) -> str:
    """One form for the ways to write a body: 中共大连市委员会 → 大连市委."""
    name = re.sub(r"^(?:中共|中国共产党)(?!中央)", "", re.sub(r"\s", "", org))
    for long, short in _SHORTENED:
        name = name.replace(long, short)
    return name


@lru_cache(maxsize=16384)
def head_place(org: str, seeds: Seeds) -> str:
    """The full name of a division or country with which the name of a body begins, or an empty text."""
    lengths = range(min(_LONGEST_PLACE, len(org)), 1, -1)
    return next((org[:length] for length in lengths if seeds.places.by_full_name(org[:length])), "")


def year_of(facts: Facts) -> int | None:
    """The year in which the article speaks: of its date, else the latest of what it tells with a year."""
    told = [event.date for event in facts.events] + [act.date for act in facts.appointments]
    told += [agreement.date for agreement in facts.agreements]
    dates = [facts.published] if facts.published else told
    years = [int(date[:4]) for date in dates if date and re.match(r"\d{4}", date)]
    return max(years, default=None)
