// Puts the parts together: views, keys, pointer, theme, the first picture.

const page = { current: null, renderer: () => page.current };

function show(view) {
  if (state.view !== view) change({ view });
}

/** Free space that the legend and the buttons leave around the picture. */
function insets() {
  const legend = $("legend");
  return innerWidth < 720 ? { left: 30, right: 44, top: 48, bottom: 40 }
    : { left: (legend.open ? legend.offsetWidth + 12 : 0) + 60, right: 84, top: 44, bottom: 52 };
}

function paintView(changed) {
  if (!changed.has("view")) return;
  for (const view of VIEWS) {
    $(`view-${view}`).hidden = state.view !== view;
    const tab = $(`tab-${view}`);
    tab.setAttribute("aria-selected", String(state.view === view));
    tab.tabIndex = state.view === view ? 0 : -1;
  }
  document.body.dataset.view = state.view;
}

let framedOnce = false;
function first() {
  if (framedOnce || !$("canvas").clientWidth) return;
  framedOnce = true;
  arrange();
  page.current.fit(null, false);
}

/** Lay the net out: sizes and places of its nodes, its flowers. */
function arrange() {
  round = roundPlaces();
  placeAll();
  weigh();
  gatherFlowers();
  page.current.arrange();
}

function paintNet(changed) {
  if (!framedOnce) {
    if (state.view === "graph") first();
    else if (changed.has("net") || changed.has("size")) weigh(); // lists go by importance too
    return;
  }
  if (changed.has("view") && state.view === "graph") page.current.size();
  if (!["net", "size", "colour", "facets", "off", "quiet"].some((key) => changed.has(key))) return;
  const before = round;
  if (before || focused() !== null || ["net", "size", "colour"].some((key) => changed.has(key))) arrange();
  if (changed.has("net") || before !== round) page.current.fit(null, false);
}

function startTabs() {
  for (const view of VIEWS) $(`tab-${view}`).addEventListener("click", () => show(view));
  $("tabs").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = VIEWS[(VIEWS.indexOf(state.view) + step + VIEWS.length) % VIEWS.length];
    show(next);
    $(`tab-${next}`).focus();
  });
}

/** Arrow keys on the picture: with a node chosen, walk to the neighbour that lies that way; else move the picture. */
function walk(dx, dy) {
  if (state.node === null || !seenNode[state.node]) return page.current.pan(dx * 60, dy * 60);
  const here = page.current.place(state.node);
  let best = null;
  for (const id of around(state.node).nodes) {
    if (id === state.node) continue;
    const there = page.current.place(id);
    const [x, y] = [there.x - here.x, there.y - here.y];
    const far = Math.hypot(x, y) || 1;
    const towards = (x * dx + y * dy) / far;
    if (towards > 0.4 && (!best || towards - far / 1e5 > best.score)) best = { id, score: towards - far / 1e5 };
  }
  return best && choose(best.id);
}

/** Zoom what is on the screen; 0 shows all of it. */
function zoom(factor) {
  if (state.view === "map") zoomMap(factor);
  else if (factor) page.current.zoom(factor);
  else page.current.fit(null);
}

function onKey(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "Escape") {
    if ($("help").open) return;
    $("export").removeAttribute("open");
    endPath();
    if (state.node !== null || state.line !== null || document.body.classList.contains("chosen")) change({ node: null, line: null, goal: null, hover: null });
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = {
    "/": () => $("search-input").focus(),
    "?": () => $("help").showModal(),
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: () => zoom(0),
    1: () => show("graph"), 2: () => show("list"), 3: () => show("timeline"), 4: () => show("map"), 5: () => show("text"),
  }[event.key];
  const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (arrow && event.target.closest && event.target.closest("#canvas")) {
    event.preventDefault();
    walk(...arrow);
  } else if (act) {
    event.preventDefault();
    act();
  }
}

function startButtons() {
  $("zoom-in").addEventListener("click", () => page.current.zoom(1.3));
  $("zoom-out").addEventListener("click", () => page.current.zoom(1 / 1.3));
  $("zoom-all").addEventListener("click", () => page.current.fit(null));
  $("loosen").addEventListener("click", (event) => {
    const go = event.currentTarget.getAttribute("aria-pressed") !== "true";
    event.currentTarget.setAttribute("aria-pressed", String(go));
    page.current.loosen(go);
  });
  addEventListener("beforeprint", startPaper);
  $("panel-close").addEventListener("click", () => {
    change({ node: null, line: null, goal: null, hover: null });
    document.body.classList.remove("chosen");
    $("canvas").focus({ preventScroll: true });
  });
  $("help-open").addEventListener("click", () => $("help").showModal());
  document.addEventListener("click", (event) => {
    if (!$("export").contains(event.target)) $("export").removeAttribute("open");
  });
}

/** What waits for all data: the filters, search, and what the address asks for. */
async function startRest() {
  await unpackMore();
  startFacets();
  unpacked.done = true;
  if (page.current) paintPanel(new Set(["node"])); // its links have addresses now
}

const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
const parsed = () => new Promise((done) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
  else done();
});

function startRenderer() {
  let waiting = 0;
  page.current = (DATA.engine === "vis" ? visRenderer : canvasRenderer)($("canvas"), {
    node: picked,
    line: chooseLine,
    open: openNode,
    nothing: () => { if (state.node !== null || state.line !== null) change({ node: null, line: null, goal: null, hover: null }); },
    hover: (id) => { // a moment's wait, so that crossing the picture does not make it flicker
      clearTimeout(waiting);
      waiting = setTimeout(() => change({ hover: id }, { history: false }), id === null ? 60 : 90);
    },
  });
  $("loosen").hidden = !page.current.loosen || NODES.length > 500;
  painters.unshift(paintView, paintNet); // before the views, which measure the room that they get
  painters.push((changed) => { if (state.view === "graph") page.current.redraw(changed); });
}

function listen() {
  document.addEventListener("keydown", onKey);
  for (const event of ["popstate", "hashchange"]) addEventListener(event, () => unpacked.wait.then(readAddress));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readTheme(); page.current.redraw(new Set()); });
  let resized = 0;
  addEventListener("resize", () => {
    clearTimeout(resized);
    resized = setTimeout(() => { page.current.size(); if (state.view === "map") paintMap(); }, 120);
  });
}

const MOST_AT_ONCE = 2000; // nodes of a page that unpacks everything without waiting for the picture
async function start() {
  const plainOpening = location.hash.length < 2;
  const drawn = plainOpening && NODES.length > MOST_AT_ONCE ? frame().then(frame) : Promise.resolve();
  unpacked.wait = drawn.then(parsed).then(startRest);
  readTheme();
  upright.on = $("canvas").clientHeight > 1.2 * $("canvas").clientWidth;
  startLegend();
  startSearch();
  startTabs();
  startButtons();
  startExport();
  startMap();
  if (innerWidth < 1100) $("legend").removeAttribute("open");
  if (!plainOpening) await unpacked.wait; // a picture of something needs to know what that is
  if (DATA.engine === "vis") await startVis();
  startRenderer();
  listen();
  readAddress();
  first();
  if (state.node !== null && state.view === "graph") page.current.fit([...around(state.node).nodes], false);
  document.body.classList.add("ready");
  await unpacked.wait;
  document.body.classList.add("whole");
}
async function startVis() {
  await parsed();
  document.head.append(Object.assign(document.createElement("script"), { text: await textOf($("kg-vis")) }));
}
await start();
