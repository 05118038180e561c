"""Who is there: the holders of seats on a day, each free on that day and of a name not yet in the article."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from benchmarks.world.careers import Tenure, World


@dataclass
class Diary:
    """Where everybody is: nobody is in two places on one day, unless it is planted."""

    world: World
    where: dict[tuple[str, date], str] = field(default_factory=dict)

    def casting(self, day: date, code: str) -> Casting:
        return Casting(self, day, code[:4])


@dataclass
class Casting:
    """The cast of one happening in the prefecture `place` (the first four digits of its code)."""

    diary: Diary
    day: date
    place: str
    names: set[str] = field(default_factory=set)

    def holder(self, seat: str) -> Tenure | None:
        """The holder of a seat, when it is held, he is free, and his name is not that of another one here."""
        tenure = self.diary.world.held(seat, self.day)
        if tenure is None or tenure.person.name in self.names:
            return None
        key = (tenure.person.id, self.day)
        if self.diary.where.setdefault(key, self.place) != self.place:
            return None
        self.names.add(tenure.person.name)
        return tenure

    def holders(self, *seats: str) -> list[Tenure]:
        return [tenure for tenure in map(self.holder, seats) if tenure]
