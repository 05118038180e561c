"""Build: sources in, a whole graph out – in memory, and as a folder of files that is swapped in at once."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from kg.errors import KgError, SourceError
from kg.extract import extract, load_lexicon
from kg.graph import article_graphs, review_quads
from kg.model import Article, Facts, Resolution, to_json
from kg.packaged import seeds_dir
from kg.read import Failure, read
from kg.resolve import read_decisions, resolve
from kg.seeds import load_seeds

if TYPE_CHECKING:
    import networkx
    import rdflib

DEFAULT_BASE = "https://kg.example/"

#: Called with the stage, how many articles are done, and of how many (0: not known yet).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Build:
    """A finished build: facts, who is who, and the graph as sorted N-Quads lines (without newline).

    `articles` maps an article's hash to it; facts that were written by hand have none.
    """

    facts: tuple[Facts, ...]
    articles: Mapping[str, Article]
    resolution: Resolution
    lines: tuple[str, ...]
    failures: tuple[Failure, ...]
    base: str

    def graph(self) -> rdflib.Dataset:
        """The graph in rdflib; its default graph is the union of all named ones."""
        import rdflib  # noqa: PLC0415 - half a second that most builds never need

        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data="\n".join(self.lines) + "\n", format="nquads")
        return dataset

    @cached_property
    def _network(self) -> networkx.MultiDiGraph:
        from kg.network import network  # noqa: PLC0415
        from kg.store import parse_quads  # noqa: PLC0415

        return network(parse_quads(self.lines), {key: article.text for key, article in self.articles.items()})

    def network(self) -> networkx.MultiDiGraph:
        """People, bodies, places, events and agreements as a networkx graph; see docs/page.md."""
        return self._network

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """Rows of plain values: one table a kind of fact (posts, events …), each row with its article."""
        tables: dict[str, list[dict[str, Any]]] = {}
        for facts in self.facts:
            record = orjson.loads(to_json(facts))
            for kind, rows in record.items():
                if isinstance(rows, list) and rows and isinstance(rows[0], dict):
                    tables.setdefault(kind, []).extend({"article": facts.id, **row} for row in rows)
        return tables

    def page(self) -> str:
        """The network as one HTML page that works offline."""
        from kg.page import page  # noqa: PLC0415

        return page(self.network())

    def report(self) -> dict[str, Any]:
        """Counts per kind, what is undecided, and what failed and why: plain values in a fixed order."""
        counts: Counter[str] = Counter()
        for kind, rows in self.tables().items():
            counts[kind] = len(rows)
        people = set(self.resolution.persons.values())
        return {
            "articles": [{"id": f.id, "hash": f.hash, "title": f.title, "facts": _size(f)} for f in self.facts],
            "counts": {"articles": len(self.facts), "people": len(people), "quads": len(self.lines),
                       **dict(sorted(counts.items()))},
            "undecided": {
                "people": [dataclasses.asdict(c) for c in self.resolution.candidates],
                "places": [{"article": a, "name": n, "codes": list(c)} for a, n, c in self.resolution.undecided],
            },
            "merges": [{"kept": m.kept, "merged": m.merged, "reason": m.reason} for m in self.resolution.merges],
            "failures": [{"place": f.place, "problem": str(f.error)} for f in self.failures],
        }

    def write(self, folder: Path | str) -> None:
        """Write every export into `folder`, beside the old ones, and swap it in whole.

        Raises OutputError when the folder cannot be written, holds other people's files or is being built.
        """
        from kg import network  # noqa: PLC0415
        from kg.store import building, write_graph  # noqa: PLC0415

        with building(Path(folder)) as staging:
            write_graph(self.lines, staging)
            graph = self.network()
            network.write_graphml(graph, staging / "graph.graphml")
            network.write_gexf(graph, staging / "graph.gexf")
            network.write_nodes_csv(graph, staging / "nodes.csv")
            network.write_edges_csv(graph, staging / "edges.csv")
            (staging / "facts.jsonl").write_bytes(b"".join(to_json(f) + b"\n" for f in self.facts))
            (staging / "graph.html").write_bytes(self.page().encode())
            (staging / "report.json").write_bytes(orjson.dumps(self.report(), option=orjson.OPT_INDENT_2) + b"\n")


def _size(facts: Facts) -> int:
    kinds = ("posts", "events", "participation", "agreements", "documents", "appointments", "groups", "measures",
             "represented", "aliases", "credits")
    return sum(len(getattr(facts, kind)) for kind in kinds)


def build(
    sources: Iterable[Path | str] | None = None, *, base: str = DEFAULT_BASE, progress: Progress | None = None
) -> Build:
    """Read, extract, resolve and map; `sources` are files, folders, globs or `-` (default: the packaged seeds).

    What cannot be read is in `failures` and the rest goes on; SourceError when nothing at all could be read,
    TableError when a seed table is broken. The same sources give the same build whatever their order.
    """
    tell = progress or (lambda stage, done, total: None)
    given = [str(s) for s in sources] if sources is not None else []
    texts, facts, failures = _read_all(given or [str(seeds_dir() / "articles")], tell)
    if not facts:
        raise failures[0].error if failures else SourceError("no source", "nothing to build", "name a file or folder")
    seeds = load_seeds()
    resolution = resolve(facts, seeds, read_decisions(seeds_dir() / "decisions.jsonl"))
    lines: set[str] = set()
    for done, row in enumerate(facts, 1):
        made = article_graphs(row, texts.get(row.hash or ""), resolution, seeds, base=base)
        lines.update(made.article, made.derived, made.reference)
        tell("map", done, len(facts))
    lines.update(review_quads(resolution, base=base))
    lines.update(_ontology_quads(base))
    return Build(tuple(facts), texts, resolution, tuple(sorted(lines)), tuple(failures), base)


def _ontology_quads(base: str) -> list[str]:
    from kg.validate import ontology_quads  # noqa: PLC0415 - rdflib

    return ontology_quads(base=base)


def _read_all(sources: list[str], tell: Progress) -> tuple[dict[str, Article], list[Facts], list[Failure]]:
    """Articles by hash, facts by id and hash (an article that comes twice counts once), and failures."""
    articles: dict[str, Article] = {}
    facts: dict[tuple[str, str], Facts] = {}
    failures: list[Failure] = []
    for done, item in enumerate(facts_of(sources), 1):
        tell("read and extract", done, 0)
        if isinstance(item, Failure):
            failures.append(item)
            continue
        article, found = item
        key = found.hash or ""
        if article is not None:
            if key in articles:
                continue
            articles[key] = article
        facts[found.id, key] = found
    return articles, [facts[key] for key in sorted(facts)], failures


def facts_of(sources: Iterable[Path | str]) -> Iterator[tuple[Article | None, Facts] | Failure]:
    """The facts of every article of the sources, in their order; facts files are passed through."""
    lexicon = load_lexicon()
    for item in read(sources):
        if isinstance(item, Failure):
            yield item
        elif isinstance(item, Facts):
            yield None, item if item.hash else dataclasses.replace(item, hash=_hash_of(item))
        else:
            try:
                yield item, extract(item, lexicon)
            except KgError as error:
                yield Failure(item.path or item.id, error)


def _hash_of(facts: Facts) -> str:
    """Identity of facts written by hand: the hash of what they say."""
    return hashlib.sha256(to_json(facts)).hexdigest()[:16]
