"""Pages of 1,000, 10,000 and 50,000 nodes in a browser, beside what other libraries draw of the same graph.

`python -m benchmarks.page` writes the section "Pages" of RESULTS.md. Needs Chromium, and npm for the peers:
their published files are put into one page each with the nodes, edges and positions of ours, and no quotes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.page_graph import page_graph
from benchmarks.results import put_section, table
from kg.page import page as our_page
from tests.data.browsers import QUIET, chromium
from tests.data.page_data import data_of

CACHE = Path(__file__).parent / ".venv" / "npm"
SIZES = (1_000, 10_000, 50_000)
OPENINGS = 3
SECONDS = 3.0  # of dragging and of zooming
SEARCHES = ("l", "李", "市", "liaoning", "zhang", "gw", "遼寧", "辽宁省", "合作协议", "nothing at all")
DEAD = 60.0  # seconds after which a page that shows nothing is given up
_DRAWN = (
    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
)
_SEARCHED = """words => new Promise(done => {
  const input = document.getElementById("search-input");
  const channel = new MessageChannel();
  requestAnimationFrame(() => {
    const began = performance.now();
    channel.port1.onmessage = () => done(performance.now() - began);
    input.value = words;
    input.dispatchEvent(new Event("input"));
    channel.port2.postMessage(0);
  });
})"""


class Peer(NamedTuple):
    """npm packages with versions, the file of each, and the script that draws DATA into #box."""

    packages: tuple[tuple[str, str], ...]
    script: str


PEERS = {
    "vis-network 9.1.2": Peer(
        (("vis-network@9.1.2", "standalone/umd/vis-network.min.js"),),
        """new vis.Network(box, {
        nodes: DATA.nodes.map(([x, y, label], id) => ({id, x, y, label, shape: "dot"})),
        edges: DATA.edges.map(([from, to]) => ({from, to}))},
        {physics: false, edges: {smooth: false}, layout: {improvedLayout: false},
        interaction: {hideEdgesOnDrag: true, hideEdgesOnZoom: true}});""",
    ),
    "force-graph 1.52.0": Peer(
        (("force-graph@1.52.0", "dist/force-graph.min.js"),),
        """const g = new ForceGraph(box).cooldownTicks(0).nodeLabel(() => "").graphData({
        nodes: DATA.nodes.map(([x, y], id) => ({id, x, y, fx: x, fy: y})),
        links: DATA.edges.map(([source, target]) => ({source, target}))}); g.zoomToFit(0);""",
    ),
    "cytoscape 3.34.4": Peer(
        (("cytoscape@3.34.4", "dist/cytoscape.min.js"),),
        """cytoscape({container: box, layout: {name: "preset"}, hideEdgesOnViewport: true,
        style: [{selector: "node", style: {label: "data(label)"}},
        {selector: "edge", style: {"curve-style": "haystack"}}],
        elements: {
        nodes: DATA.nodes.map(([x, y, label], id) => ({data: {id: "n" + id, label}, position: {x, y}})),
        edges: DATA.edges.map(([a, b], id) => ({data: {id: "e" + id, source: "n" + a, target: "n" + b}}))
        }});""",
    ),
    "sigma 3.0.3": Peer(
        (("graphology@0.26.0", "dist/graphology.umd.min.js"), ("sigma@3.0.3", "dist/sigma.min.js")),
        """const g = new graphology.MultiGraph(); DATA.nodes.forEach(([x, y, label], id) =>
        g.addNode(id, {x, y: -y, label, size: 3})); DATA.edges.forEach(([a, b]) => g.addEdge(a, b));
        new Sigma(g, box);""",
    ),
}


def fetched(package: str, name: str) -> str:
    """A file of an npm package, downloaded once by npm's own client."""
    folder = CACHE / package
    if not folder.exists():
        with tempfile.TemporaryDirectory() as place:
            pack = ["npm", "pack", "--silent", package]
            ran = subprocess.run(pack, cwd=place, check=True, capture_output=True, text=True)
            made = Path(place) / ran.stdout.split()[-1]
            folder.mkdir(parents=True)
            subprocess.run(["tar", "xzf", made, "-C", folder, "--strip-components=1"], check=True)
    return (folder / name).read_text(encoding="utf-8")


def peer_page(peer: Peer, data: str) -> str:
    scripts = "".join(f"<script>{fetched(*one)}</script>" for one in peer.packages)
    return (
        '<!doctype html><meta charset="utf-8"><style>html,body,#box{margin:0;width:100%;height:100%}</style>'
        f'<div id="box"></div>{scripts}<script type="application/json" id="data">{data}</script><script>'
        "const DATA = JSON.parse(document.getElementById('data').textContent);"
        "const box = document.getElementById('box');"
        f"{peer.script}; document.body.classList.add('ready');</script>"
    )


def bare(html: str) -> str:
    """Positions, labels and edges of our page, as the peers get them."""
    data = data_of(html)
    nodes = [[node["x"], node["y"], node["name"][:12]] for node in data["nodes"]]
    edges = [[edge["from"], edge["to"]] for edge in data["edges"]]
    text = json.dumps({"nodes": nodes, "edges": edges}, ensure_ascii=False)
    return text.replace("<", "\\u003c")


