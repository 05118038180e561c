"""A build for language models, over the Model Context Protocol: read only. Needs the extra `mcp`.

    serve_mcp(Path("exports"), limits=Limits(workers=2))

The tools (`server`) hand jobs to the same worker processes as `kg serve`, with its limits; `answers` is what
a worker does for them.
"""

from kg.serve.mcp.server import serve_mcp

__all__ = ["serve_mcp"]
