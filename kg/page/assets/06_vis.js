// The renderer on vis-network (pyvis' own): camera, dragging and hit testing are its work, the looks are ours.
// A renderer offers: redraw(changed), fit(ids), zoom(factor), place(id), loosen(), picture(factor), size().

function visRenderer(holder, on) {
  const nodes = new vis.DataSet(NODES.map((node) => ({ id: node.id, shape: "custom", size: node.size, ctxRenderer: drawNode })));
  const lines = new vis.DataSet([]);
  const network = new vis.Network(holder, { nodes, edges: lines }, {
    autoResize: true,
    physics: { enabled: false },
    layout: { improvedLayout: false, randomSeed: 1 },
    edges: { smooth: false, hoverWidth: 0, selectionWidth: 0, arrowStrikethrough: false, scaling: { label: false } },
    nodes: { chosen: false },
    interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, tooltipDelay: 3600000,
      hideEdgesOnDrag: FACT_LINES > 4000, hideEdgesOnZoom: FACT_LINES > 4000, zoomSpeed: 0.6 },
  });
  let light = null;

  /** Radius in picture units: on the screen a node never gets tiny when one zooms out. */
  function radiusOf(id) {
    const scale = network ? network.getScale() : 1;
    return RADIUS[id] * screenSize(scale) / scale;
  }

  function drawNode({ ctx, id, x, y, state: { selected, hover } }) {
    const r = radiusOf(id);
    return {
      drawNode() {
        if (isOverview(camera) && !(light && light.nodes.has(id))) return;
        const dim = light && !light.nodes.has(id);
        const scale = network.getScale();
        ctx.save();
        ctx.translate(x, y);
        ctx.globalAlpha = dim ? 0.18 : 1;
        const shape = new Path2D(shapePath((CLASS.get(NODES[id].group) || {}).shape, r));
        if (selected || hover || state.node === id || state.goal === id) {
          ctx.fillStyle = theme.accent;
          ctx.globalAlpha = 0.28;
          ctx.beginPath();
          ctx.arc(0, 0, r + 7 / scale, 0, 2 * Math.PI);
          ctx.fill();
          ctx.globalAlpha = 1;
        }
        ctx.fillStyle = colourOf(id);
        ctx.fill(shape);
        ctx.lineWidth = 1.5 / scale;
        ctx.strokeStyle = theme.paper;
        ctx.stroke(shape);
        ctx.restore();
      },
      nodeDimensions: { width: 2 * r, height: 2 * r },
    };
  }

  const camera = {
    get scale() { return network.getScale(); },
    get width() { return holder.clientWidth; },
    get height() { return holder.clientHeight; },
    get covered() { return coveredBoxes(holder); },
    radius: (id) => radiusOf(id) * network.getScale(),
    screen: (id) => network.canvasToDOM(network.getPosition(id)),
    point: (x, y) => network.canvasToDOM({ x, y }),
  };

  /** Draw in pixels of the screen, not in the units of the picture. */
  function onScreen(draw) {
    return (ctx) => {
      const ratio = ctx.canvas.width / holder.clientWidth;
      ctx.save();
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw(ctx);
      ctx.restore();
    };
  }
  network.on("beforeDrawing", onScreen((ctx) => (isOverview(camera) ? drawFlowers(ctx, camera, light) : drawLines(ctx, camera, light))));
  network.on("afterDrawing", onScreen((ctx) => {
    drawLabels(ctx, camera, light);
  }));
  network.on("click", (event) => {
    const flower = isOverview(camera) ? flowerAt(camera, event.pointer.DOM) : null;
    if (flower) fit(flower.ids);
    else if (event.nodes.length) on.node(event.nodes[0]);
    else if (event.edges.length) on.line(event.edges[0]);
    else on.nothing();
  });
  network.on("doubleClick", (event) => { if (event.nodes.length && !isOverview(camera)) on.open(event.nodes[0]); });
  network.on("hoverNode", (event) => { if (!isOverview(camera)) on.hover(event.node); });
  network.on("blurNode", () => on.hover(null));
  network.on("hoverEdge", () => { holder.classList.add("over"); });
  network.on("blurEdge", () => { holder.classList.remove("over"); });

  /** Put the nodes of the net in their places. vis finds the line under the pointer; drawLines draws it. */
  function arrange() {
    nodes.update(NODES.map((node) => ({ id: node.id, ...spotOf(node.id), hidden: !seenNode[node.id] })));
    lines.clear();
    lines.add(net().lines.map((id) => ({ id, from: fromOf(id), to: toOf(id), color: "rgba(0,0,0,0)", hidden: !seenLine[id] })));
  }

  function redraw(changed) {
    light = lit();
    if (["off", "quiet", "facets"].some((key) => changed.has(key))) {
      nodes.update(NODES.map((node) => ({ id: node.id, hidden: !seenNode[node.id] })));
      lines.update(net().lines.map((id) => ({ id, hidden: !seenLine[id] })));
    }
    network.redraw();
  }

  function fit(ids, animate = true) {
    const all = ids || NODES.filter((node) => seenNode[node.id]).map((node) => node.id);
    if (!all.length || !holder.clientWidth) return;
    const places = network.getPositions(all);
    const { scale, position } = framed(all, (id) => places[id], camera);
    const quick = matchMedia("(prefers-reduced-motion: reduce)").matches;
    network.moveTo({ position, scale, animation: animate && !quick ? { duration: 350, easingFunction: "easeInOutQuad" } : false });
  }

  return {
    name: "vis", redraw, fit, camera, arrange,
    zoom: (factor) => network.moveTo({ scale: network.getScale() * factor }),
    pan: (dx, dy) => {
      const { x, y } = network.getViewPosition();
      network.moveTo({ position: { x: x + dx / network.getScale(), y: y + dy / network.getScale() } });
    },
    place: (id) => network.getPosition(id),
    size: () => { network.redraw(); },
    loosen: (go) => network.setOptions({ physics: go
      ? { enabled: true, solver: "barnesHut", stabilization: false, barnesHut: { springLength: 110, avoidOverlap: 0.5 } }
      : { enabled: false } }),
  };
}

/** Where the legend and the buttons lie over the picture: no label may hide there. */
function coveredBoxes(holder) {
  const origin = holder.getBoundingClientRect();
  return ["#legend", "#view-graph .zoom", "#focus"].map((name) => {
    const box = document.querySelector(name).getBoundingClientRect();
    return { x: box.x - origin.x, y: box.y - origin.y, w: box.width, h: box.height };
  });
}

/** Scale and middle that show these nodes with room for the labels at the rim. */
function framed(ids, placed, camera) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const id of ids) {
    const { x, y } = placed(id);
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  if (ids.length === looked.seen && ids.length > 300 && !round) { // of everything, the discs of the overview too
    for (const { x, y, r } of DISTRICTS.filter(shownIn)) [left, right, top, bottom] = [Math.min(left, x - r), Math.max(right, x + r), Math.min(top, y - r), Math.max(bottom, y + r)];
  }
  const margin = insets();
  const wide = Math.max(60, camera.width - margin.left - margin.right);
  const tall = Math.max(60, camera.height - margin.top - margin.bottom);
  const scale = Math.max(0.002, Math.min(wide / Math.max(1, right - left), tall / Math.max(1, bottom - top), 1.3));
  return { scale, position: {
    x: (left + right) / 2 + (margin.right - margin.left) / 2 / scale,
    y: (top + bottom) / 2 + (margin.bottom - margin.top) / 2 / scale,
  } };
}
