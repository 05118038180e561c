"""Appointments and removals: by party and assembly, in notices, by moves, with careers; rumours are none."""

from __future__ import annotations

from typing import Any

from benchmarks.prose.draft import Draft, forms
from benchmarks.prose.happening import Happening
from benchmarks.world.careers import Tenure

Rows = list[tuple[str, dict[str, Any]]]
_DATED = 0.5  # share of those appointed, and not for the first time, whose résumé is printed with dates

DECIDED = forms(
    "appointment.decided", "",
    "{d}，{place}召开领导干部会议，宣布{up}决定：{x:n}同志任{seat}{gone}。",
    "日前，{up}决定：{x:n}同志任{seat}{gone}。",
    "{up}<日前|近日>批准，{x:n}同志任{seat}{gone}。",
)
NAMED = forms(
    "appointment.named", "",
    "{d}，{house}<召开|举行>会议，决定任命{x:n}为{seat}。",
    "经{house}{d}会议表决，任命{x:n}为{seat}。",
    "{house}{d}任命{x:n}为{seat}{freed}。",
)
ELECTED = forms(
    "appointment.elected", "",
    "{d}，在{place}人民代表大会第{n}次会议上，{x:n}当选{seat}。",
    "{d}闭幕的{place}人代会选举{x:n}为{seat}。",
    "{place}人民代表大会{d}举行全体会议，{x:n}<当选为|全票当选>{seat}。",
)
MOVED = forms(
    "appointment.moved", "",
    "{x:n}由{old}<调任|转任>{seat}。",
    "据{paper}消息，{old}{x:n}<已任|近日出任>{seat}。",
    "{d}的活动报道显示，{x:n}已<出任|担任>{seat}，此前他任{old}。",
)
STEPS_IN = forms(
    "appointment.steps-in", "",
    "{y:n}<因年龄原因|因工作变动>不再担任{seat}，由{x:n}接任。",
    "{x:n}接替{y:n}<出任|担任>{seat}。",
)
REMOVED = forms(
    "appointment.removed", "",
    "{d}，{house}决定免去{y:n}的{seat}职务。",
    "{house}{d}接受{y:n}辞去{seat}职务的请求。",
    "{y:n}同志不再担任{seat}职务，另有任用。",
    "免去{y:n}{seat}职务。",
)
NOTICE = forms(
    "appointment.notice", "",
    "{place}政府日前发布任免通知：\n任命{x:n}为{seat}；\n免去{y:n}的{seat}职务。",
)
PUBLIC = forms(
    "appointment.public-notice", "",
    "{x:n}，现任{old}，拟任{seat}。公示期为五个工作日。",
    "{up}组织部发布任前公示：{x:n}，现任{old}，拟提名为{seat}人选。",
)
CAREER = forms(
    "appointment.career", "",
    "公开简历显示，{x:n}，男，{born}年{month}月出生，曾任{was}<等职|>。",
    "{x:n}，{born}年生，大学学历，此前任{was}。",
)
RESUME = forms(
    "appointment.resume", "",
    "{x:n}简历\n{x:n}，男，汉族，{born}年{month}月出生，大学学历。\n{lines}",
    "公开简历显示，{x:n}，男，{born}年{month}月出生，{spells}。",
    "{x:n}，{born}年生，大学学历，{spells}。",
)
RUMOUR = forms(
    "appointment.rumour", "",
    "对于网传{z:n}将调任外省的说法，有关部门表示，该消息不实。",
    "此前有消息称{z:n}将另有任用，{place}委宣传部回应称，没有接到相关通知。",
)
PLEDGE = forms(
    "appointment.pledge", "x:spoke",
    "{x:n}在会上<作表态发言|表态>，表示将<不负重托|尽心履职>。",
)


def write(draft: Draft, event: Happening) -> None:
    """A change in a seat: `incoming` takes it, `outgoing` leaves it, `before` is his seat until now."""
    cast, words = event.cast, event.words
    incoming: Tenure = cast["incoming"]
    apart = words["way"] in ("moved", "public")  # two places in one sentence: both are named
    slots = {
        "d": event.told, "place": words["place"], "house": words["house"], "up": words["up"],
        "paper": words["paper"], "n": words["ordinal"], "x": incoming, "y": cast.get("outgoing"),
        "seat": draft.words.chain(incoming.seat.posts, whole=apart), "old": "", "gone": "", "freed": "",
        "born": words["born"], "month": words["month"], "was": "",
    }
    _act(draft, event, slots)
    past = [*cast.get("past", ()), *([cast["before"]] if "before" in cast else [])]
    if "past" in cast and past and draft.rng.random() < _DATED:
        _career(draft, event, slots, past, is_dated=True)
    elif cast.get("career"):
        _career(draft, event, slots, cast["career"], is_dated=False)
    if "rumoured" in cast:
        draft.say(RUMOUR, z=cast["rumoured"], new=True, **slots)


