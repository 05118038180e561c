// What the reader has chosen, in one place; every part repaints from it. The address bar carries it.

const VIEWS = ["graph", "list", "timeline", "map", "text"];
const state = {
  view: "graph",
  net: "whole",      // the projection that is drawn
  size: "kind",      // what the size of a node says: its class, or a measure
  colour: "kind",    // what its colour says: its class, or its community
  node: null,        // id of the selected node
  line: null,        // id of the selected line
  goal: null,        // id of the node at the other end of a path
  hover: null,
  article: 0,        // article in the reader
  off: new Set(),    // classes that the legend hides
  quiet: new Set(),  // families of lines that the legend hides
  facets: {},        // other filters: name → value
};
const painters = []; // functions (changedKeys: Set) → void

/** What a reader asks for before all data is unpacked is done when it is: a moment later. */
const unpacked = { done: false, wait: null };
function change(patch, options) {
  if (unpacked.done) apply(patch, options);
  else unpacked.wait.then(() => apply(patch, options));
}
function apply(patch, { history: keep = true } = {}) {
  const changed = new Set(Object.keys(patch));
  Object.assign(state, patch);
  if (changed.has("net")) makeTies(net());
  if (shownLine.length < LINES.length || ["off", "quiet", "facets"].some((key) => changed.has(key))) sift();
  if (["off", "quiet", "facets", "net"].some((key) => changed.has(key))) look();
  for (const paint of painters) paint(changed);
  if (keep && !(changed.size === 1 && changed.has("hover"))) writeAddress(changed);
}

// ---- what is shown -----------------------------------------------------------------------------------------
const shownNode = new Uint8Array(NODES.length).fill(1);
let shownLine = new Uint8Array(LINES.length).fill(1);
const seenNode = new Uint8Array(NODES.length);  // what of the shown belongs to the net that is drawn
let seenLine = new Uint8Array(LINES.length);
const filters = { node: [], fact: [] }; // predicates that later parts add
const filtered = () => Object.keys(state.facets).length > 0;
const net = () => NET.get(state.net);

const factShown = (fact) => filters.fact.every((keeps) => keeps(fact));

/** Which nodes and lines pass the legend and the filters. A line whose facts are all filtered out is hidden. */
function sift() {
  if (shownLine.length < LINES.length) [shownLine, seenLine] = [new Uint8Array(LINES.length), new Uint8Array(LINES.length)];
  if (!state.off.size && !state.quiet.size && !filtered()) {
    shownNode.fill(1);
    shownLine.fill(1);
    return;
  }
  const passes = NODES.map((node) => filters.node.every((keeps) => keeps(node)));
  NODES.forEach((node, id) => { shownNode[id] = !state.off.has(node.group) && passes[id] ? 1 : 0; });
  const says = (facts) => facts.some((fact) => !state.quiet.has(fact.family) && factShown(fact));
  const isThere = (occasion, tie) => passes[occasion]
    && says(factsBetween(tie.from, occasion)) && says(factsBetween(tie.to, occasion));
  for (let id = 0; id < LINES.length; id += 1) {
    const line = lineOf(id);
    shownLine[id] = shownNode[line.from] && shownNode[line.to] && (line.occasions
      ? line.occasions.some((occasion) => isThere(occasion, line)) : says(line.facts)) ? 1 : 0;
  }
  if (filtered()) {
    NODES.forEach((node, id) => {
      if (shownNode[id] && degreeOf(id) && !linesOf(id).some((line) => shownLine[line])) shownNode[id] = 0;
    });
  }
}

/** What of the shown is in the net. Under a filter a node of a narrower net without any tie left is not. */
const looked = { times: 0, seen: 0 };
function look() {
  looked.times += 1;
  seenNode.fill(0);
  seenLine.fill(0);
  for (const line of net().lines) seenLine[line] = shownLine[line];
  const alone = net().ties && filtered();
  for (const id of net().nodes) {
    seenNode[id] = shownNode[id] && !(alone && !net().linesOf.get(id).some((line) => seenLine[line])) ? 1 : 0;
  }
  looked.seen = count(seenNode);
}

const count = (flags) => flags.reduce((sum, flag) => sum + flag, 0);

/** Neighbours of a node over seen lines; of an occasion, in a narrower net, all whom it ties. */
function around(id) {
  const nodes = new Set(net().row.has(id) ? [id] : []);
  const lines = new Set();
  for (const line of net().linesOf.get(id) || net().ofOccasion.get(id) || []) {
    if (!seenLine[line]) continue;
    lines.add(line);
    nodes.add(fromOf(line)).add(toOf(line));
  }
  return { nodes, lines };
}

