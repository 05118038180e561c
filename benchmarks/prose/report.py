"""One article about a happening, as a paper at some place writes it, and what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import Any

from benchmarks.prose import appointment, meeting, reception, signing, visit
from benchmarks.prose.draft import Draft
from benchmarks.prose.frame import Frame, framed
from benchmarks.prose.happening import Happening
from benchmarks.prose.words import Words, day_words
from benchmarks.world.careers import World

_WRITERS = {"meeting": meeting.write, "signing": signing.write, "visit": visit.write,
            "reception": reception.write, "appointment": appointment.write}
_ABROAD = ("中国地方新闻网", "神州观察", "华声时报")


@dataclass(frozen=True)
class Told:
    """A happening as one paper tells it: `home` is the paper's place, `delay` the days until it is printed,
    `dated` where its date stands ("line" in the text, "beside" it, "" nowhere); `in_full`: month and day are
    named.
    """

    happening: Happening
    home: str | None
    dated: str
    delay: int
    in_full: bool = False


def report(world: World, told: Told, id: str, rng: Random) -> tuple[dict[str, Any], dict[str, Any]]:
    """The article and its truth."""
    happening = told.happening
    words = Words(world, happening.day, told.home)
    printed = happening.day + timedelta(days=told.delay)
    date_text, date = _date(told, rng)
    paper = f"{world.places[told.home].short}日报" if told.home else rng.choice(_ABROAD)
    event = replace(happening, told=date_text, words={**happening.words, **_named(happening, words, paper)})
    draft = Draft(words, rng)
    _WRITERS[happening.kind](draft, event)
    headline = _headline(event, draft, rng)
    frame = Frame(headline, tuple(draft.paragraphs), paper, printed, told.dated)
    whole = framed(frame, world.names, rng)
    rows = draft.rows
    main = {"key": "e1", "name": _event_names(event), "type": event.kind, "date": date,
            "place": list(event.place_names), "form": f"{event.kind}.lead", "sentence": draft.paragraphs[0]}
    if event.kind != "appointment" or rows.get("participation"):
        rows["events"] = [main, *rows.get("events", [])]
    for row in (*rows.get("agreements", []), *rows.get("appointments", [])):
        if row["date"]:
            row["date"] = date
    gold = {kind: rows.get(kind, []) for kind in
            ("posts", "events", "participation", "agreements", "documents", "appointments")}
    gold["credits"] = [{**row, "form": "frame.credits", "sentence": ""} for row in whole.credits]
    article = {"id": id, "text": whole.text} | ({"published": whole.published} if whole.published else {})
    who = dict(sorted(draft.who.items()))
    truth = {"id": id, "happening": happening.id, "kind": happening.kind, "code": happening.code,
             "day": happening.day.isoformat(),
             "published": printed.isoformat() if told.dated else None, "who": who, "gold": gold}
    return article, truth


def _date(told: Told, rng: Random) -> tuple[str, str]:
    day = told.happening.day
    printed = day + timedelta(days=told.delay)
    while True:
        text, names_month = day_words(day, printed, rng)
        if told.in_full and not names_month:
            continue
        if told.dated or "年" in text:
            return text, day.isoformat()
        if names_month:
            return text, day.isoformat()[4:].replace("-", "--", 1)


def _named(happening: Happening, words: Words, paper: str) -> dict[str, Any]:
    """The words that depend on who writes: 全市, 市委, 我市, and the names of places on the day."""
    given, code = happening.words, happening.code
    place = words.place(code)
    named: dict[str, Any] = {"paper": paper}
    if happening.kind == "meeting":
        at_home = words.home == code
        named["event"] = f"{given['whole'] if at_home else place}{given['form']}"
    if happening.kind == "visit":
        named["place"] = words.place(given["place_code"])
    if happening.kind == "appointment":
        level = place[-1]
        near = words.home == code
        above = code[:2] + "0000" if code.endswith("00") else code[:4] + "00"
        is_above_home = words.home is not None and above in (words.home, words.home[:2] + "0000")
        up = f"{words.place(above)[-1]}委" if is_above_home else f"{words.place(above)}委"
        named |= {"place": place, "house": f"{level}人大常委会" if near else f"{place}人大常委会",
                  "up": "中共中央" if code.endswith("0000") else up}
    return named


def _event_names(event: Happening) -> list[str]:
    words, cast = event.words, event.cast
    if event.kind == "meeting":
        return [words["event"], words["form"], f"{words['owner']}{words['form']}", "会议"]
    if event.kind == "signing":
        parties = words["parties"]
        whole = [f"{parties[0]}{link}{parties[1]}{words['kind']}签约仪式" for link in "与和"]
        return [*whole, f"{words['kind']}签约仪式", "缔结友好城市签约仪式", "签约仪式", "签约"]
    if event.kind == "visit":
        visitor = cast["visitor"].person.name
        return [f"{visitor}到{words['place']}调研", f"到{words['place']}调研", "调研", "考察", "检查", "慰问"]
    if event.kind == "reception":
        return [f"{cast['chief'].person.name}会见{cast['guest'].person.name}一行", "会见", "会谈"]
    return ["领导干部会议", f"{words['place']}领导干部会议"]


def _headline(event: Happening, draft: Draft, rng: Random) -> str:
    words, cast = event.words, event.cast
    if event.kind == "meeting":
        chief = draft.name(cast["chief"])
        return rng.choice((f"{words['event']}召开", f"{chief}出席{words['event']}", f"{words['theme']}这样抓",
                           f"{words['event']}举行 {chief}讲话"))
    if event.kind == "signing":
        first, second = words["parties"][:2]
        return rng.choice((f"{first}与{second}签署{words['kind']}",
                           f"{first}携手{second} 共话{words['theme']}",
                           f"{words['theme']}签约落地"))
    if event.kind == "visit":
        visitor, place = draft.name(cast["visitor"]), words["place"]
        return rng.choice((f"{visitor}到{place}调研", f"{place}：{words['theme']}提速"))
    if event.kind == "reception":
        chief, guest = draft.name(cast["chief"]), draft.name(cast["guest"])
        return rng.choice((f"{chief}会见{guest}一行", f"{chief}会见{guest}", f"{words['place']}迎来新伙伴"))
    return rng.choice((f"{words['place']}人事任免", f"{words['place']}有关领导职务调整", "人事任免"))
