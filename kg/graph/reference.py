"""What does not come from an article's words: tables (graph/reference) and names (graph/derived).

Both give the same lines whichever article asks, so the graph of many articles is the union of their lines.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph import terms
from kg.graph.entities import Entities
from kg.graph.iris import Iris
from kg.graph.lines import Lines
from kg.graph.organizations import renamed
from kg.graph.places import place_of_code
from kg.labels import labels
from kg.seeds import Place, Seeds
from kg.vocab import DCT, GEO, KG, RDF, SKOS, WGS, XSD, code

_GEONAMES = "https://sws.geonames.org/"


def place_lines(codes: Iterable[str], seeds: Seeds, iris: Iris) -> list[str]:
    """The places of these codes and all above them: labels, code, level, point, GeoNames id, partOf."""
    lines = Lines(iris, "reference")
    waiting = list(codes)
    written: set[str] = set()
    while waiting:
        place = place_of_code(waiting.pop(), seeds)
        if place is not None and place.code not in written:
            written.add(place.code)
            _write_place(lines, place)
            waiting += filter(None, (place.parent, place.replaced_by))
    return lines.sorted()


def _write_place(lines: Lines, place: Place) -> None:
    iri = lines.iris.place(place.code)
    name = place.short if place.level == "country" else place.name
    lines.link(iri, RDF.type, KG.Place)
    spoken = dict(labels(name, "place"))
    if place.en:
        spoken["en"] = place.en
    for language, label in spoken.items():
        lines.add(iri, SKOS.prefLabel, terms.text(label, language))
    for other in {place.name, place.short} - {name}:
        lines.add(iri, SKOS.altLabel, terms.text(other, "zh-Hans"))
    if place.level != "city":  # a city abroad has no code, but its GeoNames id
        lines.add(iri, SKOS.notation, terms.text(place.code))
    lines.link(iri, KG.kind, code("place", place.level))
    if place.parent:
        lines.link(iri, KG.partOf, lines.iris.place(place.parent))
    for predicate, year in ((KG.notBefore, place.valid_from), (KG.notAfter, place.valid_to)):
        if year is not None:
            lines.add(iri, predicate, terms.typed(year, XSD.gYear))
    if place.replaced_by:
        lines.link(iri, DCT.isReplacedBy, lines.iris.place(place.replaced_by))
    if place.geonames is not None:
        lines.link(iri, SKOS.exactMatch, f"{_GEONAMES}{place.geonames}/")
    if place.lat is not None and place.lon is not None:
        _write_point(lines, iri, place.lat, place.lon)


def _write_point(lines: Lines, iri: str, lat: float, lon: float) -> None:
    lines.add(iri, WGS.lat, terms.decimal(lat))
    lines.add(iri, WGS.long, terms.decimal(lon))
    lines.link(iri, GEO.hasGeometry, f"{iri}#point")
    lines.link(f"{iri}#point", RDF.type, GEO.Geometry)
    # No CRS: Virtuoso loses the whole file when the literal names one.
    point = f"POINT({terms.plain_decimal(lon)} {terms.plain_decimal(lat)})"
    lines.add(f"{iri}#point", GEO.asWKT, terms.typed(point, GEO.wktLiteral))


def derived_lines(entities: Entities) -> list[str]:
    """Jurisdiction and parent body of every organisation, as its name tells them; each a marked Statement."""
    lines = Lines(entities.draft.iris, "derived")
    for iri, read in entities.organizations.items():
        if read.jurisdiction is not None:
            place = lines.iris.place(read.jurisdiction.code)
            _derive(lines, iri, KG.jurisdiction, place, f"its name begins with {read.jurisdiction.name}")
        if read.parent is not None:
            body = _body(lines, entities, read.parent)
            _derive(lines, iri, KG.partOf, body, f"its name begins with {entities.read(read.parent).name}")
        _write_changes(lines, entities, iri, read.name)
    return lines.sorted()


def _body(lines: Lines, entities: Entities, name: str) -> str:
    read = entities.read(name)
    iri = entities.organization_iri(read)
    lines.node(iri, KG.Organization, read.name, "org")
    lines.link(iri, KG.kind, code("organization", read.kind))
    return iri


def _write_changes(lines: Lines, entities: Entities, iri: str, name: str) -> None:
    """What took the place of a body that was renamed or merged, and so on to the one of today."""
    while name in renamed(entities.seeds):
        name, year = renamed(entities.seeds)[name]
        body = _body(lines, entities, name)
        _derive(lines, iri, DCT.isReplacedBy, body, f"renamed or merged in {year}")
        iri = body


def _derive(lines: Lines, subject: str, predicate: str, target: str, reason: str) -> None:
    statement = lines.statement(subject, predicate, terms.iri(target), reason)
    lines.link(statement, KG.reviewStatus, code("review", "derived"))
