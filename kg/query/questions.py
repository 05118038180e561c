"""The saved competency questions: .rq files with a small strict head.

    # title (en): Who spoke
    # title (zh): 谁发言
    # description: One line; repeat the key for another.
    # parameter event: part of the event's name in any script, or its IRI; empty for every event

A parameter `event` has its default in one line of the query, `VALUES ?given_event { "" }`, so that the file
runs unchanged in any SPARQL store; `VALUES ?given_event { UNDEF }` says that a value must be given.
docs/questions.md describes the format.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError
from kg.packaged import ontology_dir
from kg.store import quote

_SEE = "see docs/questions.md"
_HEAD = re.compile(r"# (title \(en\)|title \(zh\)|description|parameter [a-z]+): (\S.*)")
_GIVEN = re.compile(r"^[ \t]*VALUES \?given_([a-z]+) \{ (?:\"([^\"\\]*)\"|UNDEF) \}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a question can be asked for; without a default (None) a value must be given."""

    name: str
    explanation: str
    default: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A query with its titles. `name` is the file's stem, `place` is named in errors. `sql` gives the same
    answer from columns: a saved question that counts or pairs has it beside its .rq file.
    """

    name: str
    title_zh: str
    title_en: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str
    place: str
    sql: str | None = None


def questions() -> tuple[Question, ...]:
    """Every saved question, by name. Raises QueryError when a file breaks the format."""
    folder = ontology_dir() / "questions"
    return tuple(read_question(path) for path in sorted(folder.glob("*.rq")))


def question_named(name: str) -> Question:
    """The saved question of that name. QueryError with the near names when there is none."""
    paths = {path.stem: path for path in sorted((ontology_dir() / "questions").glob("*.rq"))}
    if name in paths:
        return read_question(paths[name])
    near = difflib.get_close_matches(name, paths, n=3, cutoff=0.5)
    listed = "did you mean " + " or ".join(near) if near else "the questions are " + ", ".join(paths)
    raise QueryError(name, "there is no saved question of that name", listed)


def read_question(path: Path) -> Question:
    """A question from a .rq file; a file of the saved ones must have titles and a description."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QueryError(str(path), f"cannot be read ({error.strerror})", "name a .rq file") from None
    except UnicodeDecodeError:
        raise QueryError(str(path), "is not UTF-8", "save the query as UTF-8") from None
    question = parse_question(text, str(path), path.stem)
    saved = path.parent == ontology_dir() / "questions"
    if saved and not (question.title_en and question.title_zh and question.description):
        raise QueryError(str(path), "lacks a title (en), a title (zh) or a description", _SEE)
    columns = path.with_suffix(".sql")
    if saved and columns.exists():
        return dataclasses.replace(question, sql=columns.read_text(encoding="utf-8"))
    return question


def parse_question(text: str, place: str, name: str = "") -> Question:
    """A question from the text of a query; the head may be missing, then there are no parameters.

    Raises QueryError when a parameter of the head has no VALUES line, or a VALUES line no parameter.
    """
    head: dict[str, list[str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        match = _HEAD.fullmatch(line.rstrip())
        if match:
            head.setdefault(match[1], []).append(match[2])
    return Question(
        name=name, text=text, place=place,
        title_zh=" ".join(head.get("title (zh)", ())),
        title_en=" ".join(head.get("title (en)", ())),
        description=" ".join(head.get("description", ())),
        parameters=_parameters(text, head, place),
    )  # fmt: skip


def _parameters(query: str, head: dict[str, list[str]], place: str) -> tuple[Parameter, ...]:
    prefix = "parameter "
    explained = {
        key.removeprefix(prefix): " ".join(lines) for key, lines in head.items() if key.startswith(prefix)
    }
    given = list(_GIVEN.finditer(query))
    names = [match[1] for match in given]
    for name in (*explained, *names):
        if name not in explained:
            raise QueryError(place, f"?given_{name} has no line '# parameter {name}: ...'", _SEE)
        if names.count(name) != 1:
            raise QueryError(place, f"needs one line 'VALUES ?given_{name} {{ \"\" }}'", _SEE)
    defaults = {match[1]: match[2] for match in given}
    return tuple(
        Parameter(name=name, explanation=text, default=defaults[name]) for name, text in explained.items()
    )


def filled(question: Question, values: Mapping[str, str]) -> str:
    """The text of the query with the values given put in place of the defaults, as escaped literals.

    Raises QueryError for a parameter that the question has not, one without its value, or broken text.
    """
    known = [parameter.name for parameter in question.parameters]
    for name, value in values.items():
        if name not in known:
            listed = f"it takes {', '.join(known)}" if known else "it takes none"
            raise QueryError(question.place, f"has no parameter {name!r}", listed)
        if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
            raise QueryError(question.place, f"the value of {name!r} is broken text", "give it as UTF-8")
    for parameter in question.parameters:
        if parameter.default is None and not values.get(parameter.name):
            raise QueryError(question.place, f"needs the parameter {parameter.name!r}", parameter.explanation)

    def line(match: re.Match[str]) -> str:
        value = values.get(match[1])
        if value is None:
            return match[0]
        return f"VALUES ?given_{match[1]} {{ {quote(value)} }}"

    return _GIVEN.sub(line, question.text)
