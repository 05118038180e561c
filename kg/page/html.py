"""The page as text: a pyvis network rendered through our own template."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

import networkx
from markupsafe import Markup

from kg.page.nets import HEAD, Json
from kg.page.outlines import outlines_around
from kg.page.pack import Packer, compressed
from kg.page.scene import Scene, scene
from kg.page.style import CLASSES, FAMILIES, OTHER
from kg.vocab import CODE, KG

_VIS = "lib/vis-9.1.2/vis-network.min.js"  # in pyvis' own templates
# Nodes up to which vis-network carries the picture, for its physics; more go to our own canvas, which stands
# in less than half the time at 1,000 nodes (benchmarks/RESULTS.md, "Pages") and makes the file smaller.
MOST_FOR_VIS = 500
MOST = 100_000  # nodes; of more a page draws only the MOST_DRAWN best connected, and says so
MOST_DRAWN = 50_000
MOST_PLAIN = 20_000  # characters of data that stand in the page as they are; more are compressed
_MOST_TIED = 60  # objects that a reader without JavaScript sees
# What must not stand raw in a script block, and the two characters that end a line in JavaScript alone.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def page(graph: networkx.MultiDiGraph, *, heading: str | None = None) -> str:
    """The network as one HTML document that needs nothing else: no request leaves it.

    `graph` carries the attributes that docs/page.md lists; `heading` defaults to the title of the one
    article, or to the number of articles. Made with pyvis; the same graph gives the same text, to be written
    as UTF-8.
    """
    from pyvis.network import Network  # noqa: PLC0415 - imports IPython: a second

    shown = scene(_drawable(graph), heading or _heading(graph), len(graph))
    net = Network(directed=True, heading=shown.heading, cdn_resources="in_line")
    net.nodes = [_pyvis_node(node) for node in shown.nodes]
    net.node_ids = [node["id"] for node in shown.nodes]
    net.edges = shown.lines  # add_edge looks every node up in a list: 16 s at 20,000 nodes
    net.toggle_physics(False)
    net.templateEnv = _environment(net.templateEnv.loader)
    net.templateEnv.globals["kg"] = _Parts(shown, net.templateEnv)
    net.path = "page.html"
    html: str = net.generate_html()
    # A lone surrogate cannot be written as UTF-8: it becomes a question mark.
    return html.encode("utf-8", "replace").decode()


def _drawable(graph: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """The network, or of one with more than MOST nodes the MOST_DRAWN that have most facts."""
    if len(graph) <= MOST:
        return graph
    return graph.subgraph(sorted(graph, key=lambda node: (-graph.degree(node), str(node)))[:MOST_DRAWN])


def show(graph: networkx.MultiDiGraph, *, heading: str | None = None, height: int = 720) -> Any:
    """The same page in a notebook: an IPython display object with a frame `height` pixels high.

    The frame is sandboxed: the page runs its own scripts and can save files, and reaches nothing around it.
    """
    from IPython import display  # noqa: PLC0415 - comes with pyvis, and takes its time

    frame = Markup(
        '<div><iframe srcdoc="{}" sandbox="allow-scripts allow-downloads" title="{}" '
        'style="width:100%;height:{}px;border:0"></iframe></div>'
    )
    html: Any = display.HTML  # untyped
    return html(frame.format(page(graph, heading=heading), heading or _heading(graph), height))


def _pyvis_node(node: Json) -> Json:
    from pyvis.node import Node  # noqa: PLC0415

    options = {key: value for key, value in node.items() if key not in ("id", "label", "shape")}
    made: Json = Node(node["id"], node["shape"], label=node["label"], **options).options
    return made


def _heading(graph: networkx.MultiDiGraph) -> str:
    titles = [
        str(article.get("title") or "") for _, article in sorted(graph.graph.get("articles", {}).items())
    ]
    if len(titles) == 1 and titles[0]:
        return titles[0]
    return f"{len(titles)} 篇报道的关系图" if titles else "关系图"


def _environment(pyvis_loader: Any) -> Any:
    """Our template first, pyvis' own behind it; everything is escaped unless marked."""
    import jinja2  # noqa: PLC0415

    ours = jinja2.PackageLoader("kg.page", "assets")
    return jinja2.Environment(loader=jinja2.ChoiceLoader([ours, pyvis_loader]), autoescape=True)


