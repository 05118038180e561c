"""Two builds compared: facts new, withdrawn, re-dated, people re-identified; the quads as an RDF patch."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from kg.errors import SourceError
from kg.model import Fact, Facts, from_json

FACTS, QUADS = "facts.jsonl", "graph.nq.gz"
_KINDS = ("posts", "events", "participation", "agreements", "documents", "appointments", "groups", "measures",
          "represented", "aliases", "credits")  # fmt: skip
#: Fields that say when, and those that are no part of what is said.
_WHEN = ("date", "year")
_APART = ("evidence", "rule", "confidence", "date_text", "date_reason")
_NAMED = re.compile(
    r'(<\S*/person/\S+>) <http://www\.w3\.org/2004/02/skos/core#prefLabel> "([^"\\]+)"@zh-Hans (<\S+>) \.'
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two builds.

    `what` is new, withdrawn, re-dated or re-identified. `before` and `after` are dates of a fact that is
    re-dated, IRIs of a person who is re-identified, and empty for the others.
    """

    what: str
    article: str
    kind: str
    said: str
    before: str = ""
    after: str = ""


def diff(old: Path, new: Path) -> tuple[Change, ...]:
    """What the build in the folder `new` says and the one in `old` does not, and the reverse.

    Facts are compared article by article. A person is re-identified when a name in an article means another
    person than before. Raises SourceError for a folder that holds no build.
    """
    before, after = _said(old), _said(new)
    changes = [change for key in sorted({*before, *after})
               for change in _changes(key, before.get(key, set()), after.get(key, set()))]  # fmt: skip
    meant, means = _people(old), _people(new)
    for article, name in sorted(meant.keys() & means.keys()):
        one, other = meant[article, name], means[article, name]
        if one != other:
            changes.append(Change("re-identified", article, "persons", name, " ".join(sorted(one)),
                                  " ".join(sorted(other))))  # fmt: skip
    return tuple(changes)


def patch(old: Path, new: Path) -> Iterator[str]:
    """Lines of an RDF patch (https://afs.github.io/rdf-delta/rdf-patch.html) that turns `old` into `new`.

    D takes a quad away, A adds one; all of it is one transaction. Raises SourceError as `diff` does.
    """
    gone, come = _quads(old), _quads(new)
    yield "TX ."
    yield from (f"D {quad}" for quad in sorted(gone - come))
    yield from (f"A {quad}" for quad in sorted(come - gone))
    yield "TC ."


def _changes(key: tuple[str, str, str], before: set[str], after: set[str]) -> Iterator[Change]:
    for one, other in zip_longest(sorted(before - after), sorted(after - before)):
        what = "new" if one is None else "withdrawn" if other is None else "re-dated"
        yield Change(what, *key, *(("", "") if what != "re-dated" else (one, other)))


def _said(folder: Path) -> dict[tuple[str, str, str], set[str]]:
    """(article, kind, what is said) → when, of every fact of a build; "-" for no date."""
    path = folder / FACTS
    said: dict[tuple[str, str, str], set[str]] = {}
    for number, line in enumerate(_text(path).splitlines(), 1):
        facts = from_json(line, f"{path}:{number}")
        for kind in _KINDS:
            for fact in getattr(facts, kind):
                said.setdefault((facts.id, kind, _words(facts, fact)), set()).add(_when(fact))
    return said


def _words(facts: Facts, fact: Fact) -> str:
    """The fields of a fact but for when, with the name of an event for its key."""
    names = {event.key: event.name for event in facts.events}
    told = []
    for field in fact.__dataclass_fields__:
        value = getattr(fact, field)
        if field in (*_WHEN, *_APART, "key") or value in (None, (), "", False):
            continue
        words = "、".join(map(str, value)) if isinstance(value, tuple) else str(value)
        told.append(names.get(words, words) if field == "event" else words)
    return " | ".join(told)


def _when(fact: Fact) -> str:
    return next((str(getattr(fact, field)) for field in _WHEN if getattr(fact, field, None)), "-")


def _people(folder: Path) -> dict[tuple[str, str], set[str]]:
    """(graph of an article, name) → IRIs of the people whom the name means there."""
    found: dict[tuple[str, str], set[str]] = {}
    for quad in _quads(folder):
        if match := _NAMED.fullmatch(quad):
            found.setdefault((match[3], match[2]), set()).add(match[1])
    return found


def _quads(folder: Path) -> set[str]:
    return set(_text(folder / QUADS).splitlines())


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        return (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    except (OSError, ValueError, EOFError) as error:
        message = f"cannot be read ({getattr(error, 'strerror', None) or error})"
        raise SourceError(str(path), message, "give two folders that kg build wrote") from None
