"""Build: sources in, a whole graph out – in memory, and as a folder of files that is swapped in at once."""

from kg.build.build import DEFAULT_BASE, DEFAULT_DECISIONS, Build, build, rebuild
from kg.build.gather import Progress, facts_of, size
from kg.build.load import load
from kg.build.workers import cores

__all__ = ["DEFAULT_BASE", "DEFAULT_DECISIONS", "Build", "Progress", "build", "cores", "facts_of", "load",
           "rebuild", "size"]
