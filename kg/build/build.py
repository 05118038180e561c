"""A build: everything that follows from a set of sources, as one value that can be written to a folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from kg.build.cache import FactsCache
from kg.build.gather import KINDS, Found, Progress, as_found, at, gather, size
from kg.build.kept import Kept, utf8, write_kept
from kg.errors import FactsError, KgError, SourceError
from kg.graph import Sighting, article_graphs, review_quads, sightings, tenures
from kg.graph.iris import Iris
from kg.model import Article, Facts, Resolution, to_json
from kg.packaged import seeds_dir
from kg.read import Failure
from kg.resolve import RETRACTED, Decision, read_decisions, resolve
from kg.seeds import load_seeds

if TYPE_CHECKING:
    import networkx
    import rdflib

DEFAULT_BASE = "https://kg.example/"
#: Where people's decisions stand, from the folder that one works in.
DEFAULT_DECISIONS = Path("seeds/decisions.jsonl")


@dataclass(frozen=True)
class Build:
    """A finished build: facts, who is who, and the graph as sorted N-Quads lines (without newline).

    `articles` maps an article's hash to it; facts that were written by hand have none. `ontology` holds the
    lines of `{base}graph/ontology`, which name the classes and codes that `lines` use. `without_facts` names
    the articles in which nothing was found.
    """

    base: str
    facts: tuple[Facts, ...]
    articles: Mapping[str, Article]
    resolution: Resolution
    lines: tuple[str, ...]
    ontology: tuple[str, ...]
    failures: tuple[Failure, ...]
    without_facts: tuple[str, ...]

    def graph(self) -> rdflib.Dataset:
        """What the store holds, in rdflib; the default graph is the union of all named ones."""
        import rdflib  # noqa: PLC0415 - half a second that most builds never need

        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data="\n".join((*self.lines, *self.ontology)) + "\n", format="nquads")
        return dataset

    def network(self) -> networkx.MultiDiGraph:
        """People, bodies, places, events and agreements as a networkx graph; see docs/page.md."""
        return self._network

    @cached_property
    def _network(self) -> networkx.MultiDiGraph:
        from kg.network import network  # noqa: PLC0415
        from kg.store import parse_quads  # noqa: PLC0415

        texts = {key: article.text for key, article in self.articles.items()}
        return network(parse_quads((*self.lines, *self.ontology)), texts)

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """Rows of plain values: a table a kind of fact (posts, events …), each row with its article."""
        tables: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
        for facts in self.facts:
            record = orjson.loads(to_json(facts))
            for kind in KINDS:
                tables[kind].extend({"article": facts.id, **row} for row in record[kind])
        return tables

    def page(self) -> str:
        """The network as one HTML page that works offline."""
        from kg.page import page  # noqa: PLC0415

        return page(self.network())

    def report(self) -> dict[str, Any]:
        """Counts per kind, what is undecided, and what failed and why: plain values in a fixed order."""
        articles = [{"id": f.id, "hash": f.hash, "title": f.title, "facts": size(f)} for f in self.facts]
        counts = {kind: sum(len(getattr(facts, kind)) for facts in self.facts) for kind in KINDS}
        who = self.resolution
        people = len(set(who.persons.values()))
        return {
            "counts": {"articles": len(articles), "people": people, **counts, "quads": len(self.lines)},
            "articles": articles,
            "undecided": {
                "people": [dataclasses.asdict(candidate) for candidate in who.candidates],
                "places": [{"article": a, "name": n, "codes": list(c)} for a, n, c in who.undecided],
            },
            "merges": [{"kept": m.kept, "merged": m.merged, "reason": m.reason} for m in who.merges],
            "failures": [{"place": utf8(f.place), "problem": utf8(str(f.error))} for f in self.failures],
        }

    def write(self, folder: Path | str) -> None:
        """Write every export into `folder`, beside the old ones, and swap it in whole.

        Raises OutputError when the folder cannot be written, holds other people's files or is being built.
        """
        from kg import network  # noqa: PLC0415
        from kg.store import building, write_graph  # noqa: PLC0415
        from kg.store.columns import COLUMNS_NAME, has_duckdb  # noqa: PLC0415

        with building(Path(folder)) as staging:
            write_graph(self.lines, staging, self.ontology)
            graph = self.network()
            network.write_graphml(graph, staging / "graph.graphml")
            network.write_gexf(graph, staging / "graph.gexf")
            network.write_nodes_csv(graph, staging / "nodes.csv")
            network.write_edges_csv(graph, staging / "edges.csv")
            network.write_neo4j_nodes(graph, staging / "neo4j-nodes.csv")
            network.write_neo4j_edges(graph, staging / "neo4j-edges.csv")
            network.write_cypher(graph, staging / "graph.cypher")
            if has_duckdb():
                network.write_parquet(graph, staging / COLUMNS_NAME)
            report = orjson.dumps(self.report(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
            (staging / "facts.jsonl").write_bytes(b"".join(to_json(f) + b"\n" for f in self.facts))
            (staging / "graph.html").write_bytes(self.page().encode())
            (staging / "report.json").write_bytes(report)
            write_kept(staging, self.base, self.failures, self.articles.values())


def build(  # noqa: PLR0913 - all that a build depends on
    sources: Path | str | Iterable[Path | str] | None = None,
    *,
    base: str = DEFAULT_BASE,
    decisions: Path = DEFAULT_DECISIONS,
    cache: Path | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Build:
    """Read, extract and resolve all sources (default: the packaged seeds) and write their graph.

    `cache` is a folder for the facts of articles that the next build will not have to extract again, and
    `workers` how many processes extract; neither changes what comes out. What cannot be read, or contradicts
    itself, is in `failures` and the rest goes on; the same sources give the same build whatever their order.
    Raises the first error, with the others as its notes, when nothing is left; TableError when a seed table
    or a decision is broken; OutputError when `base` is no base for IRIs.
    """
    Iris(base)  # a base that cannot be used is told before the work, not after it
    tell = progress or _silent
    given = [sources] if isinstance(sources, Path | str) else sources
    decided = read_decisions(decisions)
    facts_cache = FactsCache(cache) if cache else None
    done = False
    try:
        found, failures = gather(
            given or [seeds_dir() / "articles"], tell, cache=facts_cache, workers=workers,
            without=_retracted(decided),
        )  # fmt: skip
        done = True
    finally:
        if facts_cache:
            facts_cache.close(whole=done)
    return _built(found, failures, decided, base, tell)


def rebuild(kept: Kept, decided: Iterable[Decision], *, progress: Progress | None = None) -> Build:
    """A build once more, from what it was made from and with these decisions; its sources are not read again.

    Raises TableError when decisions contradict each other, SourceError when nothing is left.
    """
    decided = tuple(decided)
    retracted = _retracted(decided)
    found = [each for each in as_found(kept.facts, kept.articles) if each.key not in retracted]
    return _built(found, list(kept.failures), decided, kept.base, progress or _silent)


def _retracted(decided: Iterable[Decision]) -> frozenset[str]:
    return frozenset(key for d in decided if d.verdict == RETRACTED for key in d.articles)


def _silent(stage: str, done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


def _built(
    found: list[Found], failures: list[Failure], decided: tuple[Decision, ...], base: str, tell: Progress
) -> Build:
    from kg.validate import ontology_quads  # noqa: PLC0415 - rdflib

    seeds = load_seeds()
    while True:
        if not found:
            raise _nothing_left(failures)
        resolution = resolve((dataclasses.replace(f.facts, hash=f.key) for f in found), seeds, decided)
        runs, broken = _graphs(found, resolution, base, tell)
        if not broken:
            break
        # An article that is left out has no say in who is who: once more, without it.
        found = [each for number, each in enumerate(found) if number not in broken]
        failures = sorted([*failures, *broken.values()], key=lambda failure: failure.place)
    return Build(
        base=base,
        facts=tuple(each.facts for each in found),
        articles={each.key: each.article for each in found if each.article},
        resolution=resolution,
        # Sorting what is sorted in runs costs less than half of sorting a set.
        lines=tuple(sorted(dict.fromkeys(chain.from_iterable(runs)))),
        ontology=tuple(ontology_quads(base=base)),
        failures=tuple(failures),
        without_facts=tuple(each.place for each in found if not size(each.facts)),
    )


def _graphs(
    found: list[Found], resolution: Resolution, base: str, tell: Progress
) -> tuple[list[list[str]], dict[int, Failure]]:
    """The lines of all articles, sorted in runs, and what is wrong with those (by number) that contradict
    themselves.
    """
    runs = [review_quads(resolution, base=base)]
    broken: dict[int, Failure] = {}
    seeds = load_seeds()
    held = tenures(_seen(found, resolution, base), base=base)
    runs.append(held.derived)
    resolution = dataclasses.replace(resolution, spells=held.spells)
    for number, each in enumerate(found):
        try:
            made = article_graphs(each.facts, each.article, resolution, seeds, base=base)
            runs += made
        except FactsError as error:
            broken[number] = Failure(each.place, at(each.place, error))
        tell("make the graph", number + 1, len(found))
    return runs, broken


def _seen(found: list[Found], resolution: Resolution, base: str) -> Iterator[Sighting]:
    """What the articles prove of tenures. One that contradicts itself says nothing: it will be left out."""
    for each in found:
        try:
            yield from sightings(each.facts, each.article, resolution, load_seeds(), base=base)
        except FactsError:
            continue


def _nothing_left(failures: list[Failure]) -> KgError:
    if not failures:
        return SourceError("no article", "nothing is left to build", "name a file or folder with one")
    for other in failures[1:]:
        failures[0].error.add_note(str(other.error))
    return failures[0].error
