"""Where every node of the picture stands: a layout of flowers, computed beforehand.

A force layout of such a graph is a hairball whose bytes depend on the processor: it repeats millions of
floating-point sums, and each one feeds the next. Here the structure of the news decides instead. Every event
is the heart of a flower and its people are the ring around it; every bundle of agreements is the heart of
another and its parties are the ring; posts, organs and documents stand outside the ones they belong to.
Nothing is random, nothing iterates to convergence, coordinates are whole numbers.
"""

from kg.page.layout.flowers import Flower, gather
from kg.page.layout.place import ASPECT, Spot, circles, layout

__all__ = ["ASPECT", "Flower", "Spot", "circles", "gather", "layout"]
