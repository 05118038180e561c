"""The page of one thing: its names, what is said of it, and the facts that name it, section by section."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kg.network.quotes import Quote
from kg.network.records import Records
from kg.serve.choice import chosen
from kg.serve.formats import GRAPHS, HTML
from kg.serve.messages import Job, Refusal, Reply
from kg.serve.pages.html import html
from kg.serve.pages.links import address
from kg.serve.pages.reading import MOST, Reading, entity_quads, quotes_of
from kg.serve.pages.rows import Link, Row, Rows
from kg.store import Store, serialised
from kg.vocab import DCT, KG, PREFIXES, RDF, SCHEMA, SKOS, WGS

#: Heading of a section → the (class, property) pairs whose rows stand in it; "" stands for any class.
SECTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "任职 Posts": (("Tenure", "holder"), ("Tenure", "post"), ("Tenure", "at")),
    "职务 Posts here": (("Post", "postIn"),),
    "参与 Taking part": (("Participation", "agent"), ("Participation", "inEvent")),
    "协议 Agreements": (("Agreement", "party"), ("Agreement", "partyGroup"), ("Agreement", "signedAt")),
    "文件 Documents": (("Work", "adoptedAt"), ("Work", "presentedAt"), ("Work", "handledAt"),
                     ("Article", "handledAt")),
    "举措 Measures": (("Measure", "proposedAt"), ("Measure", "addressee")),
    "活动 Events": (("Event", "place"),),
    "机构 Organisations": (("Organization", "jurisdiction"), ("Organization", "partOf")),
    "行政区 Places": (("Place", "partOf"),),
    "组合 Groups": (("Group", "hasMember"),),
    "可能同一人 Perhaps the same": (("Person", "sameAsCandidate"),),
}  # fmt: skip
_COLLEAGUES = 60
_LAST = 1 << 30  # behind everything that has an order
_LANGUAGES = {"zh-Hans": "简体", "zh-Hant": "繁體", "zh-Latn-pinyin": "拼音", "en": "English"}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its rows."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Everything on the page."""

    iri: str
    title: str
    kind: str
    names: tuple[tuple[str, str, str], ...]  # language in words, tag, name
    own: tuple[tuple[str, Row], ...]
    sections: tuple[Section, ...]
    elsewhere: tuple[Link, ...]
    quotes: tuple[Quote, ...]
    is_cut: bool
    formats: tuple[str, ...] = field(default=tuple(form.name for form in GRAPHS))


def entity(job: Job, store: Store, path: str) -> Reply:
    """The page or the RDF of the thing at a path such as person/03ae995cac7dc421. Refusal 404, 406."""
    iri = store.base + path
    form = chosen(job, (*GRAPHS, HTML))
    if not any(store.about(iri)):
        raise Refusal(404, f"<{iri}> is not in this build")
    if form is not HTML:
        location = {"Content-Location": f"/{path}.{form.name}"}
        body = serialised(entity_quads(store, iri), form.name, PREFIXES)
        return Reply(200, form.content_type, body, location)
    return html("entity.html", entity=described(store, iri), base=store.base, path=path)


def described(store: Store, iri: str) -> Entity:
    """What the page of a thing in the store shows."""
    reading = Reading(store)
    reading.about([iri], hops=2)
    nodes = reading.pointing(iri)
    organisations = _organisations(Records(reading.quads), iri)
    for organisation in organisations:
        for post in reading.pointing(organisation, KG.postIn):
            reading.pointing(post, KG.post)
    records = reading.records()
    rows = Rows(records, quotes_of(records), store.base)
    sections = _sections(rows, nodes, iri)
    if colleagues := _colleagues(rows, organisations, iri):
        sections.insert(1, Section("同事 Colleagues", tuple(colleagues[:_COLLEAGUES])))
    kind = rows.class_of(iri)
    return Entity(
        iri=iri,
        title=records.label(iri),
        kind=records.label(KG[kind]) if kind else "",
        names=tuple((_LANGUAGES.get(tag, tag), tag, name)
                    for tag, names in records.names(iri).items() for name in names),
        own=(*rows.own(iri), *_outside_facts(rows, iri)),
        sections=tuple(sections),
        elsewhere=tuple(Link(same, address(same, store.base)) for same in records.iris(iri, SKOS.exactMatch)),
        quotes=rows.quotes.of(iri),
        is_cut=len(nodes) >= MOST,
    )  # fmt: skip


def _outside_facts(rows: Rows, iri: str) -> list[tuple[str, Row]]:
    """The few facts in words of other vocabularies."""
    named = {"代码 Code": SKOS.notation, "纬度 Latitude": WGS.lat, "经度 Longitude": WGS.long,
             "标识 Identifier": DCT.identifier, "网址 Address": SCHEMA.url, "发布者 Publisher": DCT.publisher,
             "后继 Replaced by": DCT.isReplacedBy}  # fmt: skip
    found = []
    for label, predicate in named.items():
        for term in rows.records.terms(iri, predicate):
            value = rows.value(term)
            found.append((label, Row("", (value,), ())))
    return found


def _sections(rows: Rows, nodes: list[str], iri: str) -> list[Section]:
    place = {pair: heading for heading, pairs in SECTIONS.items() for pair in pairs}
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for node in nodes:
        if "/credit/" in node or RDF.Statement in rows.records.iris(node, RDF.type):
            continue
        kind = rows.class_of(node)
        for predicate in KG:
            if iri in rows.records.iris(node, KG[predicate]):
                heading = place.get((kind, predicate), "其他 Elsewhere")
                found[heading].setdefault(node, rows.row(node, iri, KG[predicate]))
    order = [*SECTIONS, "其他 Elsewhere"]
    return [Section(heading, tuple(row for _, row in _ordered(rows, found[heading])))
            for heading in order if found.get(heading)]  # fmt: skip


def _ordered(rows: Rows, found: dict[str, Row]) -> list[tuple[str, Row]]:
    """By time, then by the order in which the text names them."""

    def key(item: tuple[str, Row]) -> tuple[str, int, str]:
        return item[1].when, int(rows.records.value(item[0], KG.order) or _LAST), item[0]

    return sorted(found.items(), key=key)


def _organisations(records: Records, person: str) -> list[str]:
    """Where a person holds, or held, a post; empty for what is no person."""
    posts = {post for tenure in records.of_type(KG.Tenure) if person in records.iris(tenure, KG.holder)
             for post in records.iris(tenure, KG.post)}  # fmt: skip
    return sorted({where for post in posts for where in records.iris(post, KG.postIn)})


def _colleagues(rows: Rows, organisations: list[str], person: str) -> list[Row]:
    """Others with a post in one of these organisations, by organisation and name."""
    found = []
    for tenure in rows.records.of_type(KG.Tenure):
        holder, post = rows.records.iri(tenure, KG.holder), rows.records.iri(tenure, KG.post)
        where = rows.records.iri(post, KG.postIn)
        if where in organisations and holder != person:
            found.append((where, rows.records.label(holder), rows.row(tenure, "", KG.holder)))
    return [row for *_, row in sorted(found, key=lambda each: each[:2])]
