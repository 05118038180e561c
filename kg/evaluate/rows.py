"""Gold and produced facts as rows of one form, ready to be compared cell by cell.

A cell holds acceptable answers in normal form (a produced cell holds one). Agents, parties, organisations
and places are folded by the names that gold accepts for one entity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kg.evaluate.events import align_events
from kg.evaluate.gold import Gold, GoldRow
from kg.evaluate.matching import Aliases, normal, same_body
from kg.model import AgreementFact, EventFact, Fact, Facts

Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One gold or produced row. `apart` holds values that are scored apart, by the name of that score."""

    cells: tuple[Cell, ...]
    shown: str
    fact: Fact | None = None
    inferred: bool = False
    apart: Mapping[str, Cell] = field(default_factory=dict)


RowsOf = dict[str, list[Row]]


def gold_aliases(gold: Gold) -> Aliases:
    """The names that gold accepts for one body (posts) or one place (events)."""
    bodies = [same_body(row["org"]) for kind in ("posts", "appointments") for row in gold.of(kind)]
    places = [[normal(answer) for answer in row["place"] if answer[:2] == row["place"][0][:2]]
              for row in gold.of("events") if row["place"]]
    return Aliases([group for group in (*bodies, *places) if group])


def gold_rows(gold: Gold, names: Aliases) -> RowsOf:
    """The rows of every annotated kind; `persons` when posts are annotated."""
    rows = {kind: [_GOLD[kind](row, names) for row in gold.of(kind)] for kind in gold.rows}
    for kind, listed in (("orgs", gold.orgs), ("places", gold.places)):
        if listed is not None:
            rows[kind] = [Row(((names.fold(name),),), name) for name in listed]
    if gold.measures is not None:
        rows["measures"] = [
            Row(((name,), (str(order),), (normal(gist),)), f"{name} | {order} | {gist}")
            for name, gists in gold.measures.items() for order, gist in enumerate(gists, 1)
        ]
    if "posts" in gold.rows:
        rows["persons"] = [Row(((normal(name),),), name, inferred=inferred)
                           for name, inferred in _gold_people(gold, names).items()]
    return rows


def produced_rows(gold: Gold, facts: Facts, names: Aliases) -> RowsOf:
    """The rows of the produced facts, in the words of this article's gold (event keys, folded names)."""
    keys = align_events(gold, facts, names)
    return {
        "posts": [_made(p, p.person, p.org, p.title, apart={"former posts": "former" if p.former else None})
                  for p in facts.posts],
        "persons": [Row(((normal(name),),), name) for name in _produced_people(gold, facts, names)],
        "participation": [
            Row(((keys.get(p.event, f"?{p.event}"),), (names.fold(p.agent),), (p.role,)),
                f"{p.agent} | {p.role} | {p.event}", p)
            for p in facts.participation
        ],
        "events": [_made_event(event, keys) for event in facts.events],
        "agreements": [_made_agreement(agreement, keys, names) for agreement in facts.agreements],
        "documents": [_made(d, d.title, d.relation) for d in facts.documents],
        "appointments": [_made(a, a.person, a.org, a.title, a.action, apart={"appointment dates": a.date})
                         for a in facts.appointments],
        "groups": [Row(((normal(g.name),), _set(names, g.members)), f"{g.name} | {'、'.join(g.members)}", g)
                   for g in facts.groups],
        "credits": [_made(c, c.agent, c.role) for c in facts.credits],
        "measures": [_made(m, m.list, str(m.order), m.text) for m in facts.measures],
        "orgs": [Row(((names.fold(name),),), name) for name in facts.orgs],
        "places": [Row(((names.fold(name),),), name) for name in facts.places],
    }


def _gold_post(row: GoldRow, _: Aliases) -> Row:
    return _gold(row, "person", "org", "title", apart={"former posts": ("former",) if row.former else ()})


def _gold_event(row: GoldRow, _: Aliases) -> Row:
    place = _plain(row["place"])
    cells = (row["key"], _plain(row["name"]), row["type"], row["date"] or ("",), place or ("",))
    apart = {"event types": row["type"], "event dates": row["date"], "event places": place}
    return Row(cells, _shown(row, "name", "type", "date", "place"), inferred=row.inferred, apart=apart)


def _gold_participation(row: GoldRow, names: Aliases) -> Row:
    cells = (row["event"], _folded(names, row["agent"]), row["role"])
    return Row(cells, _shown(row, "agent", "role", "event"), inferred=row.inferred)


def _gold_agreement(row: GoldRow, names: Aliases) -> Row:
    apart = {"agreement dates": row["date"], "agreement events": row["event"], "parties": row["parties"]}
    shown = f"{row.first('title')} | {'、'.join(row['parties'])}"
    cells = (_plain(row["title"]), _folded(names, row["parties"]))
    return Row(cells, shown, inferred=row.inferred, apart=apart)


