// The picture drawn by ourselves: for PNG, SVG and paper, and by the canvas renderer.

/** Lines in groups that look alike, the strongest on top; with `light` what stands out is drawn last, with arrows. */
function drawLines(ctx, camera, light, everyLine = 1) {
  ctx.lineCap = "round";
  for (const bright of light ? [false, true] : [false]) {
    for (const { lines, colour, width, dash, alpha } of groupsOfNet(net())) {
      ctx.beginPath();
      for (const id of lines) {
        if (!seenLine[id] || Boolean(light && light.lines.has(id)) !== bright) continue;
        if (everyLine > 1 && !bright && id % everyLine) continue;
        const [a, b] = [camera.screen(fromOf(id)), camera.screen(toOf(id))];
        if (Math.max(a.x, b.x) < 0 || Math.max(a.y, b.y) < 0 || Math.min(a.x, b.x) > camera.width || Math.min(a.y, b.y) > camera.height) continue;
        ctx.moveTo(a.x, a.y);
        ctx.lineTo(b.x, b.y);
        if (bright && id < FACT_LINES) arrowHead(ctx, a, b, camera.radius(toOf(id)));
      }
      ctx.setLineDash(dash);
      ctx.strokeStyle = theme.line[colour];
      ctx.globalAlpha = bright ? 1 : light ? 0.1 : alpha;
      ctx.lineWidth = bright ? Math.max(2, width) : width;
      ctx.stroke();
    }
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function arrowHead(ctx, a, b, radius) {
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  const [x, y] = [b.x - Math.cos(angle) * (radius + 3), b.y - Math.sin(angle) * (radius + 3)];
  for (const side of [-0.45, 0.45]) {
    ctx.moveTo(x, y);
    ctx.lineTo(x - 8 * Math.cos(angle + side), y - 8 * Math.sin(angle + side));
  }
}

/** Everything but the labels for a camera: {scale, width, height, radius(id), screen(id)}. */
function drawScene(ctx, camera, light, everyLine = 1, moving = false) {
  if (isOverview(camera)) {
    drawFlowers(ctx, camera, light, moving);
    if (light) for (const id of light.nodes) drawNodeAt(ctx, camera, id, light);
    return;
  }
  drawLines(ctx, camera, light, everyLine);
  const tiny = new Map(); // by colour, one fill each: a path a node would cost more
  for (let i = BY_IMPORTANCE.length - 1; i >= 0; i -= 1) {
    const id = BY_IMPORTANCE[i];
    if (camera.radius(id) >= 2.5 || light) drawNodeAt(ctx, camera, id, light);
    else if (seenNode[id]) {
      if (!tiny.has(colourOf(id))) tiny.set(colourOf(id), []);
      tiny.get(colourOf(id)).push(id);
    }
  }
  for (const [colour, ids] of tiny) {
    ctx.fillStyle = colour;
    for (const id of ids) {
      const { x, y } = camera.screen(id);
      const r = camera.radius(id);
      ctx.fillRect(x - r, y - r, 2 * r, 2 * r);
    }
  }
}

function drawNodeAt(ctx, camera, id, light) {
  if (!seenNode[id]) return;
  const { x, y } = camera.screen(id);
  if (x < -30 || y < -30 || x > camera.width + 30 || y > camera.height + 30) return;
  const r = camera.radius(id);
  const colour = colourOf(id);
  ctx.globalAlpha = light && !light.nodes.has(id) ? 0.18 : 1;
  ctx.fillStyle = colour;
  if (r < 2.5) { // tiny nodes are squares: a path would cost more than it shows
    ctx.fillRect(x - r, y - r, 2 * r, 2 * r);
  } else {
    ctx.save();
    ctx.translate(x, y);
    if (state.node === id || state.goal === id || state.hover === id) {
      ctx.fillStyle = theme.accent;
      ctx.globalAlpha = 0.28;
      ctx.beginPath();
      ctx.arc(0, 0, r + 7, 0, 2 * Math.PI);
      ctx.fill();
      ctx.globalAlpha = 1;
      ctx.fillStyle = colour;
    }
    const shape = new Path2D(shapePath((CLASS.get(NODES[id].group) || {}).shape, r));
    ctx.fill(shape);
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = theme.paper;
    ctx.stroke(shape);
    ctx.restore();
  }
  ctx.globalAlpha = 1;
}

function picturePng() {
  const camera = page.renderer().camera;
  const canvas = document.createElement("canvas");
  canvas.width = camera.width * 2;
  canvas.height = camera.height * 2;
  const ctx = canvas.getContext("2d");
  ctx.scale(2, 2);
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, camera.width, camera.height);
  const light = lit();
  drawScene(ctx, camera, light);
  drawLabels(ctx, camera, light);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

function pictureSvg() {
  const camera = page.renderer().camera;
  const light = lit();
  const dim = (set, id, low) => (light && !light[set].has(id) ? low : 1);
  const number = (value) => value.toFixed(1);
  const svg = s("svg", { xmlns: SVG, width: camera.width, height: camera.height, viewBox: `0 0 ${camera.width} ${camera.height}`, "font-family": theme.font });
  svg.append(s("rect", { width: "100%", height: "100%", fill: theme.paper }));
  for (const line of net().lines.filter((id) => seenLine[id]).map(lineOf)) {
    const [a, b] = [camera.screen(line.from), camera.screen(line.to)];
    svg.append(s("line", { x1: number(a.x), y1: number(a.y), x2: number(b.x), y2: number(b.y), stroke: theme.line[line.family], "stroke-width": line.weight ? 0.8 + Math.min(3, 2 * line.weight) : 1.1,
      "stroke-dasharray": line.family === "place" ? "3 4" : null, "stroke-opacity": 0.45 * dim("lines", line.id, 0.2) },
    s("title", {}, `${NODES[line.from].name} ${line.label} ${NODES[line.to].name}`)));
  }
  for (const id of [...BY_IMPORTANCE].reverse()) {
    if (!seenNode[id]) continue;
    const { x, y } = camera.screen(id);
    svg.append(s("path", { d: shapePath((CLASS.get(NODES[id].group) || {}).shape, camera.radius(id)), transform: `translate(${number(x)} ${number(y)})`,
      fill: colourOf(id), stroke: theme.paper, "stroke-width": 1.5, opacity: dim("nodes", id, 0.2) }, s("title", {}, NODES[id].name)));
  }
  for (const label of placeLabels(camera, light)) {
    const anchor = { e: "start", w: "end" }[label.side] || "middle";
    const x = label.side === "e" ? label.box.x + 2 : label.side === "w" ? label.box.x + label.box.w - 2 : label.box.x + label.box.w / 2;
    label.lines.forEach((text, i) => svg.append(s("text", { x: number(x), y: number(label.box.y + (i + 0.5) * label.size * 1.25 + label.size * 0.36),
      "font-size": label.size, "font-weight": label.strong ? 600 : 400, "text-anchor": anchor, fill: theme.ink, stroke: theme.paper,
      "stroke-width": 3, "paint-order": "stroke", opacity: dim("nodes", label.id, 0.3) }, text)));
  }
  return new XMLSerializer().serializeToString(svg);
}
