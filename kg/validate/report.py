"""What validation found: frozen, sorted, readable."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One broken rule: `focus` and `path` are IRIs, `severity` is violation, warning or info.

    `value` is what stood there (an IRI or a literal), `message` says in English what to do, `message_zh` the
    same in Chinese.
    """

    severity: str
    focus: str
    path: str | None
    value: str | None
    message: str
    message_zh: str


@dataclass(frozen=True, slots=True)
class Report:
    """`conforms` is False when there is a violation; warnings alone leave it True."""

    conforms: bool
    results: tuple[Result, ...]

    def to_text(self) -> str:
        """One line a result, violations first; the last line counts them."""
        counts = {kind: sum(r.severity == kind for r in self.results) for kind in ("violation", "warning")}
        total = ", ".join(f"{n} {kind}{'' if n == 1 else 's'}" for kind, n in counts.items())
        verdict = "conforms" if self.conforms else "does not conform"
        return "\n".join([*map(_line, self.results), f"The graph {verdict}: {total}."])


def _line(result: Result) -> str:
    path = f" {result.path.rpartition('#')[2].rpartition('/')[2]}" if result.path else ""
    value = f" = {result.value}" if result.value else ""
    return f"{result.severity}: <{result.focus}>{path}{value}: {result.message} {result.message_zh}".rstrip()
