"""A body with a post in it, and what the titles of a chain have established so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.extract.places import level_of

#: 大连市委, 校党委: a party committee.
ENDS_PARTY = re.compile(r"(?:委|党委|工委)$")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation and the title in it; `level` is the bare level word that context completed, or ''."""

    org: str
    title: str
    place: str = ""
    level: str = ""


@dataclass
class ChainState:
    """What earlier titles of a chain (for companies: of a list) established; filled as it is read."""

    org: str = ""
    place: str = ""
    country: str = ""
    explicit: dict[str, str] = field(default_factory=dict)

    def remember(self, body: Body) -> None:
        """What the next title of the chain may rest on."""
        self.org = body.org
        if not body.place:
            return
        self.place = body.place
        self.explicit[level_of(body.place)] = body.place
        if ENDS_PARTY.search(body.org) and not body.org.endswith("纪委") and body.org.startswith(body.place):
            self.explicit["party"] = body.org
        elif not self.explicit.get("party", "").startswith(body.place):
            self.explicit.pop("party", None)
