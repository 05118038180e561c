"""A generated world and the articles about it, with the truth kept aside.

`python -m benchmarks.corpus --articles 100 --seed 1 -o FOLDER` writes

- `articles.jsonl`: one article a line, as `kg read` takes it (id, text, perhaps published);
- `truth.jsonl`: one line an article: what happened, when and in which division (`happening`, `day`, `code`),
  `who` (name → id of the person meant) and `gold` (rows as in tests/gold, each with the `form` and the
  `sentence` that state it);
- `world.json`: people, tenures with dates, and the planted contradictions with their articles.

Real places and invented people: nothing in it happened. The same numbers give the same bytes. An article
never has two persons of one name, is in simplified script and undamaged, and tells of one happening (two,
when the guest of a reception calls on someone else).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.prose.casting import Diary
from benchmarks.prose.happening import Happening
from benchmarks.prose.plan import happenings, planted
from benchmarks.prose.report import Told, report
from benchmarks.world.careers import Tenure, World, make_world

CONTRADICTIONS = ("two holders", "two places", "two dates", "two party lists")
_TWICE = 0.15  # share of happenings that a second paper reports too
_LEAST_CITIES, _MOST_CITIES, _ARTICLES_A_CITY = 6, 120, 25


@dataclass(frozen=True, slots=True)
class Planted:
    """A contradiction between two articles, in words."""

    kind: str
    about: str
    articles: tuple[str, str]


@dataclass
class Corpus:
    """`articles` and `truth` run in parallel, by day."""

    world: World
    articles: list[dict[str, Any]] = field(default_factory=list)
    truth: list[dict[str, Any]] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)


def make_corpus(articles: int, seed: int, namesakes: float = 1.0, cities: int | None = None) -> Corpus:
    """So many articles about the world of a seed; unless `cities` is given the world grows with them."""
    cities = cities or min(_MOST_CITIES, max(_LEAST_CITIES, articles // _ARTICLES_A_CITY))
    world = make_world(seed, cities, namesakes)
    told, pairs = _planned(world, articles, Random(f"plan {seed}"))
    order = sorted(range(len(told)), key=lambda i: (told[i].happening.day, told[i].happening.id, i))
    width = len(str(articles))
    ids = {place: f"g{number:0{width}d}" for number, place in enumerate(order, 1)}
    corpus = Corpus(world)
    for place in order:
        article, truth = report(world, told[place], ids[place], Random(f"article {seed} {place}"))
        corpus.articles.append(article)
        corpus.truth.append(truth)
    corpus.planted = [Planted(kind, about, (ids[a], ids[b])) for kind, about, a, b in pairs]
    return corpus


def _planned(world: World, articles: int, rng: Random) -> tuple[list[Told], list[tuple[str, str, int, int]]]:
    """What each article tells, and the pairs of them that contradict each other."""
    diary = Diary(world)
    wanted = [kind for kind in CONTRADICTIONS for _ in range(max(1, articles // 100))]
    told: list[Told] = []
    pairs: list[tuple[str, str, int, int]] = []
    for happening in happenings(world, diary, rng):
        if len(told) >= articles:
            break
        told.append(_told(happening, rng))
        made = None
        for kind in wanted:
            made = planted(happening, kind, world, diary, rng) if len(told) < articles else None
            if made:
                wanted.remove(kind)
                # Both halves name their day and place: a contradiction that cannot be read is none.
                told[-1] = replace(told[-1], happening=_placed(happening), dated="line", delay=1,
                                   in_full=True)
                told.append(replace(told[-1], happening=_placed(made)))
                pairs.append((kind, _about(kind, happening), len(told) - 2, len(told) - 1))
                break
        if not made and len(told) < articles and rng.random() < _TWICE:
            told.append(_told(happening, rng))
    return told, pairs


def _placed(happening: Happening) -> Happening:
    return replace(happening, words={**happening.words, "placed": True})


def _told(happening: Happening, rng: Random) -> Told:
    city = happening.code[:4] + "00"
    home = rng.choice((city, city, happening.code[:2] + "0000", None))
    if happening.code.endswith("0000"):
        home = rng.choice((happening.code, None))
    dated = rng.choices(("line", "beside", ""), (70, 15, 15))[0]
    return Told(happening, home, dated, rng.choice((0, 0, 1, 1, 1, 2)))


def _about(kind: str, happening: Happening) -> str:
    if kind == "two party lists":
        return str(happening.words["title"])
    if kind == "two dates":
        return str(happening.words["form"])
    chief: Tenure = happening.cast["chief"]
    return chief.person.name if kind == "two places" else chief.seat.id


def lines(rows: list[dict[str, Any]]) -> Iterator[bytes]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def world_record(corpus: Corpus) -> dict[str, Any]:
    """The world in plain values."""
    world = corpus.world

    def day(value: date | None) -> str | None:
        return value.isoformat() if value else None

    return {
        "people": [{"id": person.id, "name": person.name} for person in world.people],
        "tenures": [
            {"person": t.person.id, "seat": t.seat.id, "start": day(t.start), "end": day(t.end),
             "posts": [[post.code, post.kind, post.title] for post in t.seat.posts]}
            for t in world.tenures
        ],
        "contradictions": [{"kind": p.kind, "about": p.about, "articles": list(p.articles)}
                           for p in corpus.planted],
    }


def write(corpus: Corpus, folder: Path) -> None:
    """Write the three files into a folder, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "articles.jsonl").write_bytes(b"".join(lines(corpus.articles)))
    (folder / "truth.jsonl").write_bytes(b"".join(lines(corpus.truth)))
    (folder / "world.json").write_bytes(b"".join(lines([world_record(corpus)])))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--namesakes", type=float, default=1.0, help="times the known rates of namesakes")
    parser.add_argument("--cities", type=int, help="6 or more; else one for each 25 articles, at most 120")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    given = parser.parse_args()
    corpus = make_corpus(given.articles, given.seed, given.namesakes, given.cities)
    write(corpus, given.output)
    people = len({person for truth in corpus.truth for person in truth["who"].values()})
    print(f"{len(corpus.articles)} articles about {people} people, "
          f"{len(corpus.planted)} contradictions planted, in {given.output}")


if __name__ == "__main__":
    main()
