"""Who holds which seat from when to when: twenty years of promotions, moves, returns and retirements."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.world.bodies import (
    Region,
    Seat,
    city_seats,
    county_seats,
    house_seats,
    province_seats,
    regions,
)
from benchmarks.world.names import Names
from kg.seeds import Place, Seeds, load_seeds

FIRST, LAST = date(2004, 1, 1), date(2023, 12, 31)
_PROMOTED, _WAITED = 0.55, 0.5  # a vacancy is filled from below, or by someone who has just left another seat
_SAME_CITY, _SAME_PROVINCE = 0.55, 0.92
_LEAST_DAYS, _WAIT_DAYS = 500, 120


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str


@dataclass(slots=True)
class Tenure:
    """`end` is the first day on which the seat is no longer held; None: held beyond the last day."""

    person: Person
    seat: Seat
    start: date
    end: date | None = None


@dataclass
class World:
    """Everything that is true. `places` maps a code to its place, `cities` lists the cities in order."""

    seeds: Seeds
    regions: list[Region]
    seats: dict[str, Seat]
    tenures: list[Tenure]
    people: list[Person]
    names: Names
    places: dict[str, Place]
    by_seat: dict[str, list[Tenure]] = field(default_factory=dict)
    by_person: dict[str, list[Tenure]] = field(default_factory=dict)

    @property
    def cities(self) -> list[Place]:
        return [city for region in self.regions for city in region.cities]

    def held(self, seat: str, day: date) -> Tenure | None:
        """The tenure of a seat on a day."""
        own = self.by_seat.get(seat, [])
        place = bisect_right(own, day, key=lambda tenure: tenure.start)
        if not place or (own[place - 1].end or date.max) <= day:
            return None
        return own[place - 1]


class _Careers:
    def __init__(self, rng: Random, seats: dict[str, Seat], names: Names) -> None:
        self.rng, self.seats, self.names = rng, seats, names
        self.tenures: list[Tenure] = []
        self.people: list[Person] = []
        self.now: dict[str, Tenure] = {}
        self.waiting: list[tuple[date, Tenure]] = []
        self.ends: list[tuple[date, str, int]] = []

    def run(self) -> None:
        for seat in self.seats.values():
            self._sit(self._new(), seat, FIRST, self.rng.randrange(60, 1800))
        while self.ends:
            day, seat_id, number = heapq.heappop(self.ends)
            if day > LAST:
                break
            tenure = self.now.get(seat_id)
            if tenure is None or tenure is not self.tenures[number]:
                continue
            self._leave(tenure, day)
            if tenure.seat.rank and self.rng.random() < _WAITED:
                self.waiting.append((day, tenure))
            self._fill(tenure.seat, day)

    def _new(self) -> Person:
        person = Person(f"p{len(self.people) + 1:05d}", self.names.person())
        self.people.append(person)
        return person

    def _sit(self, person: Person, seat: Seat, day: date, days: int) -> None:
        tenure = Tenure(person, seat, day)
        self.tenures.append(tenure)
        self.now[seat.id] = tenure
        heapq.heappush(self.ends, (day + timedelta(days=days), seat.id, len(self.tenures) - 1))

    def _leave(self, tenure: Tenure, day: date) -> None:
        tenure.end = day
        del self.now[tenure.seat.id]

    def _fill(self, seat: Seat, day: date) -> None:
        day += timedelta(days=self.rng.randrange(0, 45))
        person, left = self._successor(seat, day)
        self._sit(person, seat, day, self.rng.randrange(700, 2200))
        if left:
            self._fill(left, day)

    def _successor(self, seat: Seat, day: date) -> tuple[Person, Seat | None]:
        """The next holder, and the seat that he leaves for this one."""
        if not seat.rank or seat.id in self.now:
            return self._new(), None
        self.waiting = [w for w in self.waiting if (day - w[0]).days <= _WAIT_DAYS]
        fit = [(left, t) for left, t in self.waiting
               if t.seat.rank in (seat.rank, seat.rank - 1) and left <= day and t.seat is not seat]
        if fit and self.rng.random() < _WAITED:
            chosen = self.rng.choice(fit)
            self.waiting.remove(chosen)
            return chosen[1].person, None
        if self.rng.random() < _PROMOTED:
            below = [t for t in self.now.values() if 0 < t.seat.rank < seat.rank
                     and t.seat.rank >= seat.rank - 2 and (day - t.start).days >= _LEAST_DAYS]
            below = self._near(seat, below)
            if below:
                tenure = self.rng.choice(below)
                self._leave(tenure, day)
                return tenure.person, tenure.seat
        return self._new(), None

    def _near(self, seat: Seat, below: list[Tenure]) -> list[Tenure]:
        chance = self.rng.random()
        if chance < _SAME_CITY:
            return [t for t in below if t.seat.code[:4] == seat.code[:4]]
        if chance < _SAME_PROVINCE:
            return [t for t in below if t.seat.code[:2] == seat.code[:2]]
        return below


def make_world(seed: int, cities: int, namesakes: float = 1.0) -> World:
    """The world of a seed: that many cities, namesakes at the known rates times a factor."""
    seeds, rng = load_seeds(), Random(f"world {seed}")
    drawn = regions(seeds, rng, cities)
    seats: dict[str, Seat] = {}
    for region in drawn:
        own = province_seats(region.province)
        for city in region.cities:
            own += city_seats(city, rng, capital=city.code.endswith("0100")) + house_seats(city, rng)
            for county in region.counties[city.code]:
                own += county_seats(county)
        seats |= {seat.id: seat for seat in own}
    names = Names(rng, seeds, namesakes)
    careers = _Careers(rng, seats, names)
    careers.run()
    places = {place.code: place for region in drawn for place in (
        region.province, *region.cities, *(c for own in region.counties.values() for c in own))}
    tenures = sorted(careers.tenures, key=lambda t: (t.seat.id, t.start))
    world = World(seeds, drawn, seats, tenures, careers.people, names, places)
    for tenure in tenures:
        world.by_seat.setdefault(tenure.seat.id, []).append(tenure)
    for tenure in sorted(tenures, key=lambda t: (t.start, t.seat.id)):
        world.by_person.setdefault(tenure.person.id, []).append(tenure)
    return world
