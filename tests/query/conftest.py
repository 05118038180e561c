import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "data"))
from seed_graph import seed_lines


@pytest.fixture(scope="session")
def lines():
    """The quads of the seed article."""
    return seed_lines()
