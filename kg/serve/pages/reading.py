"""Reading the surroundings of one thing out of the store, as far as its page needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.network.quotes import Quotes
from kg.network.records import Records
from kg.serve.pages.links import kind_of
from kg.store import Quad, Store
from kg.vocab import CODE, KG

MOST = 500  # statements that point at one thing; a province has more, and a page is for reading
_HOPS = 3  # participation → tenure → post → organisation
_CHARS = re.compile(r"<(.+)#char=(\d+),(\d+)>")
_NAMED = (KG.namespace, CODE.namespace)


class Reading:
    """Statements gathered around one thing, each subject read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: set[str] = set()
        self.quads: list[Quad] = []

    def about(self, subjects: Iterable[str], hops: int = 0) -> None:
        """Read what is said of these subjects, and of what they lead to, `hops` links far. An article and
        its parts lead nowhere.
        """
        base = self._store.base
        for _ in range(hops + 1):
            new = sorted({each for each in subjects if each not in self._read})
            self._read.update(new)
            found = [quad for each in new for quad in self._store.about(each)]
            self.quads += found
            values = {quad.object[1:-1] for quad in found if quad.object.startswith("<")}
            values |= {quad.predicate[1:-1] for quad in found}
            subjects = [each for each in values if "/article/" not in each
                        and (kind_of(each, base) or each.startswith(_NAMED))]  # fmt: skip

    def pointing(self, iri: str, predicate: str | None = None) -> list[str]:
        """Subjects of statements about this thing, sorted, read with what they lead to."""
        found = {quad.subject[1:-1] for quad in self._store.pointing(iri, MOST, predicate)}
        nodes = sorted(each for each in found if "#" not in each)
        self.about(nodes, _HOPS)
        return nodes

    def records(self) -> Records:
        """All that was read, with the quotes behind it and the statements about it."""
        quotes = sorted({
            f"{match[1]}#quote={match[2]},{match[3]}"
            for quad in self.quads if (match := _CHARS.fullmatch(quad.object))
        })  # fmt: skip
        self.about(quotes)
        return Records(self.quads)


def quotes_of(records: Records) -> Quotes:
    """The reader of quotes; the store keeps no whole texts, so a sentence is the words and 12 characters."""
    return Quotes(records, {})


def entity_quads(store: Store, iri: str) -> Iterator[Quad]:
    """The RDF of one thing: what is said of it, and the tenures, participations … that name it, whole."""
    yield from store.about(iri)
    for subject in sorted({quad.subject[1:-1] for quad in store.pointing(iri, MOST)}):
        yield from store.about(subject)
        if "#char=" in subject or "#text" in subject:  # evidence: its selectors belong to it
            for part in ("#position=", "#quote="):
                yield from store.about(subject.replace("#char=", part))
