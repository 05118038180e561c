"""The graph as a network for pictures, measures and other programs (Gephi, Cytoscape, spreadsheets)."""

from kg.network.whole import network

__all__ = ["network"]
