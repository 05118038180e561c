"""Sources in, articles out: every text repaired once, with the way back to its raw characters."""

from kg.read.records import Failure, Item
from kg.read.repair import canonical
from kg.read.sources import read, read_one

__all__ = ["Failure", "Item", "canonical", "read", "read_one"]