class _Parts:
    """What the template asks for beside what pyvis hands it."""

    def __init__(self, shown: Scene, environment: Any) -> None:
        self._shown = shown
        small = len(shown.nodes) <= MOST_FOR_VIS
        # The comment would make developer tools ask for a file that is not there.
        vis = environment.loader.get_source(environment, _VIS)[0] if small else ""
        vis = vis.split("//# sourceMappingURL")[0]
        self.vis = compressed(vis) if small else ""  # the library, no data in it
        script, loader = _script(), _asset("loader.js")  # our own, no data in them
        css = _bare(_asset("page.css"))
        self.script = compressed(script)
        self.loader, self.css = Markup(loader), Markup(css)
        self.policy = _policy([loader, script, *([vis] if small else [])], [css])
        packer = Packer(_base([node["iri"] for node in shown.nodes]))
        self.data = _block(_dumped(self._first(packer)))
        self.more = _block("\n".join(f"{name} {_dumped(part)}" for name, part in self._more(packer)))

    def _first(self, packer: Packer) -> Json:
        """What the first picture needs."""
        shown = self._shown
        facts = [fact for line in shown.lines for fact in line["facts"]]
        many = Counter(fact["family"] for fact in facts)
        classes = _classes(shown.nodes)
        return {
            "engine": "vis" if self.vis else "canvas",
            "base": packer.base,
            "ontology": KG.namespace,
            "codes": CODE.namespace,
            "classes": [{"id": name, "name": style.name, "shape": style.shape} for name, style in classes],
            "families": [
                {"id": name, "name": family.name, "relations": family.relations, "many": many[name]}
                for name, family in FAMILIES.items()
            ],
            "counts": {
                "articles": shown.all_articles,
                "facts": len(facts) + sum(len(node["about"]) for node in shown.nodes),
                "all": shown.all,
            },
            "nets": [{key: net[key] for key in HEAD} for net in shown.nets],
            "districts": shown.districts,
            "nodes": packer.first_nodes(shown.nodes, [name for name, _ in classes]),
            "lines": packer.first_lines(shown.lines, list(FAMILIES)),
        }

    def _more(self, packer: Packer) -> Iterator[tuple[str, Any]]:
        """The rest, each column with its name: a browser parses what is asked for."""
        shown = self._shown
        for key, columns in (("nodes", packer.nodes(shown.nodes)), ("lines", packer.lines(shown.lines))):
            yield from ((f"{key}.{name}", column) for name, column in columns.items())
        for net in shown.nets:
            yield from ((f"{net['id']}.{name}", column) for name, column in net.items() if name not in HEAD)
        yield "page.words", packer.words
        yield "page.pieces", [article["pieces"] for article in shown.articles]
        yield (
            "page.articles",
            [{key: part for key, part in article.items() if key != "pieces"} for article in shown.articles],
        )
        yield (
            "page.outlines",
            outlines_around(
                (node["long"], node["lat"]) for node in shown.nodes if "long" in node and "lat" in node
            ),
        )

    @property
    def most_tied(self) -> list[dict[str, str | int]]:
        """The best-connected objects, for readers without JavaScript."""
        ties: dict[int, int] = {}
        for line in self._shown.lines:
            for end in (line["from"], line["to"]):
                ties[end] = ties.get(end, 0) + 1
        order = sorted(self._shown.nodes, key=lambda node: (-ties.get(node["id"], 0), node["id"]))[
            :_MOST_TIED
        ]
        return [
            {
                "name": node["name"],
                "what": CLASSES.get(node["group"], OTHER).name,
                "ties": ties.get(node["id"], 0),
            }
            for node in order
        ]


def _dumped(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _block(text: str) -> tuple[str, Markup]:
    """Type and content of a data element: JSON that can stand in it, compressed when it is large."""
    if len(text) > MOST_PLAIN:
        return "application/gzip", Markup(compressed(text))
    # Escaped just now.
    return "application/json", Markup("".join(_ESCAPES.get(char, char) for char in text))


def _classes(nodes: list[Json]) -> list[tuple[str, Any]]:
    known = {node["group"] for node in nodes} - set(CLASSES)
    return [*CLASSES.items(), *((name, OTHER._replace(name=name)) for name in sorted(known))]


def _base(iris: list[str]) -> str:
    """What all IRIs share, up to the last slash: left out of permanent links."""
    if not iris:
        return ""
    first, last = min(iris), max(iris)
    shared = next(
        (i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last))
    )
    return first[: first.rfind("/", 0, shared) + 1]


def _policy(scripts: list[str], styles: list[str]) -> str:
    """A content security policy that runs the template's own scripts and nothing else, and asks nobody."""

    def hashes(texts: list[str]) -> str:
        digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
        return " ".join(f"'sha256-{digest}'" for digest in digests)

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


@cache
def _script() -> str:
    """The page script: the numbered parts in order, in one function so that they share names with nobody."""
    folder = resources.files("kg.page") / "assets"
    parts = sorted(entry.name for entry in folder.iterdir() if re.match(r"\d\d_.*\.js$", entry.name))
    body = "\n".join(_asset(name) for name in parts)
    return _bare(f'(async () => {{\n"use strict";\n{body}}})();\n')


def _bare(text: str) -> str:
    """Our own script or style sheet without indents and without comments that have lines of their own."""
    return re.sub(r"^[ \t]*(//[^\n]*\n|/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n|\n)?", "", text, flags=re.MULTILINE)


@cache
def _asset(name: str) -> str:
    return (resources.files("kg.page") / "assets" / name).read_text(encoding="utf-8")
