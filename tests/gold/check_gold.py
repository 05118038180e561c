"""Check annotated articles for form: keys, references, words that stand in the text, allowed values.

Run as a script it prints one line a problem: ``python tests/gold/check_gold.py [FOLDER ...]``; a FOLDER
holds ``articles/*.txt`` and ``gold/*.json`` of the same stems.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import opencc

HERE = Path(__file__).parent
OWN = ("tuning", "later", "opened", "retold", "held", "retold_held")
FOLDERS = (HERE / "shared", *(HERE / "own" / part for part in OWN))

GENRES = {"meeting", "signing", "visit", "reception", "appointment", "foreign", "cooperation"}
SCRIPTS = {"hans", "hant", "noisy"}
TYPES = {"meeting", "signing", "visit", "reception", "appointment", "other"}
ROLES = {"attended", "chaired", "spoke", "presented", "signed", "hosted", "accompanied", "met", "witnessed"}
RELATIONS = {"adopted", "issued", "presented", "cited", "signed"}
ACTIONS = {"appointed", "removed", "elected", "nominated"}
CREDIT_ROLES = {"publisher", "reporter", "photographer", "editor", "proofreader", "producer", "other"}
DATE = re.compile(r"(?:\d{4}-\d{2}(?:-\d{2})?|--\d{2}-\d{2})\Z")

REQUIRED = {"id", "genre", "script", "published", "posts", "events", "participation", "agreements",
            "documents", "appointments", "orgs", "places", "credits"}
OPTIONAL = {"groups", "measures", "notes", "file"}
ROW_KEYS = {
    "posts": ({"person", "org", "title", "span"}, {"former", "inferred"}),
    "events": ({"key", "name", "type", "date", "place"}, {"planned", "inferred"}),
    "participation": ({"event", "agent", "role"}, {"inferred"}),
    "agreements": ({"title", "parties", "event", "date"}, {"planned", "inferred"}),
    "documents": ({"title", "relation"}, {"event", "year", "inferred"}),
    "appointments": ({"person", "org", "title", "action", "date"}, {"inferred"}),
    "credits": ({"agent", "role"}, set()),
    "groups": ({"name", "members"}, set()),
}

_TO_SIMPLIFIED = opencc.OpenCC("t2s")
_PINYIN = re.compile("\\([a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6}\\)")
_DROPPED = re.compile("[\\s\u200b-\u200d\u2060\ufeff·•・“”‘’\"'「」『』]|\\{IMG:\\d+\\}")
_DOUBLED = re.compile(r"([,;:、。])\1+")


def plain(text: str) -> str:
    """Text for comparing words only: simplified, half width, without blanks, noise and quotation marks."""
    half = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    bare = _PINYIN.sub("", _DROPPED.sub("", half))
    return _DOUBLED.sub(r"\1", _TO_SIMPLIFIED.convert(bare))


def body(name: str) -> str:
    """An organisation's or place's name under which 人民政府 and 政府, 委员会 and 委 are one."""
    return plain(name).replace("人民政府", "政府").replace("委员会", "委")


def key_problems(gold: dict[str, Any]) -> Iterator[str]:
    """Missing and unknown keys, of the article and of each row."""
    for key in sorted(REQUIRED - gold.keys()):
        yield f"key {key} is missing"
    for key in sorted(gold.keys() - REQUIRED - OPTIONAL):
        yield f"key {key} is unknown"
    for kind, (required, optional) in ROW_KEYS.items():
        for n, row in enumerate(gold.get(kind, [])):
            for key in sorted(required - row.keys()):
                yield f"{kind}[{n}]: key {key} is missing"
            for key in sorted(row.keys() - required - optional):
                yield f"{kind}[{n}]: key {key} is unknown"
            if any(other == row for other in gold[kind][:n]):
                yield f"{kind}[{n}]: written twice"


def value_problems(gold: dict[str, Any]) -> Iterator[str]:
    """Values outside their lists, dates of another form, events that no row defines."""
    allowed = [
        ("events", "type", TYPES), ("participation", "role", ROLES), ("documents", "relation", RELATIONS),
        ("appointments", "action", ACTIONS), ("credits", "role", CREDIT_ROLES),
        ("participation", "event", {event["key"] for event in gold["events"]}),
        ("agreements", "event", {None} | {event["key"] for event in gold["events"]}),
        ("documents", "event", {None} | {event["key"] for event in gold["events"]}),
    ]
    if gold["genre"] not in GENRES or gold["script"] not in SCRIPTS:
        yield f"genre {gold['genre']} or script {gold['script']} is unknown"
    for kind, key, values in allowed:
        for n, row in enumerate(gold[kind]):
            if row.get(key) not in values and key in row:
                yield f"{kind}[{n}]: {key} {row[key]!r} is not allowed"
    for kind in ("events", "agreements", "appointments"):
        for n, row in enumerate(gold[kind]):
            if row["date"] is not None and not DATE.match(row["date"]):
                yield f"{kind}[{n}]: date {row['date']!r}"
    keys = [event["key"] for event in gold["events"]]
    if len(set(keys)) < len(keys):
        yield "an event key is used twice"
    planned = {event["key"] for event in gold["events"] if event.get("planned")}
    for n, row in enumerate(gold["participation"]):
        if row["event"] in planned:
            yield f"participation[{n}]: {row['agent']} takes part in a planned event"


def word_problems(gold: dict[str, Any], text: str) -> Iterator[str]:
    """Persons, spans, titles and measures that do not stand in the text."""
    said = plain(text)
    worded = [("posts", "person"), ("posts", "span"), ("appointments", "person"), ("credits", "agent")]
    for kind, key in worded:
        for n, row in enumerate(gold[kind]):
            if plain(row[key]) not in said and not (kind == "credits" and row[key] in gold["orgs"]):
                yield f"{kind}[{n}]: {key} {row[key]!r} is not in the text"
    for kind in ("agreements", "documents"):
        for n, row in enumerate(gold[kind]):
            if not any(plain(title) in said for title in row["title"]):
                yield f"{kind}[{n}]: title {row['title'][0]!r} is not in the text"
    for name, items in gold.get("measures", {}).items():
        for item in items:
            if plain(item) not in said:
                yield f"measures.{name}: {item!r} is not in the text"


def known_problems(gold: dict[str, Any]) -> Iterator[str]:
    """Agents, parties and bodies that no list of the file names."""
    persons = {row["person"] for row in gold["posts"]}
    bodies = {body(name) for name in [*gold["orgs"], *gold["places"]]}
    named = [(f"participation[{n}]: agent", row["agent"]) for n, row in enumerate(gold["participation"])]
    for n, row in enumerate(gold["agreements"]):
        named += [(f"agreements[{n}]: party", party) for party in row["parties"]]
        if len(set(row["parties"])) != len(row["parties"]) or len(row["parties"]) < 2:
            yield f"agreements[{n}]: needs two different parties"
    named += [("groups: member", name) for group in gold.get("groups", []) for name in group["members"]]
    for place, name in named:
        if name not in persons and body(name) not in bodies:
            yield f"{place} {name} is no person with a post, organisation or place here"
    for kind in ("posts", "appointments"):
        for n, row in enumerate(gold[kind]):
            if not any(body(name) in bodies for name in row["org"]) and not row.get("inferred"):
                yield f"{kind}[{n}]: {row['org'][0]} is in neither orgs nor places"
    for kind in ("orgs", "places"):
        if len({body(name) for name in gold[kind]}) < len(gold[kind]):
            yield f"{kind}: a name is written twice"


def file_problems(gold_file: Path) -> list[str]:
    """All problems of one gold file beside its article, each a line that names the file."""
    article = gold_file.parent.parent / "articles" / f"{gold_file.stem}.txt"
    if not article.exists():
        return [f"{gold_file.name}: no article {article.name}"]
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    found = list(key_problems(gold))
    if not found:
        text = article.read_text(encoding="utf-8")
        found = [*value_problems(gold), *word_problems(gold, text), *known_problems(gold)]
        if gold["id"] != gold_file.stem:
            found.append(f"id {gold['id']} is not the file's name")
    return [f"{gold_file.name}: {problem}" for problem in found]


def folder_problems(folder: Path) -> list[str]:
    """All problems of a folder, and articles that lack gold."""
    golds = sorted((folder / "gold").glob("*.json"))
    stems = {path.stem for path in golds}
    articles = sorted((folder / "articles").glob("*.txt"))
    lacking = [f"{path.name}: no gold" for path in articles if path.stem not in stems]
    return lacking + [line for path in golds for line in file_problems(path)]


if __name__ == "__main__":
    folders = [Path(name) for name in sys.argv[1:]] or FOLDERS
    problems = [line for folder in folders for line in folder_problems(folder)]
    print("\n".join(problems) or "no problem found")
    sys.exit(1 if problems else 0)
