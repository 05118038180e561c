"""Acts on posts that stand with their holders: lists of who was elected, and 原市长甲不再担任现职."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.appointments import Act
from kg.extract.marks import Marks
from kg.extract.posts import PostMention
from kg.extract.sentences import clause_start
from kg.model import Span

#: What tells before a list that it is one of the elected.
_ELECTED = re.compile(r"(?:选举|换届)(?:大会|会议)?(?:，|先后|依法)?产生|选举结果|当选(?:名单|人员)")
_NOT_YET = re.compile("候选人|建议人选|预备人选")
_COLON = re.compile(r"[ \u3000]*[：:]")
_LEFT = re.compile(
    r"(?:同志)?(?:均|都|也|已)?(?:不再担任|卸任|被?免去|离任)(?:现职|现任职务|上述职务|原职|原任职务|该职务)"
)
_PARTY = re.compile(r"共产党|党代表大会|党员代表大会|市委全会|县委全会|纪委")
_PARTY_BODY = re.compile(r"(?:[省市县区州旗盟地镇乡]委|党委|纪委)(?:$|[^员])")
_JOINED = re.compile(r"[^。；，\n]{0,60}")


def standing_acts(marks: Marks, posts: Sequence[PostMention]) -> list[Act]:
    """书记：甲 under 选举产生…: elected; 原主任甲、原主席乙不再担任现职: removed."""
    election = any(word in marks.text for word in ("选举", "换届", "当选"))
    told = [Span(*match.span()) for match in _ELECTED.finditer(marks.text)] if election else []
    out: list[Act] = []
    for post in posts:
        before = told and [span for span in told if span.end < post.name.start]
        if before and _listed(marks, post):
            out.append(_act(post, "elected", _session(marks, post, before)))
        elif post.former and _leaves(marks, post):
            out.append(_act(post, "removed", (post.words,)))
    return out


def _act(post: PostMention, action: str, told: tuple[Span, ...]) -> Act:
    return Act(post.person, post.name, post.body, post.words, action, action == "removed", action, told=told)


def _session(marks: Marks, post: PostMention, told: Sequence[Span]) -> tuple[Span, ...]:
    """Where the text tells of the election: that of the party for its committees; nowhere if unclear."""
    text = marks.text
    party = _PARTY_BODY.search(post.body.org) is not None
    sides = [bool(_PARTY.search(text, clause_start(text, marks.line(span.start).start, span.start, "。；"),
                                span.start)) for span in told]  # fmt: skip
    own = [span for span, side in zip(told, sides, strict=True) if side == party]
    return tuple(own[-1:] if own or len(told) > 1 else told)


def _listed(marks: Marks, post: PostMention) -> bool:
    """The post begins its line, a colon follows it, and the lines are no candidates."""
    line = marks.line(post.words.start)
    begins = not marks.text[line.start : post.words.start].strip()
    colon = _COLON.match(marks.text, post.words.end)
    return begins and colon is not None and not _NOT_YET.search(marks.text, line.start, line.end)


def _leaves(marks: Marks, post: PostMention) -> bool:
    clause = _JOINED.match(marks.text, post.name.end)
    return clause is not None and _LEFT.search(marks.text, post.name.end, clause.end()) is not None
