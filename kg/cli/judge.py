"""kg decide, kg review and kg retract: what people know better than the rules, one line each in a file."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import click

from kg.build import DEFAULT_DECISIONS, Kept, Pair, Review, people_of, read_kept, rebuild, size
from kg.cli.side_by_side import answer, key_by_key, show
from kg.cli.talk import Talk, say
from kg.errors import SourceError
from kg.graph.draft import article_key
from kg.resolve import (
    RETRACTED,
    VERDICTS,
    Decision,
    append_decision,
    check_decisions,
    read_decisions,
    undo_decision,
)
from kg.store import check_target

_PATH = click.Path(path_type=Path)


_PATH = click.Path(path_type=Path)


def decisions_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--decisions, as every command has it that reads or writes them."""
    return click.option("--decisions", default=DEFAULT_DECISIONS, show_default=True, type=_PATH,
                        help="What people decided, one line each.")(command)  # fmt: skip


def _by_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--by", help="Who decides.  [default: your login]")(command)


def _store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--store", default="exports", show_default=True, type=_PATH,
                        help="Folder of the build that it is about.")(command)  # fmt: skip


@click.command(short_help="Say that people of one name are one, or are not.")
@click.argument("verdict", type=click.Choice(VERDICTS), required=False)
@click.argument("name", required=False)
@click.argument("articles", nargs=-1, metavar="[ARTICLE ARTICLE...]")
@click.option("--reason", help="Why; it is kept with the decision and shown in the graph.")
@_by_option
@click.option("--undo", is_flag=True, help="Take the last decision back.")
@_store_option
@decisions_option
def decide(  # noqa: PLR0913, PLR0917 - one argument an option
    verdict: str | None, name: str | None, articles: tuple[str, ...], reason: str | None, by: str | None,
    undo: bool, store: Path, decisions: Path,
) -> None:  # fmt: skip
    """Say of the people called NAME in some articles that they are the same or different people, or that this
    is unsure and no rule may decide it. The next build follows.

    ARTICLE is an id or a hash, as report.json of the build lists them.

    \b
    Examples:
      kg decide same 王健 a01 a07 --reason "the same birth year in both"
      kg decide --undo
    """
    if undo:
        _undo(decisions)
        return
    if not (verdict and name and len(articles) > 1):
        raise click.UsageError("say a verdict, a name and two articles or more")
    if not reason:
        raise click.UsageError("say why, with --reason: the next reader will ask")
    keys = _articles_of(name, articles, read_kept(store))
    told = _decision(verdict, name, keys, by, reason)
    check_decisions([*read_decisions(decisions), told])
    made = append_decision(decisions, told)
    say(f"{made.place}: {verdict}, {name}, {len(keys)} articles. Build again to see what follows.")


def _undo(decisions: Path) -> None:
    gone = undo_decision(decisions)
    if gone is None:
        raise SourceError(str(decisions), "holds no decision", "nothing was changed")
    say(f"Taken back: {gone.verdict}, {gone.name}, {' '.join(gone.articles)} ({gone.by}, {gone.date}).")


def _articles_of(name: str, words: tuple[str, ...], kept: Kept) -> tuple[str, ...]:
    """The hashes of articles that speak of a person of the name."""
    people: dict[str, set[str]] = {}
    for facts in kept.facts:
        people.setdefault(article_key(facts, None), set()).update(people_of(facts))
    keys = [kept.key_of(word) for word in words]
    for word, key in zip(words, keys, strict=True):
        if name not in people[key]:
            raise SourceError(word, f"speaks of no person {name!r}", "look at its facts in facts.jsonl")
    return tuple(sorted(set(keys)))


def _decision(verdict: str, name: str, articles: tuple[str, ...], by: str | None, reason: str) -> Decision:
    return Decision(verdict=verdict, name=name, articles=articles, date=date.today().isoformat(),
                    by=by or _login(), reason=reason, place="this decision")  # fmt: skip


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a user of that number
        return str(os.getuid())


@click.command(short_help="Go through the undecided pairs of people, side by side.")
@click.option("--reason", default="compared in kg review", show_default=True,
              help="Why; kept with every answer.")  # fmt: skip
