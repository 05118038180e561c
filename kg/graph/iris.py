"""IRIs from content: ASCII, opaque, at most 500 bytes, the same for the same parts."""

from __future__ import annotations

import hashlib
import re

from kg.errors import OutputError
from kg.model import Span

_BASE = re.compile(r"[a-z][a-z0-9+.-]*:[!#$%&*+'(),\-./0-9:;=?@A-Z_a-z~]+[/#]")
_LONGEST_BASE = 400  # 500 bytes less the longest path below
_GB = re.compile(r"\d{6}")


def digest(*parts: str) -> str:
    """16 hex digits of the SHA-256 of the parts."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def normal(name: str) -> str:
    """A name without what may differ between two spellings of it: spaces, quotes, brackets, middle dots."""
    return re.sub(r"[\s《》〈〉“”‘’「」『』\"'·•・]", "", name)


class Iris:
    """Mints the IRIs of one base. Every method is a pure function of its arguments."""

    __slots__ = ("base",)

    def __init__(self, base: str) -> None:
        if not _BASE.fullmatch(base) or len(base) > _LONGEST_BASE:
            raise OutputError(base or "--base", "is no base for IRIs", "give one like https://kg.example/")
        self.base = base

    def of(self, path: str, *parts: str) -> str:
        """`{base}{path}/{digest of the parts}`."""
        return f"{self.base}{path}/{digest(*parts)}"

    def graph(self, name: str) -> str:
        """The named graph of an article (its hash) or `derived`, `review`, `reference`."""
        return f"{self.base}graph/{name}"

    def article(self, key: str) -> str:
        """An article by its hash."""
        return f"{self.base}article/{key}"

    def fragment(self, key: str, kind: str, span: Span) -> str:
        """A part of an article: kind is char (the Evidence), position or quote (its selectors)."""
        return f"{self.base}article/{key}#{kind}={span.start},{span.end}"

    def person(self, key: str) -> str:
        """A person by the key that the resolution minted."""
        return f"{self.base}person/{key}"

    def tenure(self, person: str, post: str, ordinal: int) -> str:
        """The first, second … spell of a person in a post."""
        return self.of("tenure", person, post, str(ordinal))

    def place(self, code: str) -> str:
        """A place by GB/T 2260 code (place/cn-210200), ISO 3166-1 code (place/fr), or gn- and GeoNames id."""
        return f"{self.base}place/{'cn-' + code if _GB.fullmatch(code) else code.lower()}"

    def place_named(self, *parts: str) -> str:
        """A place that no table holds, or that is one of several: place/h-…"""
        return f"{self.base}place/h-{digest(*parts)}"
