"""The network read out of a store is that of the build, but for the length of its sentences."""

from pathlib import Path

import kg
from kg.network import edge_rows, node_rows, stored_network

ARTICLES = Path(__file__).parents[1] / "gold" / "shared" / "articles"


def test_a_stored_network_is_the_network_of_the_build(tmp_path):
    built = kg.build(sorted(ARTICLES.iterdir())[:3])
    built.write(tmp_path / "exports")
    stored, ours = stored_network(tmp_path / "exports"), built.network()
    assert node_rows(stored) == node_rows(ours)
    assert edge_rows(stored) == edge_rows(ours)
    assert len(ours) > 60
    shown = kg.show(tmp_path / "exports", height=321).data
    assert "height:321px" in shown
    assert kg.show(ours).data == kg.show(built).data != shown
