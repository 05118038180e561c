"""One piece of work on a graph in a process of its own: `python writing_engine.py WORK ENGINE FOLDER OUT`.

FOLDER holds graph.nq (sorted N-Quads) and exports/ (a build). The process keeps to one core.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path


def turtle_kg(folder: Path, out: Path) -> None:
    """Sorted lines → Turtle, grouped, in sections."""
    from kg.store.files import _triples  # noqa: PLC0415
    from kg.store.sorting import read_lines  # noqa: PLC0415
    from kg.store.turtle import turtle  # noqa: PLC0415
    from kg.vocab import PREFIXES  # noqa: PLC0415

    with out.open("w", encoding="utf-8") as file:
        file.writelines(turtle(_triples(read_lines(folder / "graph.nq")), PREFIXES))


def turtle_pyoxigraph(folder: Path, out: Path) -> None:
    """Parser to serialiser, as a stream."""
    import pyoxigraph as ox  # noqa: PLC0415

    from kg.vocab import PREFIXES  # noqa: PLC0415

    quads = ox.parse(path=str(folder / "graph.nq"), format=ox.RdfFormat.N_QUADS)
    ox.serialize((quad.triple for quad in quads), str(out), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)


def load_kg(folder: Path, out: Path) -> None:
    """What a build does: batches of lines, named graphs and their union."""
    from kg.store.oxigraph import write_store  # noqa: PLC0415
    from kg.store.sorting import read_lines  # noqa: PLC0415

    write_store(read_lines(folder / "graph.nq"), out)


def load_bare(folder: Path, out: Path) -> None:
    """Oxigraph's bulk loader alone, from one file that holds the same quads."""
    import pyoxigraph as ox  # noqa: PLC0415

    store = ox.Store(str(out))
    store.bulk_load(path=str(folder / "both.nq"), format=ox.RdfFormat.N_QUADS, lenient=True)
    store.optimize()
    store.flush()


def _ask(folder: Path, out: Path) -> None:
    """The three questions that count and pair."""
    from kg.query import question_named, run  # noqa: PLC0415
    from kg.store import open_store  # noqa: PLC0415

    names = ("who-meets-whom", "cities-signed-together", "coverage")
    answers = [run(open_store(folder), question_named(name)).values() for name in names]
    out.write_text(repr(answers), encoding="utf-8")


def ask_columns(folder: Path, out: Path) -> None:
    """From columns/."""
    _ask(folder / "exports", out)


def ask_store(folder: Path, out: Path) -> None:
    """From the store: a folder that has no columns."""
    _ask(folder / "bare", out)


def validate_shacl(folder: Path, out: Path) -> None:
    """The fast engine."""
    from kg.validate import validate  # noqa: PLC0415

    out.write_text(validate(folder / "graph.nq", "shacl").to_text(), encoding="utf-8")


def validate_pyshacl(folder: Path, out: Path) -> None:
    """The reference."""
    from kg.validate import validate  # noqa: PLC0415

    out.write_text(validate(folder / "graph.nq", "pyshacl").to_text(), encoding="utf-8")


WORK: dict[str, dict[str, Callable[[Path, Path], None]]] = {
    "turtle": {"kg": turtle_kg, "pyoxigraph": turtle_pyoxigraph},
    "load": {"kg": load_kg, "the bare loader": load_bare},
    "ask": {"columns": ask_columns, "store": ask_store},
    "validate": {"shacl": validate_shacl, "pyshacl": validate_pyshacl},
}


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    WORK[sys.argv[1]][sys.argv[2]](Path(sys.argv[3]), Path(sys.argv[4]))


if __name__ == "__main__":
    main()
