"""The scripts of benchmarks/ are no part of the installed package."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))


@pytest.fixture(scope="session")
def small_corpus():
    from benchmarks.corpus import make_corpus  # noqa: PLC0415 - needs the path above

    return make_corpus(100, 1)


@pytest.fixture(scope="session")
def corpus():
    from benchmarks.corpus import make_corpus  # noqa: PLC0415

    return make_corpus(400, 3)
