// The map: places at their coordinates, agreements as arcs between their parties, a dot's size by its relations.

const hasPoint = (node) => node.lat != null && node.long != null;

/** What the reader sees of the map: zoom over the first view, and the shift in pixels. */
const mapView = { zoom: 1, dx: 0, dy: 0 };
const MOST_ARCS = 600;

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The places that the first view fits: all but the few that lie far from the rest (a country among counties). */
function bulk(places) {
  const [lat, long] = [middle(places.map((node) => node.lat)), middle(places.map((node) => node.long))];
  const far = (node) => Math.hypot(node.lat - lat, node.long - long);
  const usual = middle(places.map(far));
  const near = places.filter((node) => far(node) <= Math.max(3, 5 * usual));
  return near.length ? near : places;
}

/** Plate carrée, narrowed to the middle latitude: true enough for a province or a country. */
function projection(points, width, height, margin) {
  const lats = points.map((node) => node.lat);
  const longs = points.map((node) => node.long);
  let [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...longs), Math.max(...longs)];
  const least = 1.5; // degrees; one place alone still gets surroundings
  if (north - south < least) [south, north] = [(south + north - least) / 2, (south + north + least) / 2];
  if (east - west < least) [west, east] = [(west + east - least) / 2, (west + east + least) / 2];
  const narrow = Math.cos(((south + north) / 2) * Math.PI / 180);
  const scale = mapView.zoom * Math.min((width - 2 * margin) / ((east - west) * narrow), (height - 2 * margin) / (north - south));
  const [midLong, midLat] = [(west + east) / 2, (south + north) / 2];
  const [midX, midY] = [width / 2 + mapView.dx, height / 2 + mapView.dy];
  return {
    at: (lat, long) => [midX + (long - midLong) * narrow * scale, midY - (lat - midLat) * scale],
    span: { south: midLat - (height - midY) / scale, north: midLat + midY / scale,
      west: midLong - midX / scale / narrow, east: midLong + (width - midX) / scale / narrow },
  };
}

/** Zoom towards a point of the map (its middle when none is given); 0 goes back to the first view. */
function zoomMap(factor, x, y) {
  const box = $("view-map");
  const [cx, cy] = [(x ?? box.clientWidth / 2) - box.clientWidth / 2, (y ?? box.clientHeight / 2) - box.clientHeight / 2];
  const zoom = factor ? Math.max(0.1, Math.min(60, mapView.zoom * factor)) : 1;
  const by = zoom / mapView.zoom;
  Object.assign(mapView, factor ? { zoom, dx: cx - (cx - mapView.dx) * by, dy: cy - (cy - mapView.dy) * by } : { zoom: 1, dx: 0, dy: 0 });
  paintMap();
}

function startMap() {
  const box = $("view-map");
  let held = null;
  box.addEventListener("wheel", (event) => {
    event.preventDefault();
    const { left, top } = box.getBoundingClientRect();
    zoomMap(Math.exp(-event.deltaY / 500), event.clientX - left, event.clientY - top);
  }, { passive: false });
  box.addEventListener("pointerdown", (event) => { if (event.target.closest("svg")) held = { x: event.clientX, y: event.clientY }; });
  addEventListener("pointermove", (event) => {
    if (!held || Math.hypot(event.clientX - held.x, event.clientY - held.y) < 4) return;
    mapView.dx += event.clientX - held.x;
    mapView.dy += event.clientY - held.y;
    held = { x: event.clientX, y: event.clientY };
    paintMap();
  });
  addEventListener("pointerup", () => { held = null; });
}

function graticule({ at, span }, width, height) {
  const step = [0.25, 0.5, 1, 2, 5, 10, 20].find((one) => (span.east - span.west) / one < 9) || 40;
  const lines = [];
  for (let long = Math.ceil(span.west / step) * step; long < span.east; long += step) {
    const [x] = at(span.south, long);
    lines.push(s("path", { class: "grid", d: `M${x.toFixed(1)} 0V${height}` }), s("text", { class: "degree", x: x + 3, y: height - 6 }, `${+Math.abs(long).toFixed(2)}°${long < 0 ? "W" : "E"}`));
  }
  for (let lat = Math.ceil(span.south / step) * step; lat < span.north; lat += step) {
    const [, y] = at(lat, span.west);
    lines.push(s("path", { class: "grid", d: `M0 ${y.toFixed(1)}H${width}` }), s("text", { class: "degree", x: 4, y: y - 3 }, `${+Math.abs(lat).toFixed(2)}°${lat < 0 ? "S" : "N"}`));
  }
  return lines;
}

/** Coasts and borders: one path a kind. */
let outlineCache = null;
function unpackOutlines() {
  let [x, y] = [0, 0];
  return DATA.outlines.map(([kind, ...steps]) => {
    const points = [];
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      points.push([y / 100, x / 100]);
    }
    return { kind, points };
  });
}
function outlines({ at }) {
  outlineCache ||= unpackOutlines();
  return ["country", "province"].map((kind) => s("path", { class: `outline ${kind}`, d: outlineCache.filter((one) => one.kind === kind)
    .map(({ points }) => `M${points.map(([lat, long]) => at(lat, long).map((value) => value.toFixed(1)).join(" ")).join("L")}`).join("") }));
}

