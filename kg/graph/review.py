"""graph/review: what was merged and why, what may be one, and what nobody decided."""

from __future__ import annotations

from kg.graph import terms
from kg.graph.article import DEFAULT_BASE
from kg.graph.iris import Iris
from kg.graph.lines import Lines
from kg.model import Resolution
from kg.vocab import DCT, KG, OA, RDF, SKOS, code


def review_quads(resolution: Resolution, *, base: str = DEFAULT_BASE) -> list[str]:
    """Sorted, unique N-Quads lines of `{base}graph/review`.

    A merged person is `dct:isReplacedBy` the kept one; two persons of one name, and an undecided place name
    with each place it could be, are `kg:sameAsCandidate`; a reviewed external id is a `skos:exactMatch`. Each
    has a Statement with its reason or prior.
    """
    lines = Lines(Iris(base), "review")
    for merge in resolution.merges:
        merged, kept = lines.iris.person(merge.merged), lines.iris.person(merge.kept)
        statement = lines.statement(merged, DCT.isReplacedBy, terms.iri(kept), merge.reason)
        lines.link(statement, KG.reviewStatus, code("review", "derived"))
        for key, span in merge.evidence:
            evidence = lines.iris.fragment(key, "char", span)
            lines.link(statement, KG.evidence, evidence)
            lines.link(evidence, RDF.type, KG.Evidence)
            lines.link(evidence, OA.hasSource, lines.iris.article(key))
    for candidate in resolution.candidates:
        first, second = sorted((lines.iris.person(candidate.first), lines.iris.person(candidate.second)))
        reason = f"both are called {candidate.name}"
        statement = lines.statement(first, KG.sameAsCandidate, terms.iri(second), reason)
        lines.add(statement, KG.confidence, terms.decimal(candidate.prior))
        lines.link(statement, KG.reviewStatus, code("review", "unreviewed"))
    for key, known in resolution.ids:
        reason = "who holds that post, by seeds/external_ids.csv"
        statement = lines.statement(lines.iris.person(key), SKOS.exactMatch, terms.iri(known), reason)
        lines.link(statement, KG.reviewStatus, code("review", "reviewed"))
    for key, name, codes in resolution.undecided:
        for place in codes:
            undecided, target = lines.iris.place_named(key, name), terms.iri(lines.iris.place(place))
            statement = lines.statement(undecided, KG.sameAsCandidate, target, f"both are called {name}")
            lines.link(statement, KG.reviewStatus, code("review", "unreviewed"))
    return lines.sorted()
