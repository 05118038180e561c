"""Where the ontology, the seed tables and the questions lie.

In a checkout they are the top-level folders; in an installed wheel they lie inside the package.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _HERE / "packaged" / name
    return inside if inside.is_dir() else _HERE.parent / name


def ontology_dir() -> Path:
    """Folder with kg.ttl, alignments.ttl, shapes.ttl, context.jsonld and questions/."""
    return _folder("ontology")


def seeds_dir() -> Path:
    """Folder with articles/, the tables people edit, and decisions.jsonl."""
    return _folder("seeds")
