"""Finding a thing by part of a name: either script, pinyin with or without tones, or its first letters."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from kg.network.records import LANGUAGES
from kg.page.search import plain, search_keys
from kg.serve.messages import Refusal, Reply
from kg.serve.pages.html import html
from kg.serve.pages.links import address, kind_of
from kg.store import Store, parse_term
from kg.vocab import SKOS

_MOST = 100  # things on a page
_TURN = 3.0  # seconds that one request may spend on the index
# Kinds with names to look for, those looked for most first; tenures and their like have none.
_KINDS = ("person", "org", "place", "event", "agreement", "document", "group", "post", "article", "measure")
_KIND_NAMES = {
    "person": "人物", "org": "机构", "place": "行政区", "event": "活动", "agreement": "协议",
    "document": "文件", "group": "组合", "post": "职务", "article": "报道", "measure": "举措",
}  # fmt: skip


class Found(NamedTuple):
    """A thing that fits, as the page lists it."""

    name: str
    href: str
    kind: str
    others: str


class Index:
    """The names of one store, read in turns so that no single request takes long."""

    def __init__(self, store: Store) -> None:
        self._names: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._keys: list[tuple[str, str, str]] = []  # keys joined by bars, IRI, name
        self._work = self._read(store)
        self.is_whole = False

    def advance(self, seconds: float) -> None:
        """Go on reading for so long at most."""
        end = time.monotonic() + seconds
        for _ in self._work:
            if time.monotonic() > end:
                return
        self.is_whole = True

    def _read(self, store: Store) -> Iterator[None]:
        for predicate in (SKOS.prefLabel, SKOS.altLabel):
            for quad in store.with_predicate(predicate):
                iri = quad.subject[1:-1]
                if kind_of(iri, store.base) in _KINDS:
                    term = parse_term(quad.object)
                    tag = (term.language or "").lower()
                    self._names[iri][LANGUAGES.get(tag, tag)].append(term.value)
                yield
        for iri in sorted(self._names):
            names = self._names[iri]
            name = next((names[tag][0] for tag in ("zh-Hans", *sorted(names)) if names.get(tag)), iri)
            self._keys.append((search_keys(name, names), iri, name))
            yield

    def find(self, text: str, base: str) -> list[Found]:
        """Things whose name holds the text; a whole name before a beginning before a part, then by kind."""
        wanted = plain(text)
        ranked = []
        for keys, iri, name in self._keys if wanted else ():
            if wanted in keys:
                parts = keys.split("|")
                fit = 0 if wanted in parts else 1 if any(part.startswith(wanted) for part in parts) else 2
                ranked.append((fit, _KINDS.index(kind_of(iri, base)), len(name), name, iri))
        return [self._found(iri, name, base) for *_, name, iri in sorted(ranked)[:_MOST]]

    def _found(self, iri: str, name: str, base: str) -> Found:
        names = dict.fromkeys(each for tag in self._names[iri].values() for each in tag if each != name)
        return Found(name, address(iri, base), _KIND_NAMES[kind_of(iri, base)], " · ".join(names))


_indexes: WeakKeyDictionary[Store, Index] = WeakKeyDictionary()


def search(store: Store, text: str) -> Reply:
    """The page of what was found. Refusal as `index_of`."""
    found = index_of(store).find(text, store.base)
    return html("search.html", base=store.base, text=text, found=found, most=_MOST)


def index_of(store: Store) -> Index:
    """The names of a store. Refusal 503 while those of a large build are still being read."""
    index = _indexes.get(store) or _indexes.setdefault(store, Index(store))
    if not index.is_whole:
        index.advance(_TURN)
    if not index.is_whole:
        raise Refusal(503, "the names of this build are still being read; come back in a moment",
                      {"Retry-After": "1"})  # fmt: skip
    return index