/** Pairs of shown places with the agreements that both are party to. */
function placePairs() {
  const pairs = new Map();
  for (const node of NODES) {
    if (node.group !== "agreement" || !shownNode[node.id]) continue;
    const parties = [...new Set(linesOf(node.id).filter((line) => shownLine[line] && familyOfLine(line) === "agreement")
      .map((line) => otherEnd(line, node.id)).filter((id) => hasPoint(NODES[id])))].sort((a, b) => a - b);
    parties.forEach((first, index) => parties.slice(index + 1).forEach((second) => {
      const key = `${first}-${second}`;
      if (!pairs.has(key)) pairs.set(key, { first, second, agreements: [] });
      pairs.get(key).agreements.push(node.id);
    }));
  }
  return [...pairs.values()].sort((a, b) => b.agreements.length - a.agreements.length);
}

function pairPanel({ first, second, agreements }) {
  change({ node: null, line: null, goal: null }, { history: false });
  const entries = agreements.flatMap((id) => linesOf(id).filter((line) => [first, second].includes(otherEnd(line, id)))
    .flatMap((line) => lineOf(line).facts).map((fact) => ({ fact, parts: [link(fact.from), " ", h("span.rel", null, fact.label), " ", link(fact.to)] })));
  $("panel-body").replaceChildren(h("div.what", null, "两地共同签署"), h("h2", { tabindex: -1 }, link(first), " — ", link(second)),
    h("ul", null, factRows(entries)));
  document.body.classList.add("chosen");
  $("panel-close").hidden = false;
}

function paintMap() {
  const box = $("view-map");
  const places = BY_IMPORTANCE.map((id) => NODES[id]).filter((node) => shownNode[node.id] && hasPoint(node));
  if (!places.length) { box.replaceChildren(h("p", null, "当前显示的部分没有带坐标的地方。")); return; }
  const [width, height] = [Math.max(320, box.clientWidth), Math.max(320, box.clientHeight)];
  const project = projection(bulk(places), width, height, Math.min(110, width / 6));
  const spot = new Map(places.map((node) => [node.id, project.at(node.lat, node.long)]));
  const arcs = placePairs().filter(({ first, second }) => spot.has(first) && spot.has(second)).slice(0, MOST_ARCS).map((pair) => {
    const [[x1, y1], [x2, y2]] = [spot.get(pair.first), spot.get(pair.second)];
    const bend = 0.16;
    const d = `M${x1.toFixed(1)} ${y1.toFixed(1)}Q${((x1 + x2) / 2 + (y2 - y1) * bend).toFixed(1)} ${((y1 + y2) / 2 - (x2 - x1) * bend).toFixed(1)} ${x2.toFixed(1)} ${y2.toFixed(1)}`;
    const name = `${NODES[pair.first].name}与${NODES[pair.second].name}：${pair.agreements.length} 项协议`;
    const open = () => pairPanel(pair);
    return s("g", { class: "arc", tabindex: 0, role: "button", "aria-label": plain(clip(name, 120)), onclick: open,
      onkeydown: (event) => { if (event.key === "Enter") open(); } },
    s("path", { class: "wide", d }), s("path", { class: "thin", d, "stroke-width": Math.min(6, 1 + pair.agreements.length / 3) }));
  });
  const taken = new Taken();
  const radius = new Map(places.map((node) => [node.id, Math.min(14, 5 + Math.sqrt(linesOf(node.id).filter((line) => shownLine[line]).length))]));
  for (const [id, [x, y]] of spot) taken.add({ x: x - radius.get(id), y: y - radius.get(id), w: 2 * radius.get(id), h: 2 * radius.get(id) }, id);
  const dots = places.map((node) => {
    const [x, y] = spot.get(node.id);
    const r = radius.get(node.id);
    const text = clip(node.name, 12);
    const wide = widthOf(text, `14px ${theme.font}`) + 4;
    const side = ["e", "w", "s", "n"].find((one) => !taken.hits(boxOf(one, x, y, r, wide, 18), node.id));
    const label = side && boxOf(side, x, y, r, wide, 18);
    if (label) taken.add(label);
    return s("g", { class: `spot${state.node === node.id ? " on" : ""}`, tabindex: 0, role: "button", "aria-label": plain(clip(node.name, 60)),
      onclick: () => choose(node.id), onkeydown: (event) => { if (event.key === "Enter") choose(node.id); } },
    s("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1) }), s("title", {}, text),
    ...(label ? [s("text", { x: (label.x + 2).toFixed(1), y: (label.y + 14).toFixed(1) }, text)] : []));
  });
  box.replaceChildren(s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "地图：地方与协议" },
    s("g", { "aria-hidden": "true" }, graticule(project, width, height), outlines(project)), ...arcs, ...dots),
  h("div.zoom", { role: "group", "aria-label": "缩放" },
    h("button", { type: "button", "aria-label": "放大", onclick: () => zoomMap(1.5) }, "+"),
    h("button", { type: "button", "aria-label": "缩小", onclick: () => zoomMap(1 / 1.5) }, "−"),
    h("button", { type: "button", "aria-label": "看全图", onclick: () => zoomMap(0) }, "⤢")),
  h("p.caption", null, "点按坐标排列，弧线为两地共同签署的协议，越粗越多。海岸线和境界线取自 Natural Earth（公有领域，已简化），只供辨认方位，不表示对任何边界的立场。"));
}
painters.push((changed) => {
  if (state.view === "map" && ["view", "node", "off", "quiet", "facets"].some((key) => changed.has(key))) paintMap();
});
