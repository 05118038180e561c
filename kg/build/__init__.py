"""Build: sources in, a whole graph out – in memory, and as a folder of files that is swapped in at once."""

from kg.build.build import DEFAULT_BASE, DEFAULT_DECISIONS, Build, build, rebuild
from kg.build.gather import Found, Progress, facts_of, gather_items, size
from kg.build.kept import Kept, read_kept
from kg.build.load import load
from kg.build.review import Pair, Review, Seen, people_of
from kg.build.workers import cores

__all__ = [
    "DEFAULT_BASE", "DEFAULT_DECISIONS", "Build", "Found", "Kept", "Pair", "Progress", "Review", "Seen",
    "build", "cores", "facts_of", "gather_items", "load", "people_of", "read_kept", "rebuild", "size",
]  # fmt: skip
