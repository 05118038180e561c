"""A build over HTTP: a SPARQL 1.1 Protocol endpoint, and a page for every entity. Needs the extra `serve`.

    serve(Path("exports"), host="127.0.0.1", port=7878)

A thin front (`front`, `server`) reads requests; every query, page and serialisation happens in worker
processes (`worker`, `pool`), which can be ended. docs/serving.md describes it.
"""

from kg.serve.limits import Limits
from kg.serve.mcp import serve_mcp
from kg.serve.server import serve

__all__ = ["Limits", "serve", "serve_mcp"]
