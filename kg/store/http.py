"""The one HTTP client of the program: requests to a store, credentials, and what goes wrong on the way.

A name and a password (KG_STORE_USER, KG_STORE_PASSWORD) or a token (KG_STORE_TOKEN) come from the environment
alone. They are sent where the store asks for them, and stand in no message.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from kg.errors import StoreError

if TYPE_CHECKING:
    import requests

_TIMES = (10, 600)  # seconds to connect, and of silence: a store may work long before its first byte
_TRIES = 3  # of a request that met no server, or one that is starting
_UNAUTHORIZED = 401
_MOVED = range(300, 400)
_VARIABLES = "KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN"
_WIDTH = 300  # characters of a server's own words


class Http:
    """Requests to one store. Not for several threads."""

    def __init__(self, url: str) -> None:
        import requests  # noqa: PLC0415 - only those who ask another store pay for it
        from requests.adapters import HTTPAdapter  # noqa: PLC0415
        from urllib3.util import Retry  # noqa: PLC0415

        self.url = _plain(url)
        self._session = requests.Session()
        tries = Retry(_TRIES, status_forcelist=(502, 503, 504), allowed_methods=None, backoff_factor=0.2,
                      raise_on_status=False, respect_retry_after_header=False)  # fmt: skip
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=tries))
        self._session.auth = _token  # something must stand here, else a .netrc would be read

    def at(self, path: str) -> str:
        """The address of a path under the address of the store; "" is that address itself."""
        return urljoin(self.url.rstrip("/") + "/", path) if path else self.url

    def send(self, method: str, url: str, **details: Any) -> requests.Response:
        """One request; `details` are those of requests (params, data, headers).

        Gives the answer whatever its status, but StoreError when there is none, when the store wants
        credentials (or others), or when it sends elsewhere.
        """
        import requests  # noqa: PLC0415

        try:
            answer = self._session.request(method, url, timeout=_TIMES, allow_redirects=False, **details)
            if answer.status_code == _UNAUTHORIZED and self._authorize(answer.headers):
                answer = self._session.request(method, url, timeout=_TIMES, allow_redirects=False, **details)
        except (requests.RequestException, ValueError) as error:
            problem = f"does not answer ({_cause(error)})"
            raise StoreError(self.url, problem, "start it, or correct the address") from None
        if answer.status_code == _UNAUTHORIZED:
            problem = "refuses these credentials" if _given() else "asks for credentials"
            raise StoreError(url, problem, f"set {_VARIABLES} in the environment")
        if answer.status_code in _MOVED:
            to = answer.headers.get("Location", "elsewhere")
            raise StoreError(url, f"sends to {to}", "give that address")
        return answer

    def _authorize(self, headers: Mapping[str, str]) -> bool:
        """Take up the scheme that the store asks for; False when there is nothing new to try."""
        from requests.auth import HTTPBasicAuth, HTTPDigestAuth  # noqa: PLC0415

        user, password = os.environ.get("KG_STORE_USER"), os.environ.get("KG_STORE_PASSWORD")
        if self._session.auth is not _token or user is None or password is None:
            return False
        if headers.get("WWW-Authenticate", "").lower().startswith("digest"):
            self._session.auth = HTTPDigestAuth(user, password)
        else:
            self._session.auth = HTTPBasicAuth(user.encode(), password.encode())  # RFC 7617: as UTF-8
        return True


def said(answer: requests.Response) -> str:
    """The status of an answer and the first words of its body, on one line."""
    words = " ".join(answer.content[: 4 * _WIDTH].decode("utf-8", "replace").split())
    return f"{answer.status_code} {answer.reason or ''}: {words[:_WIDTH]}".strip(": ")


def _given() -> bool:
    return any(os.environ.get(name) for name in ("KG_STORE_USER", "KG_STORE_TOKEN"))


def _token(request: requests.PreparedRequest) -> requests.PreparedRequest:
    if token := os.environ.get("KG_STORE_TOKEN"):
        request.headers["Authorization"] = f"Bearer {token}"
    return request


def _plain(url: str) -> str:
    """The address without a fragment or a query; StoreError for one that is none, or holds a password."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise StoreError(url.rpartition("@")[2] or "URL", "is no address of a store",
                         "give one like http://127.0.0.1:3030/kg")  # fmt: skip
    if "@" in parts.netloc:
        raise StoreError(parts.netloc.rpartition("@")[2], "has a name or password in its address",
                         f"leave it out, and set {_VARIABLES} in the environment")  # fmt: skip
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def _cause(error: Exception) -> str:
    """The innermost reason, without the addresses that requests wraps around it."""
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner  # type: ignore[assignment]
    return str(getattr(error, "strerror", None) or type(error).__name__)
