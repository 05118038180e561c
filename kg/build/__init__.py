"""Build: sources in, a whole graph out – in memory, and as a folder of files that is swapped in at once."""

from kg.build.build import DEFAULT_BASE, Build, build
from kg.build.gather import Progress, facts_of, size

__all__ = ["DEFAULT_BASE", "Build", "Progress", "build", "facts_of", "size"]
