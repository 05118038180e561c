"""From one article to its facts: the order in which the phenomena are read, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from kg.extract import chains as chain_rules
from kg.extract.agents import Person, find_people
from kg.extract.agreements import AgreementFinder, Signed
from kg.extract.appointments import Act, Careers
from kg.extract.bodies import Bodies
from kg.extract.chains import Chain
from kg.extract.credits import find_credits
from kg.extract.dates import find_dates
from kg.extract.documents import find_documents
from kg.extract.events import Event, bare_events, named_events, unnamed_signings
from kg.extract.groups import GroupMention, find_groups, group_facts
from kg.extract.hosts import body_rows
from kg.extract.lexicon import Lexicon, load_lexicon
from kg.extract.marks import Marks, left_edge, mark
from kg.extract.measures import find_measures
from kg.extract.orgs import OrgMention, aliases, find_orgs
from kg.extract.participation import Row, Scene, person_rows, reception_events, talks_events, visit_events
from kg.extract.parties import PartyFinder
from kg.extract.places import Context, PlaceMention, find_places
from kg.extract.posts import PostMention, find_posts, person_name
from kg.extract.sentences import Sentence, split_sentences, works
from kg.extract.settle import settle_events
from kg.extract.write import write_facts
from kg.model import Article, CreditFact, Facts, MeasureFact, Span


@dataclass
class Reading:
    """What has been read of one article so far; each step adds to it."""

    article: Article
    marks: Marks
    credits: tuple[CreditFact, ...]
    zones: tuple[Span, ...]
    sentences: list[Sentence]
    works: list[Span]
    places: list[PlaceMention]
    school: str
    chains: list[Chain] = field(default_factory=list)
    posts: list[PostMention] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    orgs: list[OrgMention] = field(default_factory=list)
    full: dict[str, str] = field(default_factory=dict)
    groups: list[GroupMention] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    signed: list[Signed] = field(default_factory=list)
    measures: tuple[MeasureFact, ...] = ()


def extract(article: Article, lexicon: Lexicon | None = None) -> Facts:
    """The facts of one article, each with the spans of its words. Never raises on any text."""
    reading = _open(article, lexicon or load_lexicon())
    _read_people(reading)
    _read_events(reading)
    _read_agreements(reading)
    dates = find_dates(article.text, article.published)
    settled = settle_events(reading.marks, reading.sentences, reading.events, reading.places, dates, reading.works)
    documents = find_documents(reading.marks, reading.works, [s.at for s in reading.signed if s.rule == "signed-work"],
                               reading.sentences)
    reading.measures = find_measures(article.text, reading.zones)
    return write_facts(reading, settled, documents, dates, group_facts(article.text, reading.groups))


def _open(article: Article, lexicon: Lexicon) -> Reading:
    text = article.text
    marks = mark(text, lexicon)
    credits, zones = find_credits(text, article.source)
    sentences = [s for s in split_sentences(text) if not any(z.start <= s.span.start and s.span.end <= z.end for z in zones)]
    places = [p for p in find_places(marks)]
    return Reading(article, marks, credits, zones, sentences, works(text), places, _school(text, article.source, marks))


def _school(text: str, source: str | None, marks: Marks) -> str:
    """The one university that 我校 can mean, or ''."""
    if not re.search(r"我校|我院|校党委|校长", text):
        return ""
    named: Counter[str] = Counter()
    for match in re.finditer(r"(?:大学|学院)(?![一-鿿]{0,2}学院)", text):
        left = left_edge(marks, match.end(), max(0, match.start() - 12))
        name = text[left : match.end()]
        local = any(name.startswith(place) for place in (name[:2], name[:3], name[:4]) if place in marks.lexicon.places)
        if len(name) < 4 or "大学" in name[:-2] or re.match(r"[一二三四五六七八九十两各]+(?:所|家|校|个)", name):
            continue
        if name.endswith("大学") or local or re.search(r"职业|师范|技术|医学", name):
            named[name] += 3 if match.start() < 60 else 1
    best = named.most_common(2)
    clear = len(best) == 1 or (best and best[0][1] > best[1][1])
    return best[0][0] if clear and (best[0][1] > 1 or best[0][0].endswith("大学")) else ""


def _read_people(reading: Reading) -> None:
    marks, text = reading.marks, reading.article.text
    context = Context(marks, reading.places, _head(reading), reading.article.source or "")
    blocked = [*reading.zones, *reading.works]
    titles = [t for t in chain_rules.find_titles(marks) if not any(b.start <= t.start < b.end for b in blocked)]
    reading.chains = chain_rules.find_chains(marks, titles)
    reading.posts = find_posts(marks, [c for c in reading.chains if c.names], context, reading.school)
    bodies = Bodies(marks, context, reading.school)
    known = [(person_name(text, name), name) for chain in reading.chains for name in chain.names]
    reading.acts = Careers(marks, bodies, known).find(reading.chains, reading.sentences)
    reading.people = find_people(marks, [c for c in reading.chains if c.names], blocked)
    names = [p.at for p in reading.people]
    reading.orgs = find_orgs(marks, bodies, [*names, *reading.zones, *[Span(w.start, w.start + 1) for w in reading.works]])
    every = [o.name for o in reading.orgs] + [p.body.org for p in reading.posts]
    reading.full = aliases(list(dict.fromkeys(every)))
    companies = _companies(reading)
    reading.groups = find_groups(marks, reading.places, reading.posts, companies)
    assert text is marks.text


def _head(reading: Reading) -> Span:
    first = reading.sentences[0].span if reading.sentences else Span(0, 0)
    return Span(0, min(first.end, 80))


def _companies(reading: Reading) -> list[str]:
    out = []
    for post in reading.posts:
        base = re.sub(r"(?:党组|党委)$", "", post.body.org)
        if not post.body.place and re.search(r"(?:集团|公司|总经理|董事长)", base + post.body.title):
            out.append(reading.full.get(base, base))
    return out


def _read_events(reading: Reading) -> None:
    marks = reading.marks
    blocked = [*reading.works, *reading.zones]
    events = named_events(marks, reading.sentences, blocked)
    events += bare_events(marks, reading.sentences, events, blocked)
    hidden = [*blocked, *[a for e in events for a in e.anchors]]
    events += visit_events(marks, reading.sentences, reading.people, hidden)
    events += talks_events(marks, reading.sentences, reading.people)
    events += reception_events(marks, reading.sentences, reading.people, hidden)
    events += unnamed_signings(marks, reading.sentences, events, blocked)
    reading.events = events
    scene = Scene(marks, reading.sentences, events, blocked)
    reading.rows = person_rows(scene, reading.people) + body_rows(scene, reading.orgs, reading.places)


def _read_agreements(reading: Reading) -> None:
    marks = reading.marks
    finder = PartyFinder(marks, reading.orgs, reading.places, reading.groups, reading.people, reading.posts, reading.full)
    scene = Scene(marks, reading.sentences, reading.events, [*reading.works, *reading.zones])
    reading.signed = AgreementFinder(marks, scene.masked, reading.works, finder).find(reading.sentences)
