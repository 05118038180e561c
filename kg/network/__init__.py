"""The graph as a network for pictures, measures and other programs (Gephi, Cytoscape, spreadsheets)."""

from kg.network.measures import Measure, measures, write_measures_csv
from kg.network.projections import (
    PROJECTIONS,
    TIE_COLUMNS,
    Projection,
    shared_agreements,
    shared_events,
    tie_rows,
    whole,
)
from kg.network.property_graph import write_cypher, write_neo4j_edges, write_neo4j_nodes, write_parquet
from kg.network.stored import stored_network
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
    "EDGE_COLUMNS", "NODE_COLUMNS", "PROJECTIONS", "TIE_COLUMNS", "Measure", "Projection", "edge_rows",
    "measures", "network", "node_rows", "shared_agreements", "shared_events", "stored_network", "tie_rows",
    "whole", "write_cypher", "write_edges_csv", "write_gexf", "write_graphml", "write_measures_csv",
    "write_neo4j_edges", "write_neo4j_nodes", "write_nodes_csv", "write_parquet",
]  # fmt: skip
