"""Take the pictures of a page: `python tests/page/shots.py exports/graph.html docs/images`.

Every view at three sizes into `shots/` in the folder (not committed), and `graph.png` for the README.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "data"))
from browsers import QUIET, chromium

SIZES = ((1400, 900), (900, 700), (380, 800))
VIEWS = ("graph", "list", "timeline", "map", "text")


def main(file: Path, folder: Path) -> None:
    (folder / "shots").mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=QUIET)
        for width, height in SIZES:
            for view in VIEWS:
                tab = browser.new_page(viewport={"width": width, "height": height})
                tab.goto(f"{file.resolve().as_uri()}#v={view}")
                tab.wait_for_selector("body.ready")
                tab.wait_for_timeout(300)
                tab.screenshot(path=folder / "shots" / f"{view}-{width}.png")
                if (view, width) == ("graph", SIZES[0][0]):
                    tab.screenshot(path=folder / "graph.png")
                tab.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
