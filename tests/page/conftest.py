"""A real browser without network: every request that leaves a page is recorded and refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import networkx
import pytest
from page_sample import large_graph
from playwright.sync_api import Browser, Page, Route

from kg.page import page


@dataclass
class Opened:
    """A page in the browser, and what it did: requests beyond its own file, console messages, errors."""

    tab: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def assert_quiet(self) -> None:
        assert self.requests == []
        assert self.complaints == []


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write a graph's page to a file and open it: `open_page(graph, size=…, fragment=…, dark=…)`."""
    contexts = []

    def opened(
        graph: networkx.MultiDiGraph,
        size: tuple[int, int] = (1400, 900),
        fragment: str = "",
        dark: bool = False,
    ) -> Opened:
        file = tmp_path / "graph.html"
        file.write_text(page(graph), encoding="utf-8", newline="\n")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            accept_downloads=True,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        contexts.append(context)
        one = Opened(context.new_page())

        def decide(route: Route) -> None:
            if route.request.url.split("#")[0] == file.as_uri():
                route.continue_()
            else:
                one.requests.append(route.request.url)
                route.abort()

        context.route("**/*", decide)
        # The tests read the canvas back, and the browser would rather they did not: not the page's doing.
        one.tab.on(
            "console", lambda message: "getImageData" in message.text or one.complaints.append(message.text)
        )
        one.tab.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.tab.goto(file.as_uri() + fragment)
        one.tab.wait_for_selector("body.whole")
        one.tab.wait_for_timeout(150)  # the first frame of the canvas
        return one

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="package")
def large() -> networkx.MultiDiGraph:
    return large_graph()
