"""Take pictures of pages, as a reader sees them: `make shots`.

`python tests/page/shots.py FOLDER PAGE.html…` puts every view and net of each page at three sizes, light and
dark, into FOLDER, and the pictures of the README into docs/images.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "data"))
from browsers import QUIET, chromium

ROOT = Path(__file__).parents[2]
SIZES = ((1400, 900), (900, 700), (380, 800))
STATES = {
    "graph": "",
    "people": "net=people",
    "agreements": "net=agreements",
    "measures": "size=between&colour=community",
    "list": "v=list",
    "timeline": "v=timeline",
    "map": "v=map",
    "text": "v=text",
}
#: Picture of the README → page, and the state that it shows.
README = {"graph": ("seed", ""), "people": ("many", "net=people"), "map": ("many", "v=map")}


def take(browser: Browser, file: Path, state: str, size: tuple[int, int], dark: bool, picture: Path) -> None:
    tab = browser.new_page(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light"
    )
    tab.goto(f"{file.resolve().as_uri()}#{state}")
    tab.wait_for_selector("body.ready")
    tab.wait_for_timeout(400)  # the picture is drawn in the next frames
    tab.screenshot(path=picture)
    tab.close()


def main(folder: Path, pages: list[Path]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=QUIET)
        for file in pages:
            for name, state in STATES.items():
                for size in SIZES:
                    take(browser, file, state, size, False, folder / f"{file.stem}-{name}-{size[0]}.png")
                take(browser, file, state, SIZES[0], True, folder / f"{file.stem}-{name}-dark.png")
        for name, (page, state) in README.items():
            file = next((one for one in pages if one.stem == page), None)
            if file:
                take(browser, file, state, (1280, 800), False, ROOT / "docs" / "images" / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
