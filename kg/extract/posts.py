"""Posts: who holds which post of which body, from the chains of one article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.bodies import Bodies
from kg.extract.body import Body, ChainState
from kg.extract.chains import Chain
from kg.extract.context import Context
from kg.extract.marks import Marks
from kg.extract.places import level_of
from kg.extract.titles import TitleAt
from kg.model import Span

_PADDING = re.compile(r"(?<![A-Za-z.])[ \u3000]")
_SENTENCE_END = re.compile(r"[。！？!?\n]")
_CANDIDATE = re.compile(r"(?:候选人|人选)")  # 县长候选人甲 is no county head yet
#: 市长 behind a name is a post; 教授, 同志 say nothing of one.
_HEADS_BODY = re.compile("(?:常务)?副?(?:[省市县区州部厅局校院会]长|主任|书记|主席|总裁|董事长|总经理)")
_LIST_MARKS = "、和与，及"
_LISTED = re.compile(r"(?:\([^()]{1,12}\)|一行|等)?(?:[、，和与及]|以及|还有)*")
#: 省长吴晓军 is the 青海省省长吴晓军 of another sentence: as good as several mentions of the province.
_SAME_PERSON_WEIGHT = 6.0


@dataclass(frozen=True, slots=True)
class PostMention:
    """A post as one chain states it; `words` are those of the post, `name` those of the person."""

    person: str
    name: Span
    body: Body
    words: Span
    former: bool
    rule: str


def person_name(text: str, span: Span) -> str:
    """The name as it is written, without the blanks that pad it."""
    name = text[span.start : span.end]
    return _PADDING.sub("", name) if " " in name or "\u3000" in name else name


def find_posts(marks: Marks, chains: Sequence[Chain], context: Context, school: str) -> list[PostMention]:
    """Resolve every named chain; explicit places first, then those that context must complete."""
    reader = _Reader(marks, Bodies(marks, context, school))
    posts = reader.read(chains)
    if _learn(posts, context):
        posts = reader.read(chains)
    return _own_titles(marks, _same_person(posts), chains)


class _Reader:
    """Reads chains from left to right and carries a list's company from one to the next."""

    def __init__(self, marks: Marks, bodies: Bodies) -> None:
        self._text = marks.text
        self._bodies = bodies

    def read(self, chains: Sequence[Chain]) -> list[PostMention]:
        """The posts of all chains in order."""
        found: list[PostMention] = []
        persons: set[str] = set()
        known: set[tuple[str, str]] = set()
        carried, last_end = ChainState(), 0
        for chain in chains:
            if _SENTENCE_END.search(self._text, last_end, chain.start):
                carried = ChainState()
            if carried.country and not _LISTED.fullmatch(self._text, last_end, chain.start):
                carried = ChainState()  # 阿塞拜疆总统甲表示，江主席…: only a list carries a country on
            last_end = chain.end
            posts = self._chain(chain, carried)
            if chain.after_name:
                # A title after a known name repeats a post that the text gave already, unless it is another.
                posts = [p for p in posts if (p.person, p.body.title[-2:]) not in known
                         and not (p.person in persons and p.body.level)]  # fmt: skip
            found += posts
            persons.update(p.person for p in posts)
            known.update((p.person, p.body.title[-2:]) for p in posts)
        return found

    def _chain(self, chain: Chain, carried: ChainState) -> list[PostMention]:
        text = self._text
        state = ChainState(explicit=dict(carried.explicit), country=carried.country)
        # 中国电信董事长柯瑞文、总经理李正茂: a list carries its company on.
        if carried.org and text[max(0, chain.start - 1) : chain.start] in _LIST_MARKS:
            state.org, state.place = carried.org, carried.place
        out: list[PostMention] = []
        former = False
        for title in chain.titles:
            former = title.former or (former and title.left == title.start)  # 原党组书记、厅长甲
            if _CANDIDATE.match(text, title.end):
                continue
            words = text[title.left : title.words_end]
            if words.startswith(("全国优秀", "优秀")):
                continue  # 全国优秀县委书记: a prize
            body = self._bodies.resolve(words, text[title.start : title.end], title.start, state)
            if body is not None:
                if body.title != "院士":  # the academy is no employer of the next title
                    state.remember(body)
                out.extend(_mentions(text, chain, title, body, former=former))
        if not chain.after_name:  # 会长甲教授、秘书长乙: 教授 says nothing of the list
            carried.org, carried.place, carried.country = state.org, state.place, state.country
            carried.explicit = state.explicit
        return out


def _mentions(text: str, chain: Chain, title: TitleAt, body: Body, *, former: bool) -> list[PostMention]:
    holders = chain.names if chain.shared else chain.names[:1]
    rule = "title-after-name" if chain.after_name else "chain" if len(chain.titles) > 1 else "title"
    if len(holders) > 1:
        rule = "shared-title"
    words = Span(title.left, title.end)
    return [PostMention(person_name(text, name), name, body, words, former, rule) for name in holders]


def _own_titles(marks: Marks, posts: Sequence[PostMention], chains: Sequence[Chain]) -> list[PostMention]:
    """市委常委、副市长吴清和李正茂: a person whom another chain names first does not share this title, nor
    does the second of 副会长甲、乙市长.

    领导 and what a colon lists (常委：甲 乙) are shared all the same.
    """
    own = {post.person for post in posts if post.rule in ("chain", "title")}
    heads = {chain.names[0] for chain in chains if chain.names and not chain.after_name}
    return [
        p for p in posts
        if p.rule != "shared-title" or p.name in heads
        or not (p.person in own or _HEADS_BODY.fullmatch(marks.word("title", p.name.end)))
        or p.body.title == "领导" or marks.text.startswith("：", p.words.end)
    ]  # fmt: skip


def _learn(posts: Sequence[PostMention], context: Context) -> bool:
    """A bare 省长吴晓军 is the 青海省省长吴晓军 of another sentence: strong evidence for context.

    Says whether context has learned anything.
    """
    learned = False
    explicit = {(p.person, p.body.title): p.body.place for p in posts if p.body.place and not p.body.level}
    for post in posts:
        place = explicit.get((post.person, post.body.title))
        if post.body.level and place and level_of(place) == post.body.level:
            context.add(place, _SAME_PERSON_WEIGHT)
            learned = True
    return learned


def _same_person(posts: Sequence[PostMention]) -> list[PostMention]:
    """Where a bare post and an explicit one of the same person and title meet, the explicit body holds."""
    explicit = {(p.person, p.body.title): p.body for p in posts if p.body.place and not p.body.level}
    out: list[PostMention] = []
    for post in posts:
        body = explicit.get((post.person, post.body.title))
        if post.body.level and body and level_of(body.place) == post.body.level:
            completed = replace(post.body, org=body.org, place=body.place)
            out.append(replace(post, body=completed))
        else:
            out.append(post)
    return out
