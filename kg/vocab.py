"""The words of the ontology as a closed set: a misspelt term is an error where it is written.

The names stand here so that the hot path parses no Turtle; a test holds them against `ontology/kg.ttl` and
`ontology/codes.ttl`. Terms of other vocabularies are limited to those that the graph writes.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from kg.errors import TableError


class Terms:
    """A namespace with a closed list of names: `KG.holder`, `CODE["role-chaired"]`, both full IRIs."""

    def __init__(self, namespace: str, names: tuple[str, ...]) -> None:
        self.__dict__.update({name: namespace + name for name in names})
        self.__dict__["_namespace"] = namespace

    def __getattr__(self, name: str) -> str:
        near = difflib.get_close_matches(name, list(self), n=1)
        meant = f"; did you mean {near[0]}?" if near else ""
        raise AttributeError(f"no term {name!r} in <{self.__dict__.get('_namespace')}>{meant}")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"the vocabulary is closed: {name!r} cannot be set")

    def __getitem__(self, name: str) -> str:
        """The IRI of a name that is no Python identifier; AttributeError as for attributes."""
        iri: str = getattr(self, name)
        return iri

    def __iter__(self) -> Iterator[str]:
        return (name for name in self.__dict__ if not name.startswith("_"))

    def __contains__(self, iri: object) -> bool:
        return any(self.__dict__[name] == iri for name in self)

    @property
    def namespace(self) -> str:
        """The IRI that every term starts with."""
        return str(self.__dict__["_namespace"])


CLASSES = (
    "Agent", "Person", "Organization", "Group", "Place", "Post", "Tenure", "Event", "Participation",
    "Work", "Agreement", "Article", "Measure", "Evidence",
)  # fmt: skip
PROPERTIES = (
    # tenure
    "holder", "post", "at", "observedOn", "since", "until", "notBefore", "notAfter", "status",
    # structure
    "postIn", "title", "jurisdiction", "partOf", "hasMember", "size",
    # event
    "kind", "date", "year", "dateText", "place", "action", "opens", "closes",
    # participation
    "inEvent", "agent", "role", "inCapacity",
    # documents
    "party", "partyGroup", "signedAt", "handledAt", "adoptedAt", "presentedAt", "domain", "relation",
    # measures
    "proposedAt", "addressee", "order",
    # trust
    "evidence", "confidence", "reviewStatus", "reason", "sameAsCandidate", "rawStart", "rawEnd",
)  # fmt: skip

#: Scheme → names. A concept's IRI is `CODE["<scheme>-<name>"]`, the scheme's own `CODE["<scheme>"]`.
CODES: Mapping[str, tuple[str, ...]] = {
    "event": ("meeting", "signing", "visit", "reception", "appointment", "inspection", "launch",
              "publication", "other"),
    "role": ("attended", "chaired", "spoke", "presented", "signed", "hosted", "accompanied", "met",
             "witnessed", "represented", "invited", "appointee", "publisher", "reporter", "photographer",
             "editor", "proofreader", "producer", "other"),
    "organization": ("party-committee", "party-group", "party-department", "discipline-commission",
                     "government", "peoples-congress", "cppcc", "court", "procuratorate", "department",
                     "development-zone", "working-group", "democratic-party", "military", "mission",
                     "university", "school", "institute", "hospital", "company", "soe", "bank", "exchange",
                     "media", "association", "other"),
    "agreement": ("framework", "strategic", "cooperation", "mou", "contract", "declaration", "plan", "other"),
    "domain": ("environment", "business-environment", "credit", "science", "tourism", "finance", "logistics",
               "trade", "industry", "agriculture", "education", "health", "culture", "talent", "digital",
               "energy", "governance", "transport", "construction", "employment", "safety", "law", "sport",
               "regional", "other"),
    "relation": ("adopted", "issued", "presented", "cited", "signed"),
    "action": ("appointed", "removed", "elected", "nominated"),
    "status": ("former", "planned"),
    "list": ("requirements", "coordination", "initiatives", "tasks", "other"),
    "post": ("single",),
    "place": ("country", "province", "prefecture", "county", "city"),
    "review": ("stated", "derived", "unreviewed", "reviewed"),
}  # fmt: skip

KG = Terms("https://kg.example/ontology#", CLASSES + PROPERTIES)
CODE = Terms(
    "https://kg.example/code#",
    tuple(CODES) + tuple(f"{scheme}-{name}" for scheme, names in CODES.items() for name in names),
)
RDF = Terms(
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", ("type", "Statement", "subject", "predicate", "object")
)
SKOS = Terms("http://www.w3.org/2004/02/skos/core#", ("prefLabel", "altLabel", "notation", "exactMatch"))
DCT = Terms("http://purl.org/dc/terms/", ("identifier", "isReplacedBy", "publisher"))
OA = Terms(
    "http://www.w3.org/ns/oa#",
    ("hasSource", "hasSelector", "TextPositionSelector", "TextQuoteSelector", "start", "end", "exact",
     "prefix", "suffix"),
)  # fmt: skip
SCHEMA = Terms("https://schema.org/", ("url",))
GEO = Terms("http://www.opengis.net/ont/geosparql#", ("hasGeometry", "Geometry", "asWKT", "wktLiteral"))
WGS = Terms("http://www.w3.org/2003/01/geo/wgs84_pos#", ("lat", "long"))
XSD = Terms(
    "http://www.w3.org/2001/XMLSchema#",
    ("date", "gYear", "gYearMonth", "gMonthDay", "integer", "nonNegativeInteger", "decimal", "anyURI"),
)

#: Prefix → its terms.
VOCABULARIES: Mapping[str, Terms] = {
    "code": CODE, "dct": DCT, "geo": GEO, "kg": KG, "oa": OA, "rdf": RDF, "schema": SCHEMA, "skos": SKOS,
    "wgs": WGS, "xsd": XSD,
}  # fmt: skip
#: Prefix → namespace, for writers of Turtle and JSON-LD. Entity IRIs have none: they are written in full.
PREFIXES: Mapping[str, str] = {prefix: terms.namespace for prefix, terms in VOCABULARIES.items()}


def code(scheme: str, name: str) -> str:
    """IRI of a concept of a closed list; an unknown scheme or name raises TableError."""
    if name not in CODES.get(scheme, ()):
        known = ", ".join(CODES.get(scheme, tuple(CODES)))
        raise TableError("ontology/codes.ttl", f"no {scheme} {name!r}", f"use one of {known}")
    return CODE[f"{scheme}-{name}"]


def code_or_other(scheme: str, name: str | None) -> str:
    """IRI of a concept of an open list: what the list does not know is its `other`."""
    return code(scheme, name if name in CODES[scheme] else "other")