def opened(browser: Browser, file: Path, box: str) -> dict[str, float]:
    """One opening in a fresh profile: milliseconds until the picture stands, and until kg's page has all."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    tab = context.new_page()
    began = time.monotonic()
    tab.goto(file.as_uri())
    found = {}
    while not tab.evaluate("document.body.classList.contains('ready')"):
        if time.monotonic() - began > DEAD:
            context.close()
            return {}
        time.sleep(0.02)
    found["ready"] = float(tab.evaluate(_DRAWN))
    if box == "#canvas":
        tab.wait_for_selector("body.whole")
        found["whole"] = float(tab.evaluate("performance.now()"))
    context.close()
    return found


def measured(browser: Browser, file: Path, box: str) -> dict[str, float]:
    """Milliseconds until the picture stands (the least of OPENINGS), frames a second, and MB of heap."""
    first = [opened(browser, file, box) for _ in range(OPENINGS)]
    if not all(first):
        return {}
    found = min(first, key=lambda one: one["ready"])
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    tab = context.new_page()
    tab.goto(file.as_uri())
    tab.wait_for_selector("body.ready", timeout=1000 * DEAD)
    tab.wait_for_timeout(1500)
    area = tab.locator(box).bounding_box()
    assert area
    x, y = area["x"] + area["width"] / 2, area["y"] + area["height"] / 2
    tab.mouse.move(x + 100, y - 250)
    tab.mouse.down()
    found["drag"] = _frames(tab, lambda i: tab.mouse.move(x + 100 + i % 60 * 3, y - 250 + i % 40 * 2))
    tab.mouse.up()
    found["zoom"] = _frames(tab, lambda i: tab.mouse.wheel(0, -60 if i // 25 % 2 else 60))
    if box == "#canvas":
        found["search"] = max(
            min(tab.evaluate(_SEARCHED, words) for _ in range(OPENINGS)) for words in SEARCHES
        )
    session = context.new_cdp_session(tab)
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    found["heap"] = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    context.close()
    return found


def _frames(tab: Page, act: Callable[[int], Any]) -> float:
    tab.evaluate(
        "() => { window.frames_ = 0; window.since_ = performance.now();"
        " const f = () => { window.frames_ += 1; if (!window.done_) requestAnimationFrame(f); };"
        " window.done_ = false; requestAnimationFrame(f); }"
    )
    end, step = time.monotonic() + SECONDS, 0
    while time.monotonic() < end:
        act(step)
        step += 1
        time.sleep(0.012)
    rate = tab.evaluate("(window.done_ = true, 1000 * window.frames_ / (performance.now() - window.since_))")
    return min(60.0, float(rate))


def rows_of(browser: Browser, size: int, folder: Path) -> list[list[str]]:
    graph = page_graph(size)
    began = time.process_time()
    html = our_page(graph)
    cpu = time.process_time() - began
    pages = {"kg": html} | {name: peer_page(peer, bare(html)) for name, peer in PEERS.items()}
    rows, ours = [], 0.0
    for name, text in pages.items():
        file = folder / "page.html"
        file.write_text(text, encoding="utf-8")
        found = measured(browser, file, "#canvas" if name == "kg" else "#box")
        ours = ours or found["ready"]
        cells = [f"{found[key]:.0f}" for key in ("ready", "drag", "zoom", "heap")] if found else ["–"] * 4
        whole = f"{found['whole']:.0f}" if "whole" in found else ""
        search = f"{found['search']:.0f}" if "search" in found else ""
        ratio = f"{found['ready'] / ours:.1f}" if found else "–"
        megabytes, built = f"{len(text.encode()) / 1e6:.2f}", f"{cpu:.1f}" if name == "kg" else ""
        rows.append([f"{size:,}", name, megabytes, cells[0], whole, search, *cells[1:], ratio, built])
        print(*rows[-1], sep="\t", flush=True)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    sizes = parser.parse_args().sizes
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=QUIET)
        rows = [row for size in sizes for row in rows_of(browser, size, Path(folder))]
        browser.close()
    head = ("nodes", "page", "MB", "ready ms", "all ms", "search ms", "drag frames/s", "zoom frames/s",
            "heap MB", "ready ÷ kg's", "build CPU s")  # fmt: skip
    put_section("Pages", f"{_NOTE}\n\n{table(head, rows)}")


_NOTE = """The network of 47 annotated articles, many times over, with whole texts and real quotes (kg), and
its nodes, edges and positions alone in other libraries (the rest); Chromium without a graphics
card. *Ready*: from the start of the page until its picture stands and can be moved, the least of
three openings. *All*: until
kg's page has unpacked its facts and words too, on which search, filters and a click wait.
*Search*: from the input event at the start of a frame until that frame is drawn with the
suggestions, the slowest of ten queries (a letter, surnames, pinyin, initials, traditional
characters), each the least of three. *Frames*
are counted while the picture is dragged or zoomed for three seconds, 60 at most; kg moves the last
picture as an image meanwhile. *Build*: layout, measures and writing of kg's page."""

if __name__ == "__main__":
    main()
