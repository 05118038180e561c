"""Posts: who holds which post of which body, from the chains of one article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.extract.bodies import Bodies, Body, ChainState
from kg.extract.chains import Chain, TitleAt
from kg.extract.marks import Marks
from kg.extract.places import Context, level_of
from kg.model import Span

_PARTY = re.compile(r"(?<!纪)(?:委|党委|工委)$")
_SENTENCE_END = re.compile(r"[。！？!?\n]")


@dataclass(frozen=True, slots=True)
class PostMention:
    """A post as one chain states it. `level` is set when its place came from context, not from the words."""

    person: str
    name: Span
    body: Body
    words: Span
    former: bool
    rule: str


def person_name(text: str, span: Span) -> str:
    """The name as it is written, without padding."""
    return re.sub(r"[ \u3000]", "", text[span.start : span.end])


def find_posts(marks: Marks, chains: list[Chain], context: Context, school: str) -> list[PostMention]:
    """Resolve every named chain; explicit places first, then those that context must complete."""
    bodies = Bodies(marks, context, school)
    first = _resolve_all(marks, chains, bodies)
    _learn(first, context)
    return _own_titles(_same_person(_resolve_all(marks, chains, bodies)), chains)


def _resolve_all(marks: Marks, chains: list[Chain], bodies: Bodies) -> list[PostMention]:
    found: list[PostMention] = []
    carried = ChainState()
    last_end = 0
    for chain in chains:
        if _SENTENCE_END.search(marks.text, last_end, chain.start):
            carried = ChainState()
        last_end = chain.end
        found.extend(_resolve_chain(marks, chain, bodies, carried, found))
    return found


def _resolve_chain(marks: Marks, chain: Chain, bodies: Bodies, carried: ChainState,
                   before: list[PostMention]) -> list[PostMention]:
    text = marks.text
    state = ChainState(explicit=dict(carried.explicit), country=carried.country)
    # 中国电信董事长柯瑞文、总经理李正茂: a list carries its company on, but never a committee's city posts.
    if carried.org and text[max(0, chain.start - 1) : chain.start] in "、和与，及":
        state.org, state.place = carried.org, carried.place
    out: list[PostMention] = []
    for title in chain.titles:
        words = text[title.left : title.words_end]
        body = bodies.resolve(words, text[title.start : title.end], title.start, state)
        if body is None:
            continue
        _remember(state, body)
        out.extend(_mentions(text, chain, title, body))
    carried.org, carried.place, carried.country = state.org, state.place, state.country
    carried.explicit = state.explicit
    if chain.after_name:
        return _only_new(out, before)
    return out


def _remember(state: ChainState, body: Body) -> None:
    state.org = body.org
    if body.place:
        state.place = body.place
        state.explicit[level_of(body.place)] = body.place
    if body.place and _PARTY.search(body.org) and body.org.startswith(body.place):
        state.explicit["party"] = body.org
    elif body.place and not state.explicit.get("party", "").startswith(body.place):
        state.explicit.pop("party", None)


def _mentions(text: str, chain: Chain, title: TitleAt, body: Body) -> list[PostMention]:
    holders = chain.names if chain.shared else chain.names[:1]
    rule = "title-after-name" if chain.after_name else "chain" if len(chain.titles) > 1 else "title"
    if len(holders) > 1:
        rule = "shared-title"
    words = Span(title.left, title.end)
    return [PostMention(person_name(text, name), name, body, words, title.former, rule) for name in holders]


def _only_new(found: list[PostMention], before: list[PostMention]) -> list[PostMention]:
    """A title after a known name repeats a post that the text gave already, unless it is another title."""
    known = {(p.person, p.body.title[-2:]) for p in before}
    persons = {p.person for p in before}
    return [p for p in found if (p.person, p.body.title[-2:]) not in known
            and not (p.person in persons and p.body.level)]


def _own_titles(posts: list[PostMention], chains: list[Chain]) -> list[PostMention]:
    """市委常委、副市长吴清和李正茂: a person whom another chain names first does not share this title."""
    first: dict[str, Span] = {}
    for post in posts:
        if post.rule in ("chain", "title"):
            first.setdefault(post.person, post.name)
    heads = {chain.names[0] for chain in chains if chain.names}
    return [p for p in posts if p.rule != "shared-title" or p.name in heads or p.person not in first]


def _learn(posts: list[PostMention], context: Context) -> None:
    """A bare 省长吴晓军 is the 省长 that another sentence calls 青海省省长吴晓军: strong evidence for context."""
    explicit = {(p.person, p.body.title): p.body.place for p in posts if p.body.place and not p.body.level}
    for post in posts:
        place = explicit.get((post.person, post.body.title))
        if post.body.level and place and level_of(place) == post.body.level:
            context.add(place, 6.0)


def _same_person(posts: list[PostMention]) -> list[PostMention]:
    """Where a bare post and an explicit one of the same person and title meet, the explicit body holds."""
    explicit = {(p.person, p.body.title): p.body for p in posts if p.body.place and not p.body.level}
    out: list[PostMention] = []
    for post in posts:
        body = explicit.get((post.person, post.body.title))
        if post.body.level and body and level_of(body.place) == post.body.level:
            post = replace(post, body=replace(post.body, org=body.org, place=body.place))
        out.append(post)
    return out
