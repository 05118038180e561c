"""The SPARQL 1.1 Graph Store HTTP Protocol (W3C, 2013) at /store: requests read, graphs given.

A graph is named by ?graph=IRI, by ?default, or by its own address below /store/. Writes are in `writing`.
"""

from __future__ import annotations

from kg.serve.choice import chosen
from kg.serve.formats import GRAPHS
from kg.serve.messages import Job, Refusal, Reply
from kg.serve.protocol import form_fields
from kg.serve.served import graph_names
from kg.store import Store, serialised
from kg.vocab import PREFIXES

READS = "GET, HEAD, OPTIONS"
WRITES = "GET, HEAD, PUT, POST, DELETE, OPTIONS"
_KINDS = {"GET": "graph", "HEAD": "graph", "PUT": "put", "POST": "post", "DELETE": "delete"}


def read_graph_request(
    method: str, address: str, query_string: bytes, content_type: str | None, body: bytes
) -> Job:
    """A request as a job (without Accept); `address` is its own, without the part behind the question mark.

    Raises Refusal: 400 for a graph that is not named, or named twice; 405.
    """
    if method not in _KINDS:
        raise Refusal(405, f"{method} is not offered here", {"Allow": WRITES})
    fields = form_fields(query_string)
    collection = address[: address.index("/store") + len("/store")]
    below = address not in (collection, f"{collection}/")
    named = [*(["graph"] if "graph" in fields else []), *(["default"] if "default" in fields else [])]
    if len(named) + below > 1:
        raise Refusal(400, "name one graph: by ?graph=IRI, by ?default, or by its own address")
    values = {"collection": collection, **({"format": fields["format"]} if "format" in fields else {})}
    if named or below:
        values["graph"] = address if below else fields.get("graph", "")
    elif method != "POST":
        raise Refusal(400, "name a graph: /store?graph=IRI, or /store?default")
    if "graph" in fields:
        graph_names((values["graph"],))
    if method in ("PUT", "POST"):
        try:
            values |= {"media": content_type or "", "body": body.decode("utf-8")}
        except UnicodeDecodeError as error:
            raise Refusal(400, f"the body is not UTF-8 (byte {error.start})") from None
    return Job(_KINDS[method], values)


def graph(job: Job, store: Store, limit: int) -> Reply:
    """A graph in the form that is asked for. Refusal 404, 406, 413 for more than `limit` bytes."""
    name = job.values["graph"]
    form = chosen(job, GRAPHS)
    if name and name not in store.graphs():
        raise Refusal(404, f"there is no graph <{name}>")
    body = serialised(store.graph(name or None), form.name, PREFIXES)
    if len(body) > limit:
        raise Refusal(413, f"the graph has more than {limit >> 20} MB; take it from the files of the build")
    return Reply(200, form.content_type, body)
