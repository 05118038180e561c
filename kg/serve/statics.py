"""Files by path: the OpenAPI description, the style of the pages, the editor where it came with the wheel."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from kg.serve.messages import Reply

_HERE = Path(__file__).parent
_JS, _CSS = "text/javascript; charset=utf-8", "text/css; charset=utf-8"
#: Path of the address → file and media type.
FILES = {
    "/style.css": (_HERE / "style.css", _CSS),
    "/openapi.json": (_HERE / "openapi.json", "application/json"),
    "/query.js": (_HERE / "query.js", _JS),
    "/editor.js": (_HERE / "editor" / "yasgui.min.js", _JS),
    "/editor.css": (_HERE / "editor" / "yasgui.min.css", _CSS),
}


def has_editor() -> bool:
    """Whether the editor was there when kg was installed (see hatch_build.py)."""
    return all(FILES[path][0].is_file() for path in ("/editor.js", "/editor.css"))


@cache
def static(path: str, packed: bool) -> Reply | None:
    """A file as an answer; None when it did not come with this installation."""
    file, media = FILES[path]
    if not file.is_file():
        return None
    body, headers = file.read_bytes(), {"Cache-Control": "max-age=3600"}
    if packed:
        return Reply(200, media, gzip.compress(body, mtime=0), {**headers, "Content-Encoding": "gzip"})
    return Reply(200, media, body, headers)