/** Shortest path over seen lines, breadth first; null when there is none. */
function pathBetween(start, goal) {
  const came = new Map([[start, null]]);
  const queue = [start];
  for (let head = 0; head < queue.length && !came.has(goal); head += 1) {
    for (const line of net().linesOf.get(queue[head]) || []) {
      const next = otherEnd(line, queue[head]);
      if (seenLine[line] && !came.has(next)) {
        came.set(next, line);
        queue.push(next);
      }
    }
  }
  if (!came.has(goal)) return null;
  const nodes = new Set([goal]);
  const lines = new Set();
  for (let at = goal; came.get(at) !== null;) {
    const line = came.get(at);
    lines.add(line);
    at = otherEnd(line, at);
    nodes.add(at);
  }
  return { nodes, lines };
}

/** What stands out now: the path, the selected or hovered node with its neighbours, or a line; else null. */
function lit() {
  if (state.goal !== null && state.node !== null) return pathBetween(state.node, state.goal);
  if (state.hover !== null) return around(state.hover);
  if (state.node !== null) return around(state.node);
  if (state.line !== null) {
    const line = lineOf(state.line);
    return { nodes: new Set([line.from, line.to]), lines: new Set([state.line]) };
  }
  return null;
}

// ---- the address -------------------------------------------------------------------------------------------
function address() {
  const parts = new URLSearchParams();
  if (state.view !== "graph") parts.set("v", state.view);
  if (state.net !== "whole") parts.set("net", state.net);
  for (const key of ["size", "colour"]) if (state[key] !== looks(state.net)[key]) parts.set(key, state[key]);
  if (state.view === "text" && state.article) parts.set("a", state.article);
  if (state.node !== null) parts.set("n", shortOf(NODES[state.node]));
  if (state.goal !== null) parts.set("to", shortOf(NODES[state.goal]));
  if (state.line !== null) {
    parts.set("n", shortOf(NODES[fromOf(state.line)]));
    parts.set("with", shortOf(NODES[toOf(state.line)]));
  }
  if (state.off.size) parts.set("off", [...state.off].sort().join("."));
  if (state.quiet.size) parts.set("quiet", [...state.quiet].sort().join("."));
  for (const [key, value] of Object.entries(state.facets)) if (value !== "" && value != null) parts.set(`f.${key}`, value);
  return parts.toString().replace(/%2F/g, "/");
}

let reading = false;
function writeAddress(changed) {
  if (reading) return;
  const hash = `#${address()}`;
  if (hash === (location.hash || "#")) return;
  const step = ["node", "line", "view", "goal", "article", "net"].some((key) => changed.has(key));
  try {
    if (step) history.pushState(null, "", hash);
    else history.replaceState(null, "", hash);
  } catch { /* a sandboxed frame has no history: the page works without */ }
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const first = parts.has("n") ? nodeOfShort(parts.get("n")) : null;
  const second = parts.has("with") ? nodeOfShort(parts.get("with")) : null;
  const asked = NET.get(parts.get("net"));
  const name = asked && asked.many ? asked.id : "whole";
  makeTies(NET.get(name));
  const line = first !== null && second !== null
    ? (NET.get(name).linesOf.get(first) || []).find((id) => otherEnd(id, first) === second) ?? null : null;
  const look = looks(name);
  const known = (list, all) => new Set((list || "").split(".").filter((id) => all.some((one) => one.id === id)));
  const facets = {};
  for (const [key, value] of parts) if (key.startsWith("f.")) facets[key.slice(2)] = value;
  const article = Number(parts.get("a"));
  reading = true;
  apply({
    view: VIEWS.includes(parts.get("v")) ? parts.get("v") : "graph",
    net: name,
    size: (parts.get("size") in MEASURES || parts.get("size") === "kind") ? parts.get("size") : look.size,
    colour: ["kind", "community"].includes(parts.get("colour")) ? parts.get("colour") : look.colour,
    node: line === null ? first : null,
    goal: parts.has("to") ? nodeOfShort(parts.get("to")) : null,
    line, hover: null, facets,
    article: Number.isInteger(article) && article >= 0 && article < ARTICLES.length ? article : 0,
    off: known(parts.get("off"), CLASSES), quiet: known(parts.get("quiet"), FAMILIES),
  }, { history: false });
  reading = false;
}

/** What size and colour say when a net is opened. */
const looks = (name) => (name === "whole" ? { size: "kind", colour: "kind" } : { size: "degree", colour: "community" });
const openNet = (name) => change({ net: name, ...looks(name), node: null, line: null, goal: null, hover: null });

/** Select a node; one that the net does not know, neither as a node nor as an occasion, opens the whole. */
function choose(id) {
  const known = net().row.has(id) || net().ofOccasion.has(id);
  change({ node: id, line: null, goal: null, hover: null, ...(known ? {} : { net: "whole", ...looks("whole") }) });
}
const chooseLine = (id) => change({ line: id, node: null, goal: null, hover: null });