@_by_option
@_store_option
@decisions_option
def review(reason: str, by: str | None, store: Path, decisions: Path) -> None:
    """List the pairs of people of one name that nothing decides, with their evidence side by side, the most
    valuable first, and take answers by key press: s same, d different, u unsure, n next, b back (takes the
    last answer back), q quit.

    Every answer is written at once. Without a terminal the keys are read from standard input; where that
    ends, the other pairs are listed without a question.

    \b
    Examples:
      kg review
      kg review < /dev/null
    """
    with Talk("resolve"):
        asked = Asked(Review(read_kept(store), read_decisions(decisions)), decisions, by or _login(), reason)
    with key_by_key(), suppress(KeyboardInterrupt):  # Ctrl-C leaves, and what was answered is written
        while asked.next():
            pass
    given = len(asked.given)
    say(f"Written to {decisions}: {given}. Build again to see what follows." if given else "Nothing written.")


class Asked:
    """A review under way: what was answered, what was passed over, whether anybody answers."""

    _KEYS: ClassVar = {"s": "same", "d": "different", "u": "unsure"}

    def __init__(self, left: Review, decisions: Path, by: str, reason: str) -> None:
        self.given: list[Decision] = []
        self._left, self._decisions, self._by, self._reason = left, decisions, by, reason
        self._passed: set[tuple[str, str, str]] = set()
        self._is_answered = True

    def next(self) -> bool:
        """Show the most valuable pair and do what is answered; False when all are seen, or it is enough."""
        open_pairs = [pair for pair in self._left.pairs() if _id(pair) not in self._passed]
        if not open_pairs:
            return False
        show(open_pairs[0], len(self.given) + len(self._passed) + 1, len(open_pairs) - 1)
        key = answer() if self._is_answered else ""
        self._is_answered = key != ""
        if key in self._KEYS:
            self._decide(self._KEYS[key], open_pairs[0])
        elif key == "b":
            self._back()
        elif key in ("n", ""):
            self._passed.add(_id(open_pairs[0]))
        return key != "q"

    def _decide(self, verdict: str, pair: Pair) -> None:
        articles = tuple(sorted((pair.first[0].article, pair.second[0].article)))
        told = _decision(verdict, pair.name, articles, self._by, self._reason)
        self._left.decide(told)
        append_decision(self._decisions, told)
        self.given.append(told)

    def _back(self) -> None:
        if self.given:
            undo_decision(self._decisions)
            self._left.undo(self.given.pop())
        elif self._passed:
            self._passed.clear()


def _id(pair: Pair) -> tuple[str, str, str]:
    return pair.name, pair.first[0].article, pair.second[0].article


@click.command(short_help="Take an article out of a build.")
@click.argument("article")
@click.option("-o", "--output", default="exports", show_default=True, type=_PATH,
              help="Folder of the build; the last good one stays until the new one is whole.")  # fmt: skip
@click.option("--reason", default="withdrawn", show_default=True, help="Why; kept with the decision.")
@_by_option
@decisions_option
def retract(article: str, output: Path, reason: str, by: str | None, decisions: Path) -> None:
    """Take ARTICLE (its id or hash) out of a build, and keep it out of every later one. What another article
    states as well stays. The build is then that of all other articles, byte for byte.

    No source is read for it. `kg decide --undo` lets the article in again, from the next build on.

    \b
    Example:
      kg retract a07 --reason "the paper took it back"
    """
    check_target(output)
    with Talk("make the graph") as talk:
        kept, decided = read_kept(output), read_decisions(decisions)
        key = kept.key_of(article)
        (facts, *_) = (facts for facts in kept.facts if article_key(facts, None) == key)
        told = _decision(RETRACTED, facts.id, (key,), by, reason)
        built = rebuild(kept, [*decided, told], progress=talk)
        if not any(d.verdict == RETRACTED and key in d.articles for d in decided):  # a killed run may have
            append_decision(decisions, told)
        talk("write", 0, 0)
        built.write(output)
    say(f"Taken out of {output}: {facts.id} ({key}), {size(facts)} facts; {len(built.facts)} articles stay.")
