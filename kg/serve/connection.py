"""A connection of a client: HTTP/1.1 by uvicorn and httptools, with an end to patience.

Neither of the two limits how long or how large a request line and its headers may become.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LONGEST_HEAD = 1 << 17  # bytes of request line and headers; a longer query comes by POST
_TOO_LONG = "The request line and headers are too long; send a long query by POST."


class Connection(HttpToolsProtocol):
    """Closes itself when a head does not arrive in `patience` seconds, or grows too long."""

    patience = 20.0
    in_head = False
    head_bytes = 0
    head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self.await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self.head_arrived()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """The first byte of a head has come."""
        super().on_message_begin()
        self.in_head = True

    def on_headers_complete(self) -> None:
        """The head is whole."""
        super().on_headers_complete()
        self.head_arrived()

    def data_received(self, data: bytes) -> None:
        """Count what belongs to no request yet."""
        super().data_received(data)
        is_between = self.cycle is None or self.cycle.response_complete
        if (self.in_head or is_between) and not self.transport.is_closing():
            self.head_bytes += len(data)
            if self.head_bytes > LONGEST_HEAD:
                self.send_400_response(_TOO_LONG)
            elif self.head_timer is None:
                self.await_head()

    def await_head(self) -> None:
        """Close the connection unless a head arrives in time."""
        self.head_timer = self.loop.call_later(self.patience, self.transport.close)

    def head_arrived(self) -> None:
        """Start again with the next head."""
        self.in_head, self.head_bytes = False, 0
        if self.head_timer is not None:
            self.head_timer.cancel()
            self.head_timer = None


def patient_protocol(seconds: float) -> type[Connection]:
    """The protocol with so many seconds of patience."""
    return type("Patient", (Connection,), {"patience": seconds})