def _gold_document(row: GoldRow, _: Aliases) -> Row:
    return _gold(row, "title", "relation")


def _gold_appointment(row: GoldRow, _: Aliases) -> Row:
    return _gold(row, "person", "org", "title", "action", apart={"appointment dates": row["date"]})


def _gold_group(row: GoldRow, names: Aliases) -> Row:
    shown = f"{row.first('name')} | {'、'.join(row['members'])}"
    return Row((_plain(row["name"]), _set(names, row["members"])), shown, inferred=row.inferred)


def _gold_credit(row: GoldRow, _: Aliases) -> Row:
    return _gold(row, "agent", "role")


_GOLD: Mapping[str, Callable[[GoldRow, Aliases], Row]] = {
    "posts": _gold_post,
    "events": _gold_event,
    "participation": _gold_participation,
    "agreements": _gold_agreement,
    "documents": _gold_document,
    "appointments": _gold_appointment,
    "groups": _gold_group,
    "credits": _gold_credit,
}


def _gold_people(gold: Gold, names: Aliases) -> dict[str, bool]:
    """Every person of the gold, and whether all their rows are inferred."""
    not_people = {names.fold(name) for name in _gold_others(gold)}
    people: dict[str, bool] = {}
    for kind, key in (("posts", "person"), ("appointments", "person"), ("participation", "agent")):
        for row in gold.of(kind):
            name = row.first(key)
            if kind != "participation" or names.fold(name) not in not_people:
                people[name] = people.get(name, True) and row.inferred
    return people


def _gold_others(gold: Gold) -> list[str]:
    """Names in the gold that are no persons."""
    parties = [party for row in gold.of("agreements") for party in row["parties"]]
    bodies = [answer for row in gold.of("posts") for answer in row["org"]]
    return [*(gold.orgs or ()), *(gold.places or ()), *parties, *bodies]


def _produced_people(gold: Gold, facts: Facts, names: Aliases) -> list[str]:
    """Every name that the facts treat as a person, once: holders of posts, and agents that are no body."""
    others = [*_gold_others(gold), *facts.orgs, *facts.places]
    others += [party for agreement in facts.agreements for party in agreement.parties]
    others += [mention.name for mention in facts.mentions if mention.kind != "person"]
    not_people = {names.fold(name) for name in others}
    holders = [*(post.person for post in facts.posts), *(act.person for act in facts.appointments)]
    agents = [p.agent for p in facts.participation if names.fold(p.agent) not in not_people]
    return list(dict.fromkeys([*holders, *agents]))


def _made_event(event: EventFact, keys: Mapping[str, str]) -> Row:
    place = normal(event.place or "")
    cells = ((keys.get(event.key, ""),), (normal(event.name),), (event.type,), (event.date or "",), (place,))
    apart = {"event types": (event.type,), "event dates": _cell(event.date), "event places": _cell(place)}
    shown = f"{event.name} | {event.type} | {event.date or ''} | {event.place or ''}"
    return Row(cells, shown, event, apart=apart)


def _made_agreement(agreement: AgreementFact, keys: Mapping[str, str], names: Aliases) -> Row:
    cells = ((normal(agreement.title),), _folded(names, agreement.parties))
    apart = {
        "agreement dates": _cell(agreement.date),
        "agreement events": (keys.get(agreement.event, "?"),) if agreement.event else (),
        "parties": agreement.parties,
    }
    return Row(cells, f"{agreement.title} | {'、'.join(agreement.parties)}", agreement, apart=apart)


def _gold(row: GoldRow, *fields: str, apart: Mapping[str, Cell] | None = None) -> Row:
    cells = tuple(_plain(row[name]) for name in fields)
    return Row(cells, _shown(row, *fields), inferred=row.inferred, apart=apart or {})


def _shown(row: GoldRow, *fields: str) -> str:
    return " | ".join(row.first(name) for name in fields)


def _made(fact: Fact, *words: str, apart: Mapping[str, str | None] | None = None) -> Row:
    values = {name: _cell(value) for name, value in (apart or {}).items()}
    return Row(tuple((normal(word),) for word in words), " | ".join(words), fact, apart=values)


def _cell(value: str | None) -> Cell:
    return (value,) if value else ()


def _plain(answers: Iterable[str]) -> Cell:
    return tuple(normal(answer) for answer in answers)


def _folded(names: Aliases, answers: Iterable[str]) -> Cell:
    return tuple(names.fold(answer) for answer in answers)


def _set(names: Aliases, answers: Iterable[str]) -> Cell:
    """A set of names as one comparable cell."""
    return ("|".join(sorted(set(_folded(names, answers)))),)
