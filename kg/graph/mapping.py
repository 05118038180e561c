"""The mapping as plain data: what a record of each kind says, one triple a line.

A slot in braces is a column of the record: part of an IRI (`<{article}#text>`), the text of a literal
(`"{exact}"`, escaped where it is written), or a finished N-Quads term (`{object}`). Prefixed names are those
of `kg.vocab`. `kg.graph.templates` compiles the lines; benchmarks give them to other mappers as RML and OTTR.
"""

from __future__ import annotations

from collections.abc import Mapping

MAPPING: Mapping[str, str] = {
    # the words of a fact: where they stand in the text, and in the raw file
    "words": """
        <{article}#char={start},{end}> rdf:type kg:Evidence
        <{article}#char={start},{end}> oa:hasSource <{article}>
        <{article}#char={start},{end}> oa:hasSelector <{article}#position={start},{end}>
        <{article}#position={start},{end}> rdf:type oa:TextPositionSelector
        <{article}#position={start},{end}> oa:start "{start}"^^xsd:nonNegativeInteger
        <{article}#position={start},{end}> oa:end "{end}"^^xsd:nonNegativeInteger
    """,
    "quote": """
        <{article}#char={start},{end}> kg:rawStart "{raw_start}"^^xsd:integer
        <{article}#char={start},{end}> kg:rawEnd "{raw_end}"^^xsd:integer
        <{article}#char={start},{end}> oa:hasSelector <{article}#quote={start},{end}>
        <{article}#quote={start},{end}> rdf:type oa:TextQuoteSelector
        <{article}#quote={start},{end}> oa:exact "{exact}"
        <{article}#quote={start},{end}> oa:prefix "{before}"
        <{article}#quote={start},{end}> oa:suffix "{after}"
    """,
    # facts without a known text: the article as a whole
    "whole": """
        <{article}#text> rdf:type kg:Evidence
        <{article}#text> oa:hasSource <{article}>
    """,
    "evidence": "<{subject}> kg:evidence <{words}>",
    "review": "<{subject}> kg:reviewStatus <{status}>",
    "confidence": '<{subject}> kg:confidence "{share}"^^xsd:decimal',
    # a binary fact with a source of its own
    "statement": """
        <{subject}> <{predicate}> {object}
        <{statement}> rdf:type rdf:Statement
        <{statement}> rdf:subject <{subject}>
        <{statement}> rdf:predicate <{predicate}>
        <{statement}> rdf:object {object}
    """,
    "participation": """
        <{participation}> rdf:type kg:Participation
        <{participation}> kg:inEvent <{event}>
        <{participation}> kg:agent <{agent}>
        <{participation}> kg:role <{role}>
    """,
    "tenure": """
        <{tenure}> rdf:type kg:Tenure
        <{tenure}> kg:holder <{person}>
        <{tenure}> kg:post <{post}>
    """,
    "node": "<{node}> rdf:type <{type}>",
    "label": '<{node}> skos:prefLabel "{text}"@{language}',
    # the rest: a single link, or a single value as a finished term
    "link": "<{subject}> <{predicate}> <{object}>",
    "value": "<{subject}> <{predicate}> {object}",
}
