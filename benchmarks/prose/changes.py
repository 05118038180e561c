"""Changes in seats as the papers report them: every turn of every career can be one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.prose.casting import Diary
from benchmarks.prose.happening import Cast, Happening
from benchmarks.world.careers import FIRST, LAST, Tenure, World

_SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Turn:
    """Someone takes a seat; who left it shortly before, where he comes from, and his seats before that."""

    incoming: Tenure
    outgoing: Tenure | None
    before: Tenure | None
    career: tuple[Tenure, ...]


def changes_of(world: World) -> list[Turn]:
    """Every turn in an office of the world."""
    turns = []
    for tenure in world.tenures:
        if not tenure.seat.rank or not FIRST + _SOON < tenure.start < LAST - _SOON:
            continue
        own = world.by_person[tenure.person.id]
        earlier = own[: own.index(tenure)]
        before = earlier[-1] if earlier and tenure.start - (earlier[-1].end or date.max) < _SOON else None
        seat = world.by_seat[tenure.seat.id]
        last = seat[seat.index(tenure) - 1] if seat.index(tenure) else None
        outgoing = last if last and last.end and tenure.start - last.end < _SOON else None
        career = tuple(t for t in earlier[-3:] if t is not before)
        if not outgoing or outgoing.person.name != tenure.person.name:
            turns.append(Turn(tenure, outgoing, before, career))
    return turns


def _ways(turn: Turn) -> list[str]:
    kinds = {post.kind for post in turn.incoming.seat.posts}
    ways = ["decided"] if kinds & {"party", "party:组织部", "party:宣传部"} else ["named"]
    if turn.incoming.seat.posts[-1].title in ("市长", "区长", "县长", "主任", "主席", "副主任", "副市长"):
        ways.append("elected")
    if turn.before:
        ways += ["moved", "public"]
    if turn.outgoing:
        ways += ["steps-in", "removed"]
        if not kinds & {"party", "congress", "conference", "party:组织部", "party:宣传部"}:
            ways.append("notice")
    return ways


def change(world: World, diary: Diary, rng: Random, key: str, turn: Turn) -> Happening | None:
    """One report of a turn. A public notice comes before it, a removal on the day of leaving."""
    way, day = rng.choice(_ways(turn)), turn.incoming.start
    if way == "removed" and turn.outgoing and turn.outgoing.end:
        day = turn.outgoing.end
    if way == "public" and turn.before and turn.before.end:
        day = turn.before.end - timedelta(days=rng.randrange(7, 25))
        if day < turn.before.start:
            return None
    cast: Cast = {"incoming": turn.incoming}
    for role, tenure in (("outgoing", turn.outgoing), ("before", turn.before)):
        if tenure:
            cast[role] = tenure
    if way not in ("removed", "notice"):
        cast["past"] = list(turn.career)
        if turn.career and rng.random() < 0.5:
            cast["career"] = list(turn.career)
    code = turn.incoming.seat.code
    place = world.places[code]
    rumoured = world.held(f"{code[:4]}00-secretary", day) if rng.random() < 0.15 else None
    known = {turn.incoming.person.name, turn.outgoing.person.name if turn.outgoing else ""}
    if rumoured and rumoured.person.name not in known and place.level != "province":
        cast["rumoured"] = rumoured
    words = {"way": way, "born": str(day.year - rng.randrange(42, 58)), "month": str(rng.randrange(1, 13)),
             "ordinal": f"{rng.choice('一二三四五六')}"}
    return Happening(key, "appointment", day, code, cast, words, place_names=(place.name, place.short))
