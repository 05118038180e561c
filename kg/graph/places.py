"""Names of places in one article → their nodes, by the resolution and the gazetteer."""

from __future__ import annotations

from functools import lru_cache

from kg.graph.draft import Draft
from kg.graph.organizations import whole_place
from kg.model import Resolution
from kg.seeds import Place, Seeds
from kg.vocab import KG

_CITY = "gn-"  # a city abroad has no code but its GeoNames id


class Places:
    """Gives every place name its node; `codes` are those of the places that tables know."""

    def __init__(self, draft: Draft, resolution: Resolution, seeds: Seeds) -> None:
        self.draft = draft
        self.seeds = seeds
        self.codes: set[str] = set()
        self._resolution = resolution
        self._known: dict[str, str] = {}

    def is_place(self, name: str) -> bool:
        """True when the article or the gazetteer takes the whole name for a division or a country."""
        if self._decided(name) is not None or name in self.draft.facts.places:
            return True
        return any(p.name == name or p.level == "country" for p in self.seeds.places.by_name(name))

    def node(self, name: str) -> str:
        """The IRI of a place: by its code, else by its name (of this article if it could be several)."""
        known = self._known.get(name)
        if known is not None:
            return known
        found = self.of(name)
        if found is None:
            scope = (self.draft.key,) if self._is_ambiguous(name) else ()
            iri = self.draft.iris.place_named(*scope, name)
            self.draft.node(iri, KG.Place, name, "place")
        else:
            self.codes.add(found.code)
            iri = self.draft.iris.place(found.code)
            self.draft.node(iri, KG.Place)
            # A code names today's place: 锦西市 is another name of what is 葫芦岛市 now.
            today = place_of_code(found.code, self.seeds) or found
            if name not in (today.name, today.short):
                self.draft.alias(iri, name)
        self._known[name] = iri
        return iri

    def known(self, name: str) -> str | None:
        """The node of a place name that has been asked for."""
        return self._known.get(name)

    def _is_ambiguous(self, name: str) -> bool:
        return self._is_undecided(name) or len(self.seeds.places.by_name(name)) > 1

    def _decided(self, name: str) -> str | None:
        return self._resolution.places.get((self.draft.key, name))

    def _is_undecided(self, name: str) -> bool:
        return (self.draft.key, name) in self._resolution.ambiguous

    def of(self, name: str) -> Place | None:
        """The one place of a name: as the resolution decided, else the only one that bears it."""
        decided = self._decided(name)
        if decided is not None:
            return place_of_code(decided, self.seeds)
        if self._is_undecided(name):
            return None
        named = self.seeds.places.by_name(name)
        if not named:
            city = self.seeds.cities.get(name)
            if city is not None:
                return place_of_code(f"{_CITY}{city.geonames}", self.seeds)
            return whole_place(name, self.seeds, self.of)
        full = [p for p in named if p.name == name or p.level == "country"] or list(named)
        current = [p for p in full if not p.historical] or full
        return current[0] if len(current) == 1 else None


def place_of_code(code: str, seeds: Seeds) -> Place | None:
    """The place of a GB/T 2260 or ISO 3166-1 code, or of gn- and the GeoNames id of a city abroad."""
    return _cities(seeds).get(code) if code.startswith(_CITY) else seeds.places.by_code(code)


@lru_cache(maxsize=8)
def _cities(seeds: Seeds) -> dict[str, Place]:
    places = (
        Place(
            code=f"{_CITY}{city.geonames}",
            name=name,
            short=name,
            level="city",
            parent=city.country,
            lat=city.lat,
            lon=city.lon,
            geonames=city.geonames,
            en=city.en,
        )
        for name, city in sorted(seeds.cities.items())
    )
    return {place.code: place for place in places}
