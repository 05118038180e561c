"""The records of generated articles as files, and the mapping in the forms that other mappers read.

The records are those that `kg.graph` makes while it maps the facts of articles; the mapping is
`kg.graph.mapping`, with the language of a label and the object of a statement as constants of their kinds,
because RML has no finished terms.
"""

from __future__ import annotations

import csv
import dataclasses
import json
import re
from collections import defaultdict
from pathlib import Path

import orjson

from benchmarks.corpus import make_corpus, write
from kg.extract import extract, load_lexicon
from kg.graph.article import _write
from kg.graph.iris import Iris
from kg.graph.mapping import MAPPING
from kg.graph.templates import columns, triples
from kg.read import read
from kg.resolve import resolve
from kg.seeds import load_seeds

_ARTICLE = "https://kg.example/article/"
_TAGS = {"zh-Hans": "hans", "zh-Hant": "hant", "zh-Latn-pinyin": "pinyin", "en": "english"}
Rows = dict[str, list[tuple[str, ...]]]


def spec() -> dict[str, str]:
    """Kind → its lines, every slot a column of the CSV file of that kind."""
    found = {kind: text.replace("<{article}", f"<{_ARTICLE}{{article}}") for kind, text in MAPPING.items()
             if kind not in ("label", "value")}  # fmt: skip
    found["statement"] = MAPPING["statement"].replace("{object}", "<{object}>")
    for tag, name in _TAGS.items():
        found[f"label_{name}"] = f'<{{node}}> skos:prefLabel "{{text}}"@{tag}'
    # morph-kgc has columns of these names for itself.
    taken = re.compile(r"\{(subject|predicate|object)\}")
    return {kind: taken.sub(r"{the_\1}", text) for kind, text in found.items()}


def write_records(articles: int, folder: Path) -> int:
    """Write records.jsonl (the records of an article a line, KIND → rows), the same rows as KIND.csv,
    spec.json, rml.ttl and morph.ini; returns the number of rows.
    """
    records = _records(articles, folder)
    (folder / "records.jsonl").write_bytes(b"".join(orjson.dumps(rows) + b"\n" for rows in records))
    described = {}
    for kind, text in spec().items():
        described[kind] = {"columns": columns(text), "triples": triples(text), "text": text}
        with (folder / f"{kind}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns(text))
            writer.writerows(row for rows in records for row in rows.get(kind, ()))
    (folder / "spec.json").write_text(json.dumps(described), encoding="utf-8")
    _write_rml(described, folder)
    return sum(len(rows) for article in records for rows in article.values())


def _records(articles: int, folder: Path) -> list[Rows]:
    """The rows of each article. One that an earlier article has too (a label of a person …) counts there."""
    write(make_corpus(articles, 1), folder)
    items, lexicon, seeds = list(read([folder / "articles.jsonl"])), load_lexicon(), load_seeds()
    facts = [dataclasses.replace(extract(item, lexicon), hash=item.hash) for item in items]
    who = resolve(facts, seeds, [])
    known: set[tuple[str, tuple[str, ...]]] = set()
    made = []
    for found, article in zip(facts, items, strict=True):
        rows: Rows = defaultdict(list)
        for kind, records in _write(found, article, who, seeds, Iris("https://kg.example/")).draft.records.items():
            for kind_and_row in (_plain(kind, tuple(map(str, record))) for record in records):
                if kind_and_row is not None and kind_and_row not in known:
                    known.add(kind_and_row)
                    rows[kind_and_row[0]].append(kind_and_row[1])
        made.append(rows)
    return made


def _plain(kind: str, row: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """Kind and row without finished terms; None for what needs one."""
    if kind in ("words", "quote", "whole"):
        return kind, (row[0].removeprefix(_ARTICLE), *row[1:])
    if kind == "label":
        return f"label_{_TAGS[row[2]]}", row[:2]
    if kind == "statement":
        return (kind, (row[0], row[1], row[2][1:-1], row[3])) if row[2].startswith("<") else None
    return None if kind == "value" else (kind, row)


def _write_rml(described: dict[str, dict[str, list[tuple[str, str, str]]]], folder: Path) -> None:
    maps = ["@prefix rr: <http://www.w3.org/ns/r2rml#> .\n@prefix rml: <http://semweb.mmlab.be/ns/rml#> .\n"
            "@prefix ql: <http://semweb.mmlab.be/ns/ql#> .\n"]
    for kind, about in described.items():
        subjects: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for subject, predicate, value in about["triples"]:
            subjects[subject].append((predicate, value))
        for number, (subject, pairs) in enumerate(subjects.items()):
            source = f'rml:source "{folder / kind}.csv" ; rml:referenceFormulation ql:CSV'
            said = "".join(f" ;\n  rr:predicateObjectMap [ rr:predicateMap [ {_rml(p)} ] ; "
                           f"rr:objectMap [ {_rml(o)} ] ]" for p, o in pairs)
            maps.append(f"<#{kind}{number}> a rr:TriplesMap ;\n  rml:logicalSource [ {source} ] ;\n"
                        f"  rr:subjectMap [ {_rml(subject)} ]{said} .\n")
    (folder / "rml.ttl").write_text("\n".join(maps), encoding="utf-8")
    (folder / "morph.ini").write_text(
        f"[CONFIGURATION]\noutput_file: {folder}/morph.nt\noutput_format: N-TRIPLES\nnumber_of_processes: 1\n"
        f"na_values: no-such-value\nlogging_level: WARNING\n[DS]\nmappings: {folder}/rml.ttl\n",
        encoding="utf-8",
    )


def _rml(term: str) -> str:
    """A term map. A template percent-encodes what it fills in, so a whole IRI is a reference."""
    if term.startswith("<"):
        iri = term[1:-1]
        if "{" not in iri:
            return f"rr:constant <{iri}>"
        whole = iri.startswith("{") and iri.endswith("}") and iri.count("{") == 1
        return f'rml:reference "{iri[1:-1]}" ; rr:termType rr:IRI' if whole else f'rr:template "{iri}"'
    body, _, suffix = term.rpartition('"')
    reference = f'rml:reference "{body[2:-1]}"'
    if suffix.startswith("@"):
        return f'{reference} ; rr:language "{suffix[1:]}"'
    return f"{reference} ; rr:datatype {suffix[2:]}" if suffix else reference
