"""Mapping of the same records to the same triples by kg, pyoxigraph, rdflib, morph-kgc and maplib.

`python -m benchmarks.mapping [--articles 10000] [--rounds 3]`

Every engine is one process on one core, start-up included. All outputs are parsed and must have one digest.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from benchmarks.mapping_records import write_records
from benchmarks.processes import Run, comparison, in_turn, ratio, run
from benchmarks.results import figures, put_section, table

HOME = Path(__file__).parent
PYTHONS = {
    "kg": Path(sys.executable), "pyoxigraph": Path(sys.executable), "maplib": HOME / ".venv/bin/python",
    "morph-kgc": HOME / ".venv-morph/bin/python", "rdflib": Path(sys.executable),
}  # fmt: skip
FORMATS = {"nt": ("N-Triples", ox.RdfFormat.N_TRIPLES), "ttl": ("Turtle", ox.RdfFormat.TURTLE)}
AIMS = {"nt": {"morph-kgc": 10, "maplib": 12, "rdflib": 100}, "ttl": {"pyoxigraph": 5, "rdflib": 100}}
#: rdflib's Turtle costs more than in proportion to the triples: it gets one article in so many.
FEW = 10
#: Articles whose records are mapped again and again, and how often.
REPEATED, TIMES = 1000, (1, 10, 100, 200)


def engine(name: str, form: str, folder: Path, out: Path, *more: str) -> list[object]:
    return [PYTHONS[name], "-P", HOME / "mapping_engine.py", name, form, folder, out, *more]


def digest(path: Path, form: ox.RdfFormat) -> tuple[int, str]:
    """Distinct triples of a file, and a digest that does not depend on their order."""
    seen = set()
    for quad in ox.parse(path=str(path), format=form):
        text = f"{quad.subject} {quad.predicate} {quad.object}"
        seen.add(hashlib.sha256(text.encode()).digest()[:16])
    return len(seen), hashlib.sha256(b"".join(sorted(seen))).hexdigest()[:16]


def compared(form: str, names: Sequence[str], folder: Path, rounds: int) -> tuple[str, tuple[int, str]]:
    """A table of one form, its aims, and what all outputs hold."""
    title, rdf_format = FORMATS[form]
    out = {name: folder / f"{name}.{form}" for name in names}
    runs = in_turn({name: engine(name, form, folder, out[name]) for name in names}, rounds, once=["rdflib"])
    found = {}
    for name, path in out.items():
        found[name] = digest(path, rdf_format)
        path.unlink()
    if len(set(found.values())) > 1:
        sys.exit(f"the outputs differ: {found}")
    triples, _ = found["kg"]
    return f"{title}:\n\n{comparison(runs, triples, 'triples')}\n\n{_aims(form, runs)}", found["kg"]


def _aims(form: str, runs: dict[str, list[Run]]) -> str:
    words = []
    for name, aim in AIMS[form].items():
        if name not in runs:
            continue
        reached = ratio(runs[name], runs["kg"])
        words.append(f"{aim} × {name}: {'reached' if reached >= aim else f'not reached ({reached:.1f})'}")
    return f"Aims: {'; '.join(words)}."


def memory() -> str:
    """Peak memory of kg over more and more articles."""
    with tempfile.TemporaryDirectory(dir=_memory_disk()) as folder:
        write_records(REPEATED, Path(folder))
        rows = []
        for times in TIMES:
            made = run(engine("kg", "nt", Path(folder), Path(os.devnull), str(times)))
            rows.append((f"{REPEATED * times:,}", f"{made.cpu:.1f}", figures(made.peak_mib)))
    return table(("articles", "CPU s", "peak MiB"), rows)


def _memory_disk() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def section(articles: int, rounds: int) -> str:
    with tempfile.TemporaryDirectory(dir=_memory_disk()) as folder:
        records = write_records(articles, Path(folder))
        lines, found = compared("nt", tuple(PYTHONS), Path(folder), rounds)
        blocks, same = compared("ttl", ("kg", "pyoxigraph"), Path(folder), rounds)
    if same != found:
        sys.exit(f"the forms differ: {found}, {same}")
    with tempfile.TemporaryDirectory(dir=_memory_disk()) as folder:
        write_records(articles // FEW, Path(folder))
        few, (fewer, _) = compared("ttl", ("kg", "rdflib"), Path(folder), rounds)
    told = (f"{records:,} records of {articles:,} generated articles → {found[0]:,} triples; every output "
            f"parses to one set of triples (digest {found[1]}). kg, pyoxigraph and rdflib read the records "
            "as JSON lines (an article a line), maplib and morph-kgc as CSV; reading, start-up and writing "
            "count.")
    few = (f"{few}\n\nThis table: {articles // FEW:,} articles, {fewer:,} triples. rdflib looks for the "
           "namespace of every IRI among all that it has met, which costs more than in proportion.")
    repeated = f"kg, N-Triples, the records of {REPEATED:,} articles again and again:\n\n{memory()}"
    return "\n\n".join((told, lines, blocks, few, repeated))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=10000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    body = section(given.articles, given.rounds)
    put_section("Mapping", body)
    print(body)


if __name__ == "__main__":
    main()
