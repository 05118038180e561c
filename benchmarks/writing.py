"""Turtle, loading, counting questions and validation, beside other ways to do the same.

`python -m benchmarks.writing [--articles 1000] [--rounds 3]`

Every piece is one process on one core, start-up included; what they give is compared.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import make_corpus, write
from benchmarks.processes import Run, comparison, in_turn
from benchmarks.results import put_section
from benchmarks.writing_engine import WORK
from kg.build import build
from kg.store import building, write_graph
from kg.store.sorting import write_sorted
from kg.store.terms import triple_line
from kg.validate import ontology_quads

HOME = Path(__file__).parent
TOLD = {
    "turtle": "Turtle of the whole graph from its sorted N-Quads, as a build writes graph.ttl; both parse "
              "to one set of triples. pyoxigraph is ahead: kg's writer is Python, and puts subjects into "
              "sections by class and predicates into an order for readers. Straight from the records kg is "
              "the faster one (see Mapping).",
    "load": "The graph into an Oxigraph store on the disk, named graphs and their union; equal counts. The "
            "bare loader gets both from a file that is ready; kg makes the union while it loads, by batches.",
    "ask": "who-meets-whom, cities-signed-together and coverage by `kg query`; equal answers.",
    "validate": "The shapes of the ontology; equal reports. The graph is that of a tenth of the articles.",
}


def prepare(articles: int, folder: Path) -> int:
    """Write what the engines read; returns the number of quads."""
    folder.mkdir()
    write(make_corpus(articles, 1), folder)
    made = build([folder / "articles.jsonl"])
    write_sorted(made.lines, folder / "graph.nq")
    both = (*made.lines, *dict.fromkeys(map(triple_line, made.lines)))
    (folder / "both.nq").write_text("".join(f"{line}\n" for line in both), encoding="utf-8")
    with building(folder / "exports") as staging:
        write_graph(made.lines, staging, ontology_quads())
    (folder / "bare").mkdir()
    (folder / "bare" / "store").symlink_to(folder / "exports" / "store")
    return len(made.lines)


def work(name: str, folder: Path, quads: int, rounds: int) -> str:
    """Run every engine of one piece of work, check that they agree, and tell."""
    out = {engine: folder / f"{name}-{engine.replace(' ', '-')}" for engine in WORK[name]}
    script = HOME / "writing_engine.py"
    runs: dict[str, list[Run]] = {engine: [] for engine in WORK[name]}
    for number in range(rounds):
        commands = {engine: [sys.executable, "-P", script, name, engine, folder, out[engine]]
                    for engine in WORK[name] if number == 0 or engine != "pyshacl"}
        for path in out.values():
            shutil.rmtree(path, ignore_errors=True)
        for engine, own in in_turn(commands, 1).items():
            runs[engine] += own
        if number == 0 and len({_content(name, path) for path in out.values()}) > 1:
            sys.exit(f"{name}: the results differ, see {folder}")
    return f"{TOLD[name]}\n\n{comparison(runs, quads, 'quads')}"


def _content(name: str, path: Path) -> object:
    import pyoxigraph as ox  # noqa: PLC0415

    if name == "load":
        return len(ox.Store.read_only(str(path)))
    if name == "turtle":
        return hash(frozenset(map(str, ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))))
    return path.read_bytes()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        large, small = Path(scratch) / "large", Path(scratch) / "small"
        quads, few = prepare(given.articles, large), prepare(given.articles // 10, small)
        told = [f"{given.articles:,} generated articles, {quads:,} quads."]
        for name in WORK:
            folder, count = (small, few) if name == "validate" else (large, quads)
            told.append(work(name, folder, count, given.rounds))
    body = "\n\n".join(told)
    put_section("Writing, loading, asking, validating", body)
    print(body)


if __name__ == "__main__":
    main()
