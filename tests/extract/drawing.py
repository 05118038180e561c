"""Drawn tests: a sentence with brackets shows the spans, the lines under it the facts. See README.md here."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.evaluate.matching import normal
from kg.extract import extract
from kg.model import ACTIONS, RELATIONS, ROLES, Article, Evidence, Fact, Facts, Span
from kg.read import canonical

# One word a kind of line → the family that is compared as a whole when a case has one such line.
FAMILIES = {
    "post": "post", "former": "post", "event": "event", "planned": "event", "when": "when", "where": "where",
    "agreement": "agreement", "topic": "topic", "group": "group", "represented": "body", "invited": "body",
    "alias": "alias", "org": "org", "place": "place", "person": "person", "acted": "acted",
    "dated": "dated", "held": "held",
    **dict.fromkeys(ROLES, "role"), **dict.fromkeys(ACTIONS, "act"),
    **{f"is-{relation}": "document" for relation in RELATIONS},
}
# Of these a case lists what it wants to show, not everything.
PARTIAL = ("org", "place")
# Facts whose evidence is a whole phrase; the others rest on people and verbs.
PHRASES = ("post", "act", "agreement", "document", "group", "body", "alias")
_BRACKETS = {"{": "}", "[": "]", "<": ">"}


@dataclass(frozen=True)
class Piece:
    """Words between brackets: `{` a person, `[` a whole evidence span, `<` words inside one."""

    bracket: str
    span: Span


@dataclass(frozen=True)
class Found:
    """A fact as a line, with the spans it rests on."""

    line: str
    family: str
    evidence: Evidence


@dataclass(frozen=True)
class Drawing:
    """One case: the text, its drawn pieces (spans of the canonical text) and the lines of its facts."""

    name: str
    article: Article
    pieces: tuple[Piece, ...]
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return self.name

    def mistakes(self) -> list[str]:
        """What is missing, too much, or drawn elsewhere; empty when the facts are as drawn."""
        facts = extract(self.article)
        with_event = any("@" in line for line in self.lines)
        families = {_family(line) for line in self.lines}
        found = [f for f in _lines(facts, with_event) if f.family in families]
        said = {f.line for f in found}
        wanted = {line for line in map(_plain, _split(self.lines)) if not line.startswith(("no ", "not "))}
        unwanted = {_plain(line[4:]) for line in self.lines if line.startswith("not ")}
        extra = {f.line for f in found if f.family not in PARTIAL} - wanted
        out = [f"missing: {line}" for line in sorted(wanted - said)]
        out += [f"too much: {line}" for line in sorted((extra | unwanted) & said)]
        return [*out, *self._misdrawn(facts, found)]

    def _misdrawn(self, facts: Facts, found: Sequence[Found]) -> Iterator[str]:
        people = {m.span for m in facts.mentions if m.kind == "person"}
        drawn = {p.span for p in self.pieces if p.bracket == "{"}
        if drawn:
            yield from (f"no person: {self.article.quote(s)}" for s in sorted(drawn - people))
            yield from (f"not drawn as a person: {self.article.quote(s)}" for s in sorted(people - drawn))
        spans = [span for fact in found for span in fact.evidence]
        for piece in self.pieces:
            if piece.bracket == "[" and piece.span not in spans:
                yield f"no evidence: {self.article.quote(piece.span)}"
            start, end = piece.span
            if piece.bracket == "<" and not any(s.start <= start and end <= s.end for s in spans):
                yield f"not inside evidence: {self.article.quote(piece.span)}"
        whole = {p.span for p in self.pieces if p.bracket == "["}
        if whole:
            yield from (f"rests on words not drawn: {fact.line}" for fact in found
                        if fact.family in PHRASES and not whole & set(fact.evidence))


def drawn(block: str) -> list[Drawing]:
    """The cases of a block: `# name`, the text with brackets, and indented lines of facts; see README.md."""
    cases = re.split(r"(?m)^# ", block)
    assert not cases[0].strip(), f"a case begins with '# name', not {cases[0]!r}"
    return [_case(*case.split("\n", 1)) for case in cases[1:]]


def _case(name: str, rest: str) -> Drawing:
    given: dict[str, str] = {}
    words: list[str] = []
    lines: list[str] = []
    for line in rest.rstrip().split("\n"):
        if line.startswith("@"):
            key, value = line[1:].split(" ", 1)
            given[key] = value
        elif line.startswith(" "):
            lines.append(line.strip())
        else:
            words.append(line)
    assert words and lines, f"{name}: a case has a text and at least one line of facts"
    for line in lines:
        _family(line)
    raw, pieces = _strip("\n".join(words))
    text, offsets = canonical(raw)
    canonical_pieces = tuple(Piece(bracket, Span(*(bisect_left(offsets, at) for at in span)))
                             for bracket, span in pieces)
    article = Article(id="drawn", text=text, raw=raw, offsets=offsets, **given)
    return Drawing(name.strip(), article, canonical_pieces, tuple(lines))


def _strip(words: str) -> tuple[str, list[tuple[str, Span]]]:
    """The text without its brackets, and each bracket with its span. Brackets may stand in brackets."""
    raw: list[str] = []
    opened: list[tuple[str, int]] = []
    pieces: list[tuple[str, Span]] = []
    for char in words:
        if char in _BRACKETS:
            opened.append((char, len(raw)))
        elif char in _BRACKETS.values():
            bracket, start = opened.pop()
            assert _BRACKETS[bracket] == char, f"{bracket} closed by {char} in {words}"
            pieces.append((bracket, Span(start, len(raw))))
        else:
            raw.append(char)
    assert not opened, f"{opened[-1][0]} is not closed in {words}"
    return "".join(raw), sorted(pieces, key=lambda piece: piece[1])


def _family(line: str) -> str:
    word = line.split()[1] if line.startswith(("no ", "not ")) else line.split(maxsplit=1)[0]
    known = set(FAMILIES.values()) if line.startswith("no ") else FAMILIES
    assert word in known, f"{word!r} in {line!r}: use one of {', '.join(sorted(known))}"
    return FAMILIES.get(word, word)


def _split(lines: Sequence[str]) -> Iterator[str]:
    """attended 甲、乙 @ 会 → one line each."""
    for line in lines:
        word, *rest = line.split(" ", 1)
        if FAMILIES.get(word) in ("role", "body"):
            names, at, event = rest[0].partition("@")
            yield from (f"{word} {name.strip()} {at}{event}" for name in names.split("、"))
        else:
            yield line


def _plain(line: str) -> str:
    """Fields in normal form; the members of a list in one order."""
    word, _, rest = line.partition(" ")
    fields = []
    for field in re.split(r"[|@]", rest):
        parts = field.split("、") if word in ("agreement", "group") and fields else [field]
        fields.append("、".join(sorted(normal(part) for part in parts)))
    return f"{word} {' | '.join(fields)}".strip()


def _lines(facts: Facts, with_event: bool) -> Iterator[Found]:
    for line, fact in _facts(facts, with_event):
        yield Found(_plain(line), FAMILIES[line.split(" ", 1)[0]], fact.evidence)
    for mention in facts.mentions:
        yield Found(_plain(f"{mention.kind} {mention.name}"), mention.kind, (mention.span,))
    yield from (Found(_plain(f"org {name}"), "org", ()) for name in facts.orgs)
    yield from (Found(_plain(f"place {name}"), "place", ()) for name in facts.places)


def _facts(facts: Facts, with_event: bool) -> Iterator[tuple[str, Fact]]:
    names = {event.key: event.name for event in facts.events}
    for post in facts.posts:
        yield f"{'former' if post.former else 'post'} {post.person} | {post.org} | {post.title}", post
        if post.since or post.until:
            yield f"held {post.person} | {post.title} | {post.since or '-'} | {post.until or '-'}", post
    for event in facts.events:
        yield f"{'planned' if event.planned else 'event'} {event.type} | {event.name}", event
        yield f"when {event.name} | {event.date or '-'}", event
        yield f"where {event.name} | {event.place or '-'}", event
    for part in facts.participation:
        yield f"{part.role} {part.agent}" + (f" | {names[part.event]}" if with_event else ""), part
    for item in facts.agreements:
        yield f"agreement {item.title} | {'、'.join(item.parties)}", item
        yield f"topic {item.title} | {item.kind} | {item.domain or '-'}", item
        yield f"dated {item.title} | {item.date or '-'} | {names.get(item.event or '', '-')}", item
    for work in facts.documents:
        yield f"is-{work.relation} {work.title}", work
    for act in facts.appointments:
        yield f"{act.action} {act.person} | {act.org} | {act.title}", act
        yield f"acted {act.person} | {act.date or '-'}", act
    for group in facts.groups:
        yield f"group {group.name} | {'、'.join(group.members)}", group
    for body in facts.represented:
        yield f"{'invited' if body.invited else 'represented'} {body.body}", body
    for alias in facts.aliases:
        yield f"alias {alias.name} | {alias.alias}", alias
