// The surroundings of one thing: what is shown of them, and where it stands: around it, step by step.

/** Nodes within some steps of one node, over all lines of classes and families that the legend shows. */
function within(start, steps) {
  const reached = new Set([start]);
  let rim = [start];
  for (let step = 0; step < steps; step += 1) rim = rim.flatMap((id) => beyond(id)).filter((id) => !reached.has(id) && reached.add(id));
  return reached;
}
function beyond(id) {
  return linesOf(id).filter((line) => lineOf(line).facts.some((fact) => !state.quiet.has(fact.family)))
    .map((line) => otherEnd(line, id)).filter((other) => !state.off.has(NODES[other].group));
}

/** Show only what lies around a node; one step more or less expands or collapses it. */
function focusOn(id, steps) {
  const facets = { ...state.facets };
  for (const key of ["around", "steps", "more"]) delete facets[key];
  if (id !== null) Object.assign(facets, { around: shortOf(NODES[id]), steps: String(Math.max(1, Math.min(6, steps))) });
  change({ facets });
  if (state.view === "graph") page.renderer().fit(null);
}
const focused = () => (state.facets.around ? nodeOfShort(state.facets.around) : null);

/** Nodes that the reader has opened beside the one in the middle. */
const opened = () => (state.facets.more || "").split(" ").filter(Boolean).map(nodeOfShort).filter((id) => id !== null);
function openNode(id) {
  if (focused() === null) return focusOn(id, 1);
  const more = opened().includes(id) ? opened().filter((other) => other !== id) : [...opened(), id];
  const facets = { ...state.facets, more: more.map((other) => shortOf(NODES[other])).join(" ") };
  if (!more.length) delete facets.more;
  change({ facets });
  return page.renderer().fit(null);
}

const inFocus = { key: "", nodes: null };
/** All nodes around the one in focus; null when there is none. */
function focusNodes() {
  const start = focused();
  if (start === null) return null;
  const key = [start, state.facets.steps, state.facets.more, [...state.off].join(), [...state.quiet].join()].join(" ");
  if (inFocus.key !== key) {
    const nodes = within(start, Number(state.facets.steps) || 1);
    for (const id of opened()) for (const other of [id, ...beyond(id)]) nodes.add(other);
    Object.assign(inFocus, { key, nodes });
  }
  return inFocus.nodes;
}

const MOST_ROUND = 600; // nodes up to which the surroundings get a picture of their own
const RING = { first: 150, next: 125, room: 46 }; // of the first ring, between rings, for one node: in picture units

/** Places around the node in focus: [x, y, side of the label] by id; null when the picture stays as it is. */
function roundPlaces() {
  const start = focused();
  if (start === null || looked.seen > MOST_ROUND || net().ties) return null;
  const children = new Map([[start, []]]);
  const queue = [start];
  for (let head = 0; head < queue.length; head += 1) {
    const found = [...around(queue[head]).nodes].filter((id) => !children.has(id))
      .sort((a, b) => CLASS_RANK.get(NODES[a].group) - CLASS_RANK.get(NODES[b].group) || a - b);
    for (const id of found) { children.set(id, []); queue.push(id); }
    children.set(queue[head], found);
  }
  const leaves = new Map();
  for (const id of [...queue].reverse()) leaves.set(id, Math.max(1, children.get(id).reduce((sum, child) => sum + leaves.get(child), 0)));
  const places = new Map([[start, [0, 0, "s"]]]);
  let level = [{ id: start, from: -Math.PI, to: Math.PI }];
  for (let radius = 0; level.length;) {
    level = level.flatMap(({ id, from, to }) => {
      let at = from;
      return children.get(id).map((child) => ({ id: child, from: at, to: (at += ((to - from) * leaves.get(child)) / leaves.get(id)) }));
    });
    const narrow = level.reduce((least, { from, to }) => Math.min(least, to - from), 2 * Math.PI);
    radius = Math.max(radius ? radius + RING.next : RING.first, Math.min(RING.room / narrow, (level.length * RING.room) / 2));
    for (const { id, from, to } of level) places.set(id, roundPlace((from + to) / 2, radius));
  }
  return places;
}
const CLASS_RANK = new Map(CLASSES.map((one, index) => [one.id, index]));
function roundPlace(angle, radius) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const side = Math.abs(cos) > 0.5 ? (cos > 0 ? "e" : "w") : sin > 0 ? "s" : "n";
  return [Math.round(cos * radius * (upright.on ? 0.8 : 1.2)), Math.round(sin * radius), side];
}

function startFocus() {
  filters.node.push((node) => focusNodes()?.has(node.id) ?? true);
  const step = (by) => focusOn(focused(), Number(state.facets.steps) + by);
  $("focus-more").addEventListener("click", () => step(1));
  $("focus-less").addEventListener("click", () => step(-1));
  $("focus-end").addEventListener("click", () => focusOn(null));
  painters.push((changed) => {
    if (!changed.has("facets")) return;
    const start = focused();
    $("focus").hidden = start === null;
    if (start === null) return;
    $("focus-name").textContent = plain(`只看「${clip(NODES[start].name, 14)}」周围 ${state.facets.steps} 步`);
    $("focus-less").disabled = Number(state.facets.steps) <= 1;
    $("focus-more").disabled = Number(state.facets.steps) >= 6;
  });
}
