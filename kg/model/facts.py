"""Facts: what one article says, each with its words. They never change after they are made.

The field names are those of the exchange format (docs/facts.md). All strings are in simplified Chinese,
canonical full names; `evidence` holds spans of the article's canonical text; `rule` names the rule that
made the fact, `confidence` (0…1) how often that rule was right on gold.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model.article import Span

Evidence = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all facts share."""

    evidence: Evidence = ()
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFact(Fact):
    """A person holds (or, `former`, held) the post `title` of `org`; `since` and `until` (YYYY, YYYY-MM or
    YYYY-MM-DD) where a résumé says from when to when.
    """

    person: str
    org: str
    title: str
    former: bool = False
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFact(Fact):
    """Something that happened. `date` is YYYY-MM-DD, YYYY-MM, YYYY, --MM-DD or None; `date_text` its words;
    `date_reason` says where the year comes from when it is not in those words.
    """

    key: str
    name: str
    type: str
    date: str | None = None
    date_text: str | None = None
    date_reason: str | None = None
    place: str | None = None
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationFact(Fact):
    """An agent (person, organisation or place) takes part in an event in a role.

    `capacity` lists "org title" strings: the posts in which the agent took part.
    """

    event: str
    agent: str
    role: str
    capacity: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFact(Fact):
    """An agreement with all its parties; `via_group` names the group whose members were expanded."""

    title: str
    parties: tuple[str, ...] = ()
    event: str | None = None
    date: str | None = None
    kind: str | None = None
    domain: str | None = None
    via_group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFact(Fact):
    """A document adopted, issued, presented, cited or signed; `year` as the text gives it."""

    title: str
    relation: str
    event: str | None = None
    year: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentFact(Fact):
    """An act on a post: appointed, removed, elected or nominated."""

    person: str
    org: str
    title: str
    action: str
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFact(Fact):
    """A named set (沿海六市): `size` as the text says it, `members` as resolved, `reason` how."""

    name: str
    size: int | None = None
    members: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFact(Fact):
    """One item of a numbered list: requirements, coordination, initiatives or another list."""

    list: str
    order: int
    text: str
    addressee: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentedFact(Fact):
    """A body whose unnamed people were there (负责同志, 代表); `invited` when the text says 特邀 or 应邀."""

    event: str
    body: str
    invited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasFact(Fact):
    """The article itself ties a short name to a full one (辽港集团 is 辽宁港口集团有限公司)."""

    name: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditFact(Fact):
    """Who made the report: publisher, reporter, photographer, editor, proofreader, producer, other."""

    agent: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place in the text that names an entity: kind is person, org or place."""

    name: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything one article says."""

    id: str
    hash: str | None = None
    published: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    posts: tuple[PostFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    participation: tuple[ParticipationFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    documents: tuple[DocumentFact, ...] = ()
    appointments: tuple[AppointmentFact, ...] = ()
    groups: tuple[GroupFact, ...] = ()
    measures: tuple[MeasureFact, ...] = ()
    represented: tuple[RepresentedFact, ...] = ()
    aliases: tuple[AliasFact, ...] = ()
    credits: tuple[CreditFact, ...] = ()
    orgs: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = field(default=())


EVENT_TYPES = ("meeting", "signing", "visit", "reception", "appointment", "other")
ROLES = ("attended", "chaired", "spoke", "presented", "signed", "hosted", "accompanied", "met", "witnessed")
RELATIONS = ("adopted", "issued", "presented", "cited", "signed")
ACTIONS = ("appointed", "removed", "elected", "nominated")
CREDIT_ROLES = ("publisher", "reporter", "photographer", "editor", "proofreader", "producer", "other")
