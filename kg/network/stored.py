"""The network of a build that lies in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx

from kg.network.whole import network
from kg.store import Quad, open_store


def stored_network(folder: Path) -> networkx.MultiDiGraph:
    """Read the network out of the store of a build. Raises StoreError.

    A store holds no texts: the sentences of its quotes are the words and 12 characters on either side.
    """
    store = open_store(folder)

    def quads() -> Iterator[Quad]:
        for name in store.graphs():
            for quad in store.graph(name):
                yield quad._replace(graph=f"<{name}>")

    return network(quads())
