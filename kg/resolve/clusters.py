"""Keys that are one, joined step by step, with pairs that may never be."""

from __future__ import annotations

from collections.abc import Iterable


class Clusters:
    """Disjoint sets of keys. `join` refuses what `forbid` keeps apart."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._root = {key: key for key in keys}
        self._members = {key: [key] for key in self._root}
        self._smallest = {key: key for key in self._root}
        self._forbidden: dict[str, set[str]] = {}

    def kept(self, key: str) -> str:
        """The smallest key of the cluster."""
        return self._smallest[self._root[key]]

    def forbid(self, first: str, second: str) -> None:
        """Keep the clusters of two keys apart from now on."""
        self._forbidden.setdefault(self._root[first], set()).add(second)
        self._forbidden.setdefault(self._root[second], set()).add(first)

    def join(self, first: str, second: str) -> bool:
        """True when two clusters became one; False when they are one already or must not be."""
        large, small = self._root[first], self._root[second]
        if large == small or not self._forbidden.get(large, set()).isdisjoint(self._members[small]):
            return False
        if len(self._members[large]) < len(self._members[small]):
            large, small = small, large
        for key in self._members[small]:
            self._root[key] = large
        self._members[large] += self._members.pop(small)
        self._smallest[large] = min(self._smallest[large], self._smallest.pop(small))
        if small in self._forbidden:
            self._forbidden.setdefault(large, set()).update(self._forbidden.pop(small))
        return True

    def members(self) -> dict[str, tuple[str, ...]]:
        """Kept key → all keys of its cluster, sorted."""
        return {self._smallest[root]: tuple(sorted(self._members[root])) for root in sorted(self._members)}
