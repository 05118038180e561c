"""Keys that are one, joined step by step, with pairs that may never be."""

from __future__ import annotations

from collections.abc import Iterable


class Clusters:
    """Disjoint sets of keys. `join` refuses what `forbid` keeps apart."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._kept = {key: key for key in keys}
        self._members = {key: [key] for key in self._kept}
        self._forbidden: dict[str, set[str]] = {key: set() for key in self._kept}

    def kept(self, key: str) -> str:
        """The smallest key of the cluster."""
        return self._kept[key]

    def forbid(self, first: str, second: str) -> None:
        """Keep the clusters of two keys apart from now on."""
        self._forbidden[self._kept[first]].add(second)
        self._forbidden[self._kept[second]].add(first)

    def join(self, first: str, second: str) -> bool:
        """True when two clusters became one; False when they are one already or must not be."""
        one, two = sorted((self._kept[first], self._kept[second]))
        if one == two or not self._forbidden[one].isdisjoint(self._members[two]):
            return False
        for key in self._members[two]:
            self._kept[key] = one
        self._members[one] += self._members.pop(two)
        self._forbidden[one] |= self._forbidden.pop(two)
        return True

    def members(self) -> dict[str, tuple[str, ...]]:
        """Kept key → all keys of its cluster, sorted."""
        return {key: tuple(sorted(self._members[key])) for key in sorted(self._members)}
