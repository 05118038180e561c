"""Topics: the kind and the policy domain of an agreement, from the words of its title."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import Lexicon


def kind_of(lexicon: Lexicon, title: str) -> str:
    """Kind by the last word of the table that the title holds (战略合作备忘录 → mou); else `other`."""
    kinds = lexicon.agreement_kinds
    found = [(title.rfind(word), len(word), kind) for word, kind in kinds.items() if word in title]
    telling = [each for each in found if each[2] != "other"]
    return max(telling or found)[2] if found else "other"


def domain_of(lexicon: Lexicon, title: str) -> str | None:
    """Domain by the longest keyword of the table that the title holds (港口合作协议), or None."""
    found = [(len(match[1]), match.start(), match[1]) for match in _keywords(lexicon).finditer(title)]
    return lexicon.domains[max(found)[2]] if found else None


@cache
def _keywords(lexicon: Lexicon) -> re.Pattern[str]:
    """The longest keyword that begins at each place of a title."""
    longest_first = sorted(lexicon.domains, key=lambda word: (-len(word), word))
    return re.compile(f"(?=({'|'.join(map(re.escape, longest_first))}))")
