"""A request to /sparql, read by the rules of the SPARQL 1.1 Protocol (W3C, 2013): pure, without a server."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from kg.serve.formats import NAMES
from kg.serve.messages import Job, Refusal

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
METHODS = "GET, HEAD, POST, OPTIONS"
_MOST_FIELDS = 1000


def read_request(  # noqa: PLR0913
    method: str,
    query_string: bytes,
    content_type: str | None,
    body: bytes,
    accept: str | None = None,
    *,
    gzip: bool = False,
) -> Job | None:
    """The query or update of a request as a job; None when it asks for the service description.

    `accept` and `gzip` say what the client takes. Raises Refusal: 400 for a request that the protocol does
    not allow, 405, 415.
    """
    fields = _fields(query_string, "the address")
    takes = (accept, gzip)
    if method == "POST":
        return _post(fields, content_type, body, takes)
    if method not in ("GET", "HEAD"):
        raise Refusal(405, f"{method} is not offered here; use GET or POST", {"Allow": METHODS})
    if "update" in fields:
        raise Refusal(400, "an update cannot come by GET; send it by POST")
    if not fields.get("query"):
        if fields.keys() - {"format"}:
            raise Refusal(400, "query is missing: send /sparql?query=…")
        return None
    return _job(fields, takes)


def _post(
    fields: dict[str, list[str]], content_type: str | None, body: bytes, takes: tuple[str | None, bool]
) -> Job:
    media, charset = _media(content_type)
    if media == FORM:
        for name, values in _fields(body, "the form").items():
            fields.setdefault(name, []).extend(values)
        return _update(fields) if "update" in fields else _job(fields, takes)
    if media in (QUERY, UPDATE):
        name = "query" if media == QUERY else "update"
        if charset not in ("", "utf-8", "utf8"):
            raise Refusal(415, f"charset {charset} is not read; send UTF-8")
        if name in fields:
            raise Refusal(400, f"the {name} is given twice, in the address and in the body")
        fields[name] = [_utf8(body, "the body")]
        return _job(fields, takes) if media == QUERY else _update(fields)
    sent = f"{media} is not read" if media else "Content-Type is missing"
    raise Refusal(415, f"{sent}; send the query as {QUERY} or {FORM}")


def _job(fields: Mapping[str, list[str]], takes: tuple[str | None, bool]) -> Job:
    queries = fields.get("query", [])
    if len(queries) != 1:
        raise Refusal(400, "query is missing" if not queries else "query is given more than once")
    forms = fields.get("format", [])
    if len(forms) > 1 or any(form not in NAMES for form in forms):
        raise Refusal(400, f"format is one of {', '.join(NAMES)}")
    return Job(
        "sparql",
        {"query": queries[0], **({"format": forms[0]} if forms else {})},
        *takes,
        default_graphs=tuple(fields.get("default-graph-uri", ())),
        named_graphs=tuple(fields.get("named-graph-uri", ())),
    )


def _update(fields: Mapping[str, list[str]]) -> Job:
    if "query" in fields or len(fields["update"]) > 1:
        raise Refusal(400, "a request holds one update, or one query")
    return Job(
        "update",
        {"update": fields["update"][0]},
        default_graphs=tuple(fields.get("using-graph-uri", ())),
        named_graphs=tuple(fields.get("using-named-graph-uri", ())),
    )


def form_fields(query_string: bytes) -> dict[str, str]:
    """Fields of the address of a page, the first of each name. Refusal 400 for bytes that are no UTF-8."""
    return {name: values[0] for name, values in _fields(query_string, "the address").items()}


def _fields(text: bytes, where: str) -> dict[str, list[str]]:
    """Names and values, percent-decoded once."""
    fields: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict",
                          max_num_fields=_MOST_FIELDS)  # fmt: skip
    except UnicodeError:
        raise Refusal(400, f"{where} is not percent-encoded UTF-8") from None
    except ValueError:
        raise Refusal(400, f"{where} holds more than {_MOST_FIELDS} fields") from None
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def _media(content_type: str | None) -> tuple[str, str]:
    """Media type and charset of a Content-Type, lower case."""
    media, *rest = (content_type or "").split(";")
    charset = next((value.strip(" \"'") for part in rest for name, _, value in [part.partition("=")]
                    if name.strip().lower() == "charset"), "")  # fmt: skip
    return media.strip().lower(), charset.lower()


def _utf8(body: bytes, where: str) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(400, f"{where} is not UTF-8 (byte {error.start})") from None
