"""Read, extract, resolve, map and write a generated world, and measure it beside its truth.

`python -m benchmarks.identity [--articles 100 1000] [--seed 1] [--namesakes 1] [--cities N]
[--failures FILE]` prints a table and writes it to RESULTS.md; FILE gets the failures by sentence
form.
"""

from __future__ import annotations

import argparse
import dataclasses
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpus import CONTRADICTIONS, make_corpus, write
from benchmarks.extract_engine import cpu_seconds, peak_mib
from benchmarks.history import Contradictions, Retractions, contradictions, retractions
from benchmarks.overlap import CAUSES, LEAST_SEEN, Overlap, chosen, mean, overlaps, reachable
from benchmarks.results import figures, put_section, table
from benchmarks.scoring import KINDS, Failure, Identity, by_form, extraction, identity
from kg.build import DEFAULT_BASE, build
from kg.evaluate import Counts
from kg.extract import extract, load_lexicon
from kg.graph import article_graphs, review_quads, sightings, tenures
from kg.model import Article, Facts, Resolution
from kg.packaged import seeds_dir
from kg.read import read
from kg.resolve import read_decisions, resolve
from kg.seeds import Seeds, load_seeds

STAGES = ("read", "extract", "resolve", "map", "write")
MOST_WRITTEN = 1000  # articles; the writers hold the graph of a larger world for minutes


@dataclass(frozen=True)
class Measured:
    """One world of a size: scores, identity, CPU seconds a stage, memory at the end in MiB. `stated` counts
    the rows of gold that each form states.
    """

    articles: int
    chars: int
    quads: int
    counts: dict[str, Counts]
    failures: list[Failure]
    stated: Counter[str]
    identity: Identity
    overlaps: list[Overlap]
    reachable: list[Overlap]
    contradictions: dict[str, Contradictions]
    retractions: Retractions | None
    seconds: dict[str, float]
    peak_mib: float


def measure(articles: int, seed: int, namesakes: float = 1.0, cities: int | None = None) -> Measured:
    """Everything about one world; a large one is not written, for that takes minutes."""
    corpus = make_corpus(articles, seed, namesakes, cities)
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        start = cpu_seconds()
        done = work()
        seconds[stage] = cpu_seconds() - start
        return done

    seeds, lexicon = load_seeds(), load_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        write(corpus, Path(folder))
        items: list[Article] = timed("read", lambda: list(read([Path(folder) / "articles.jsonl"])))
        facts: list[Facts] = timed("extract", lambda: [extract(item, lexicon) for item in items])
        facts = [dataclasses.replace(f, hash=a.hash) for f, a in zip(facts, items, strict=True)]
        decisions = read_decisions(seeds_dir() / "decisions.jsonl")
        who: Resolution = timed("resolve", lambda: resolve(facts, seeds, decisions))
        quads: int = timed("map", lambda: len(_lines(facts, items, who, seeds)))
        taken = None
        sources = Path(folder) / "articles.jsonl"
        made = build([sources], decisions=Path(folder) / "none.jsonl")
        listed = contradictions(corpus, made)
        if articles <= MOST_WRITTEN:
            timed("write", lambda: made.write(Path(folder) / "exports"))
            taken = retractions(corpus, sources, made)
    counts, failures = extraction(corpus.truth, items, facts)
    chars = sum(len(item.text) for item in items)
    known = identity(corpus.truth, [item.hash for item in items], who)
    stated = Counter(row["form"] for truth in corpus.truth for kind in KINDS
                     for row in truth["gold"].get(kind, ()))
    return Measured(articles, chars, quads, counts, failures, stated, known,
                    overlaps(corpus, items, facts, who), reachable(corpus, items, who), listed, taken,
                    seconds, peak_mib())


def _lines(facts: Sequence[Facts], articles: Sequence[Article], who: Resolution, seeds: Seeds) -> list[str]:
    lines = set(review_quads(who, base=DEFAULT_BASE))
    seen = (s for f, a in zip(facts, articles, strict=True) for s in sightings(f, a, who, seeds))
    held = tenures(seen, base=DEFAULT_BASE)
    lines.update(held.derived)
    who = dataclasses.replace(who, spells=held.spells)
    for found, article in zip(facts, articles, strict=True):
        made = article_graphs(found, article, who, seeds, base=DEFAULT_BASE)
        lines.update(made.article, made.derived, made.reference)
    return sorted(lines)


