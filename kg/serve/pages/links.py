"""IRIs of the graph and the addresses under which this server shows them."""

from __future__ import annotations

import re

from kg.vocab import CODE, KG

_ENTITY = re.compile(r"[a-z]+/[A-Za-z0-9_-]{1,200}")
_SPAN = re.compile(r"#char=(\d+),(\d+)")
_OUTSIDE = re.compile(r"https?://[^\x00-\x20<>\"{}|^`\\]+")
#: What has a page of its own: the first part of the address after the base.
KINDS = ("person", "org", "place", "event", "agreement", "document", "article", "group", "post", "tenure",
         "participation", "measure", "credit", "statement")  # fmt: skip


def kind_of(iri: str, base: str) -> str:
    """person, org … of an entity's IRI; empty for anything else."""
    if not iri.startswith(base):
        return ""
    kind, slash, _ = iri.removeprefix(base).partition("/")
    return kind if slash and kind in KINDS else ""


def address(iri: str, base: str) -> str:
    """Where this server shows an entity or a piece of evidence, as a path; else the IRI itself when it is a
    web address elsewhere, else nothing. Never an address that a browser would run.
    """
    if iri.startswith((KG.namespace, CODE.namespace)):
        return ""  # words of the ontology, which have no page
    if iri.startswith(base):
        path, mark, fragment = iri.removeprefix(base).partition("#")
        if _ENTITY.fullmatch(path) and path.split("/")[0] in KINDS:
            span = _SPAN.fullmatch(mark + fragment)
            return f"/{path}" + (f"#c{span[1]}-{span[2]}" if span else "")
    return iri if _OUTSIDE.fullmatch(iri) else ""