def _career(
    draft: Draft, event: Happening, slots: dict[str, Any], past: list[Tenure], *, is_dated: bool
) -> None:
    """The posts before, of which a résumé says from when to when."""
    start = len(draft.rows.get("posts", []))
    chains = [draft.words.chain(t.seat.posts, whole=True) for t in past]
    ends = [t.end if t.end and t.end <= event.day else None for t in past]
    for tenure, end in zip(past, ends, strict=True):
        held = {"since": f"{tenure.start:%Y-%m}"} | ({"until": f"{end:%Y-%m}"} if end else {})
        draft.posts(tenure, tenure.seat.posts, former=end is not None, held=held if is_dated else {})
    spans = [(t.start, end, chain) for t, end, chain in zip(past, ends, chains, strict=True)]
    slots |= {
        "was": "，".join(chains),
        "lines": "\n".join(f"{a:%Y.%m}—{b:%Y.%m} {c}" if b else f"{a:%Y.%m}— {c}" for a, b, c in spans),
        "spells": "，".join(f"{a.year}年{a.month}月至{f'{b.year}年{b.month}月' if b else '今'}任{c}"
                           for a, b, c in spans),
    }  # fmt: skip
    told = [("posts", row) for row in draft.rows["posts"][start:]]
    del draft.rows["posts"][start:]
    draft.say(RESUME if is_dated else CAREER, rows=told, new=True, **slots)


def _act(draft: Draft, event: Happening, slots: dict[str, Any]) -> None:
    cast, way = event.cast, event.words["way"]
    incoming, outgoing, before = cast["incoming"], cast.get("outgoing"), cast.get("before")
    when = event.day.isoformat()
    if before:
        slots["old"] = draft.words.chain(before.seat.posts, whole=True)
    if way == "removed":
        return _say(draft, REMOVED, slots, [(outgoing, "removed")], when)
    if way == "public":
        return _say(draft, PUBLIC, slots, [(incoming, "nominated"), (before, "held")], when)
    if way == "moved":
        return _say(draft, MOVED, slots, [(incoming, "appointed"), (before, "former")], when)
    if way == "notice":
        return _say(draft, NOTICE, slots, [(incoming, "appointed"), (outgoing, "removed")], when)
    if way == "steps-in":
        form = draft.rng.choice(STEPS_IN)
        removed = [(outgoing, "removed")] if "不再担任" in form.texts[0] else [(outgoing, "former")]
        return _say(draft, [form], slots, [(incoming, "appointed"), *removed], when)
    acts: list[tuple[Tenure, str]] = [(incoming, "elected" if way == "elected" else "appointed")]
    if way == "decided" and outgoing and draft.rng.random() < 0.5:
        slots["gone"] = f"；{draft.name(outgoing)}同志不再担任{slots['seat']}职务"
        acts.append((outgoing, "removed"))
    form = draft.rng.choice({"decided": DECIDED, "elected": ELECTED}.get(way, NAMED))
    if outgoing and "{freed}" in form.texts[0] and way == "named":
        slots["freed"] = f"，免去{draft.name(outgoing)}的{slots['seat']}职务"
        acts.append((outgoing, "removed"))
    _say(draft, [form], slots, acts, when)
    if way == "decided" and "领导干部会议" in draft.paragraphs[-1]:
        draft.say(PLEDGE, **slots)
    return None


def _say(draft: Draft, chosen: Any, slots: dict[str, Any], acts: list[tuple[Tenure, str]], when: str) -> None:
    """One sentence with its acts; the posts that they tell carry its form too."""
    start = len(draft.rows.get("posts", []))
    rows: Rows = []
    for tenure, action in acts:
        if action in ("held", "former"):
            draft.name(tenure)
            draft.posts(tenure, tenure.seat.posts, former=action == "former")
        else:
            rows += draft.acts(tenure, action, when)
    told = [("posts", row) for row in draft.rows.get("posts", [])[start:]]
    if told:
        del draft.rows["posts"][start:]
    draft.say(chosen, rows=[*rows, *told], new=True, **slots)