def section(all_measured: Sequence[Measured], seed: int, namesakes: float) -> str:
    sizes = [f"{m.articles:,}" for m in all_measured]
    told = (f"Seed {seed}, namesakes at {namesakes:g} × the known rates. Text goes through reading and "
            "extraction; the truth is that of the generator. F1 is strict, as `kg evaluate` counts it.")
    scores = [(f"{kind} F1", *(f"{m.counts[kind].f1:.3f}" for m in all_measured))
              for kind in ("core", *KINDS)]
    people: list[tuple[str, ...]] = [
        ("mentions (people)", *(f"{m.identity.mentions:,} ({m.identity.people:,})" for m in all_measured)),
        ("mentions found", *(f"{m.identity.found / m.identity.mentions:.3f}" for m in all_measured)),
        ("merges without a stated reason", *(str(m.identity.unstated) for m in all_measured)),
        ("clusters of two people, reason stated", *(str(len(m.identity.wrong)) for m in all_measured)),
        ("pairs merged wrongly", *(str(m.identity.wrong_pairs) for m in all_measured)),
        ("pairwise recall where posts tie", *(f"{m.identity.recall:.3f}" for m in all_measured)),
        ("pairs that posts tie", *(f"{m.identity.reasoned:,}" for m in all_measured)),
        ("recall of all pairs of one person",
         *(f"{m.identity.same_joined / max(1, m.identity.same):.3f}" for m in all_measured)),
    ]
    history = [*_overlap_rows(all_measured), *_contradiction_rows(all_measured),
               ("retracted articles; exactly", *(_retracted(m.retractions) for m in all_measured))]
    stages = [(f"{stage}: CPU s (articles/s)", *(_rate(m, stage) for m in all_measured)) for stage in STAGES]
    rest = [("characters", *(f"{m.chars:,}" for m in all_measured)),
            ("quads", *(f"{m.quads:,}" for m in all_measured)),
            ("peak MiB, measuring included", *(figures(m.peak_mib) for m in all_measured))]
    cases = [f"- {m.articles:,} articles: {case}" for m in all_measured for case in m.identity.wrong]
    blocks = [told, table(("extraction", *sizes), scores), table(("identity", *sizes), people),
              table(("time", *sizes), history),
              table(("speed", *sizes), [*stages, *rest])]
    if cases:
        blocks.append("Two people made one, with the reason that was stated:\n\n" + "\n".join(cases))
    return "\n\n".join(blocks)


def _overlap_rows(all_measured: Sequence[Measured]) -> list[tuple[str, ...]]:
    def row(name: str, columns: Iterable[list[float]]) -> tuple[str, ...]:
        return name, *(f"{mean(values):.3f} ({len(values):,})" if values else "–" for values in columns)

    rows = []
    for least in LEAST_SEEN:
        name = f"overlap, {least} days and more"
        held = [chosen(m.overlaps, least) for m in all_measured]
        rows += [
            row(f"{name} (tenures)", ([o.jaccard for o in own] for own in held)),
            row(f"{name}, both ends told or bounded",
                ([o.jaccard for o in own if o.is_closed] for own in held)),
            row(f"{name}: the same rules on what the articles state",
                ([o.jaccard for o in chosen(m.reachable, least)] for m in all_measured)),
            row(f"{name}: with the part that the articles state", ([o.stated for o in own] for own in held)),
        ]  # fmt: skip
    held = [chosen(m.overlaps, LEAST_SEEN[0]) for m in all_measured]
    return rows + [row(f"lost of the first line, {cause}",
                       ([o.lost.get(cause, 0.0) for o in own] for own in held))
                   for cause in CAUSES]


def _contradiction_rows(all_measured: Sequence[Measured]) -> list[tuple[str, ...]]:
    return [
        (f"{kind}: found of planted; other pairs listed",
         *(f"{of.found} of {of.planted}; {len(of.invented)}" if (of := m.contradictions.get(kind)) else "–"
           for m in all_measured))
        for kind in CONTRADICTIONS
    ]


def _retracted(found: Retractions | None) -> str:
    return f"{found.retracted}; {'yes' if found.exact and not found.left else 'no'}" if found else "–"


def _rate(measured: Measured, stage: str) -> str:
    used = measured.seconds.get(stage)
    return "–" if not used else f"{used:.2f} ({figures(measured.articles / used)})"


def failures_page(measured: Measured, examples: int = 6) -> str:
    """Failures by sentence form, the most frequent first, with a few examples of each."""
    forms = by_form(measured.failures)
    missing = {form: sum(failure.problem == "missing" for failure in own) for form, own in forms.items()}
    rows = [(form, str(measured.stated[form]), str(missing[form]), str(len(own) - missing[form]))
            for form, own in forms.items()]
    lines = ["# Failures of extraction by sentence form", "",
             f"{measured.articles:,} articles. The parties of an agreement fail one by one.",
             "", table(("form", "rows stated", "missing", "extra"), rows), ""]
    for form, own in forms.items():
        lines += [f"## {form}: {len(own)}", ""]
        seen: dict[tuple[str, str], list[Failure]] = {}
        for failure in own:
            seen.setdefault((failure.kind, failure.problem), []).append(failure)
        for (kind, problem), same in sorted(seen.items(), key=lambda item: (-len(item[1]), item[0])):
            lines.append(f"### {kind} {problem}: {len(same)}")
            for failure in same[:examples]:
                lines += [f"- {failure.article}: `{failure.row}`", f"  - {failure.sentence!r}"]
            lines.append("")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--namesakes", type=float, default=1.0, help="times the known rates of namesakes")
    parser.add_argument("--cities", type=int, help="as benchmarks.corpus")
    parser.add_argument("--failures", type=Path, metavar="FILE")
    given = parser.parse_args()
    measured = [measure(articles, given.seed, given.namesakes, given.cities) for articles in given.articles]
    body = section(measured, given.seed, given.namesakes)
    worse = "" if given.namesakes == 1 else f", {given.namesakes:g} times the namesakes"
    dense = f", {given.cities} cities" if given.cities else ""
    put_section(f"Generated world{worse}{dense}", body)
    if given.failures:
        given.failures.write_text(failures_page(measured[-1]), encoding="utf-8")
    print(body)


if __name__ == "__main__":
    main()
