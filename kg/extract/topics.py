"""Topics: the kind and the policy domain of an agreement, from the words of its title."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon


def kind_of(lexicon: Lexicon, title: str) -> str:
    """Kind by the last word of the table that the title holds (战略合作备忘录 → mou); else `other`."""
    kinds = lexicon.agreement_kinds
    found = [(title.rfind(word), len(word), kind) for word, kind in kinds.items() if word in title]
    telling = [each for each in found if each[2] != "other"]
    return max(telling or found)[2] if found else "other"


def domain_of(lexicon: Lexicon, title: str) -> str | None:
    """Domain by the longest keyword of the table that the title holds (港口合作协议), or None."""
    domains = lexicon.domains
    found = [(len(word), title.rfind(word), domain) for word, domain in domains.items() if word in title]
    return max(found)[2] if found else None
