"""The graph as columns: a Parquet file a kind of thing, for questions that count and join, asked with DuckDB.

The files say what the quads say: IRIs in full, codes by their name (`chaired`), dates as they are written.
What a thing may have several of is a list. DuckDB is the extra `columns`: one library of 25 MB writes and
asks, where pyarrow has 55 MB and only writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from importlib.util import find_spec
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, NamedTuple

import orjson

from kg.errors import StoreError
from kg.graph.terms import date
from kg.store.answer import Table
from kg.store.terms import RDF_TYPE, XSD, Term, parse_term
from kg.vocab import CODE, CODES, DCT, KG, SCHEMA, SKOS, WGS

COLUMNS_NAME = "columns"
_TEXT, _TEXTS, _NUMBER, _NUMBERS, _REAL = "VARCHAR", "VARCHAR[]", "INTEGER", "INTEGER[]", "DOUBLE"
_EVIDENCE = re.compile(r"<([^>]*)#(?:char=(\d+),(\d+)|text)>")
_ALIAS = re.compile(r"(\w+)(<>|\^\^|@[\w-]+)?")


class Column(NamedTuple):
    """A column of a table: what it holds, by its predicate, and its type in DuckDB."""

    name: str
    predicate: str
    type: str = _TEXT


#: Table → class and columns. Every table begins with `iri`, and most things have a `label` (zh-Hans).
TABLES: Mapping[str, tuple[str, tuple[Column, ...]]] = {
    "persons": (KG.Person, ()),
    "organizations": (KG.Organization, (
        Column("kinds", KG.kind, _TEXTS), Column("places", KG.jurisdiction, _TEXTS),
        Column("part_of", KG.partOf, _TEXTS),
    )),
    "groups": (KG.Group, (Column("size", KG.size, _NUMBER), Column("members", KG.hasMember, _TEXTS))),
    "places": (KG.Place, (
        Column("code", SKOS.notation), Column("kinds", KG.kind, _TEXTS), Column("part_of", KG.partOf, _TEXTS),
        Column("lat", WGS.lat, _REAL), Column("long", WGS.long, _REAL),
    )),
    "posts": (KG.Post, (
        Column("title", KG.title), Column("organization", KG.postIn), Column("place", KG.jurisdiction),
    )),
    "tenures": (KG.Tenure, (
        Column("person", KG.holder), Column("post", KG.post), Column("organization", KG.at),
        Column("observed", KG.observedOn, _TEXTS), Column("since", KG.since, _TEXTS),
        Column("until", KG.until, _TEXTS), Column("not_before", KG.notBefore, _TEXTS),
        Column("not_after", KG.notAfter, _TEXTS), Column("statuses", KG.status, _TEXTS),
    )),
    "events": (KG.Event, (
        Column("kinds", KG.kind, _TEXTS), Column("dates", KG.date, _TEXTS),
        Column("years", KG.year, _NUMBERS), Column("places", KG.place, _TEXTS),
        Column("statuses", KG.status, _TEXTS),
    )),
    "participations": (KG.Participation, (
        Column("event", KG.inEvent), Column("agent", KG.agent), Column("role", KG.role),
        Column("capacities", KG.inCapacity, _TEXTS),
    )),
    "agreements": (KG.Agreement, (
        Column("kinds", KG.kind, _TEXTS), Column("domains", KG.domain, _TEXTS),
        Column("dates", KG.date, _TEXTS), Column("years", KG.year, _NUMBERS),
        Column("parties", KG.party, _TEXTS), Column("events", KG.signedAt, _TEXTS),
    )),
    "works": (KG.Work, (
        Column("relations", KG.relation, _TEXTS), Column("adopted_at", KG.adoptedAt, _TEXTS),
        Column("presented_at", KG.presentedAt, _TEXTS), Column("handled_at", KG.handledAt, _TEXTS),
    )),
    "measures": (KG.Measure, (
        Column("list", KG.kind), Column("number", KG.order, _NUMBER), Column("event", KG.proposedAt),
        Column("addressees", KG.addressee, _TEXTS),
    )),
    "articles": (KG.Article, (
        Column("id", DCT.identifier), Column("date", KG.date), Column("url", SCHEMA.url),
        Column("publishers", DCT.publisher, _TEXTS),
    )),
}  # fmt: skip
#: Tables of what things of several classes have: all names, and the words behind them.
_NAMES = {"iri": _TEXT, "name": _TEXT, "language": _TEXT, "preferred": "BOOLEAN"}
_WORDS = {"iri": _TEXT, "article": _TEXT, "start": _NUMBER, "end": _NUMBER}


def has_duckdb() -> bool:
    """True when the extra `columns` is installed."""
    return find_spec("duckdb") is not None


def write_columns(triples: Iterable[tuple[str, str, str]], folder: Path) -> None:
    """Write the triples (in the order of `by_subject`) as Parquet files into a new `folder`.

    The same bytes for the same triples and the same version of DuckDB.
    """
    folder.mkdir(exist_ok=True)
    types = {name: _types(columns) for name, (_, columns) in TABLES.items()}
    types |= {"names": _NAMES, "evidence": _WORDS}
    with TemporaryDirectory(dir=folder.parent, prefix=".columns-") as scratch:
        with ExitStack() as opened:
            files = {name: opened.enter_context((Path(scratch) / name).open("wb")) for name in types}
            for subject, members in groupby(triples, key=itemgetter(0)):
                _write_subject(subject, [(p, o) for _, p, o in members], files)
        connection = _connection()
        for name, columns in types.items():
            _copy(connection, Path(scratch) / name, columns, folder / f"{name}.parquet")


def write_table(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str], path: Path) -> None:
    """Write rows as a Parquet file; `columns` maps names to types of DuckDB, what a row has not is NULL."""
    with TemporaryDirectory(dir=path.parent, prefix=".columns-") as scratch:
        lines = Path(scratch) / "rows"
        with lines.open("wb") as file:
            for row in rows:
                _write(file, row)
        _copy(_connection(), lines, columns, path)


def _copy(connection: Any, lines: Path, columns: Mapping[str, str], path: Path) -> None:
    source = f"read_json($path, format = 'newline_delimited', columns = {dict(columns)!r})"
    target = str(path).replace("'", "''")
    copy = f"COPY (SELECT * FROM {source}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)"
    connection.execute(copy, {"path": str(lines)})


def ask(folder: Path, sql: str, parameters: Mapping[str, str], place: str) -> Table:
    """Run a query of `ontology/questions` over the tables of an exports folder.

    The name of a column says what its values are: `label@zh-hans` texts in that language, `iri<>` IRIs,
    `date^^` dates of any precision; numbers are xsd:integer and all else is plain. StoreError when the tables
    cannot be read.
    """
    import duckdb  # noqa: PLC0415 - an extra

    connection = _connection()
    try:
        for path in sorted((folder / COLUMNS_NAME).glob("*.parquet")):
            file = str(path).replace("'", "''")
            connection.execute(f"CREATE VIEW {path.stem} AS SELECT * FROM read_parquet('{file}')")
        used = {name: value for name, value in parameters.items() if f"${name}" in sql}
        result = connection.execute(sql, used)
        heads = [_ALIAS.fullmatch(column[0]) for column in result.description]
        kinds = [(match[1], match[2] or "") for match in heads if match]
        rows = tuple(tuple(_term(value, kind) for value, (_, kind) in zip(row, kinds, strict=True))
                     for row in result.fetchall())  # fmt: skip
    except duckdb.Error as error:
        problem = " ".join(str(error).split())[:160]
        raise StoreError(place, f"the columns cannot answer ({problem})", "run kg build again") from None
    return Table(tuple(name for name, _ in kinds), rows)


def _connection() -> Any:
    import duckdb  # noqa: PLC0415 - an extra

    # One thread keeps the order of rows, and with it the bytes of the files.
    return duckdb.connect(":memory:", config={"threads": 1, "autoinstall_known_extensions": "false"})


def _types(columns: tuple[Column, ...]) -> dict[str, str]:
    return {"iri": _TEXT, "label": _TEXT, **{column.name: column.type for column in columns}}


def _write_subject(subject: str, pairs: list[tuple[str, str]], files: Mapping[str, IO[bytes]]) -> None:
    said: dict[str, list[str]] = {}
    for predicate, value in pairs:
        said.setdefault(predicate[1:-1], []).append(value)
    iri = subject[1:-1]
    classes = said.get(RDF_TYPE[1:-1], ())
    for value in said.get(KG.evidence, ()):
        words = _EVIDENCE.fullmatch(value)
        if words:
            start, end = (int(number) if number else None for number in words.groups()[1:])
            _write(files["evidence"], {"iri": iri, "article": words[1], "start": start, "end": end})
    names = [
        (parse_term(value), predicate == SKOS.prefLabel)
        for predicate in (SKOS.prefLabel, SKOS.altLabel)
        for value in said.get(predicate, ())
    ]
    for term, preferred in names:
        row = {"iri": iri, "name": term.value, "language": term.language, "preferred": preferred}
        _write(files["names"], row)
    for name, (ontology_class, columns) in TABLES.items():
        if f"<{ontology_class}>" in classes:
            label = next((t.value for t, preferred in names if preferred and t.language == "zh-Hans"), None)
            values = {column.name: _value(said.get(column.predicate, ()), column.type) for column in columns}
            _write(files[name], {"iri": iri, "label": label, **values})


def _value(texts: Iterable[str], kind: str) -> Any:
    convert = {"I": int, "D": float}.get(kind[0], str)
    values = [convert(_CODE_NAMES.get(text) or parse_term(text).value) for text in texts]
    return values if kind.endswith("[]") else next(iter(values), None)


_CODE_NAMES = {f"<{CODE[f'{scheme}-{name}']}>": name for scheme, names in CODES.items() for name in names}


def _write(file: IO[bytes], row: Mapping[str, Any]) -> None:
    file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))


def _term(value: Any, kind: str) -> Term | None:
    if value is None:
        return None
    if kind == "<>":
        return Term("iri", value)
    if kind == "^^":
        return parse_term(date(value, "columns")[0])
    if kind:
        return parse_term(f'"x"{kind}')._replace(value=value)
    datatype = f"{XSD}integer" if isinstance(value, int) else f"{XSD}string"
    return Term("literal", str(value), datatype)
