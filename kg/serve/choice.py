"""The form of an answer: by name, or by what the client accepts."""

from __future__ import annotations

from kg.serve.formats import GRAPHS, TABLES, Format, choose
from kg.serve.messages import Job, Refusal


def chosen(job: Job, offered: tuple[Format, ...]) -> Format:
    """The form that the job names by `format`, or else by Accept. Refusal 406 when there is none such."""
    name = job.values.get("format")
    named = [each for each in offered if each.name == name]
    form = next(iter(named), None) if name else choose(job.accept, offered)
    if form is None:
        listed = ", ".join(each.media[0] for each in offered)
        suits = "SELECT and ASK" if tuple(offered) == TABLES else "CONSTRUCT and DESCRIBE"
        about = f"; {suits} are answered in these" if tuple(offered) in (TABLES, GRAPHS) else ""
        raise Refusal(406, f"not offered in {name or (job.accept or '')[:200]!r}{about}: {listed}")
    return form
