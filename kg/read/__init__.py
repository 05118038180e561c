"""Sources in, articles out: every text repaired once, with the way back to its raw characters."""

from kg.read.records import Failure, Item
from kg.read.repair import canonical
from kg.read.sources import is_known, read, read_content, read_line, read_one

__all__ = ["Failure", "Item", "canonical", "is_known", "read", "read_content", "read_line", "read_one"]
