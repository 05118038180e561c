"""exports/graph.ttl in the repository is what the seed article gives: `make run`, then commit it."""

from __future__ import annotations

from pathlib import Path

import kg

COMMITTED = Path(__file__).parents[2] / "exports" / "graph.ttl"


def test_the_committed_graph_is_the_one_that_is_built(tmp_path: Path) -> None:
    kg.build().write(tmp_path / "made")
    assert COMMITTED.read_bytes() == (tmp_path / "made" / "graph.ttl").read_bytes()
