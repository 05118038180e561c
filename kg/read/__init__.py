"""Sources in, articles out: every text repaired once, with the way back to its raw characters."""

from kg.read.files import read_one
from kg.read.repair import canonical

__all__ = ["canonical", "read_one"]
