"""Templates → HTML."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2

from kg.serve.formats import HTML
from kg.serve.messages import Reply
from kg.serve.pages.links import address


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("kg.serve.pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def html(template: str, status: int = 200, **values: Any) -> Reply:
    """A page made from a template; every value is escaped."""
    base: str = values.get("base", "")
    values["address"] = lambda iri: address(iri, base)
    text = _environment().get_template(template).render(values)
    return Reply(status, HTML.content_type, text.encode("utf-8", "replace"))
