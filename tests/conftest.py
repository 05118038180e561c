"""What all tests share: one browser in a process, and a Ctrl-C that programs started by tests can hear."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import kg

sys.path.append(str(Path(__file__).parent / "data"))
from browsers import QUIET, chromium

# A shell that starts the tests in the background ignores SIGINT, and children inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium(), args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def many_and_seed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A build of the twelve articles of the invented world and the seed article, and its ontology's lines."""
    folder = tmp_path_factory.mktemp("many") / "exports"
    tests = Path(__file__).parent
    made = kg.build([tests / "data" / "many_articles", tests.parent / "seeds" / "articles"])
    made.write(folder)
    return folder, list(made.ontology)
