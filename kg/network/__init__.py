"""The graph as a network for pictures, measures and other programs (Gephi, Cytoscape, spreadsheets)."""

from kg.network.tables import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    edge_rows,
    node_rows,
    write_edges_csv,
    write_gexf,
    write_graphml,
    write_nodes_csv,
)
from kg.network.whole import network

__all__ = [
    "EDGE_COLUMNS",
    "NODE_COLUMNS",
    "edge_rows",
    "network",
    "node_rows",
    "write_edges_csv",
    "write_gexf",
    "write_graphml",
    "write_nodes_csv",
]
