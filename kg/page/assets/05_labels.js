// Labels: as many as fit without touching one another or a node, the important first. Both renderers use this.

const measured = new Map();
let ruler = null;
function widthOf(text, font) {
  const key = `${font}\n${text}`;
  if (!measured.has(key)) {
    ruler = ruler || document.createElement("canvas").getContext("2d");
    ruler.font = font;
    measured.set(key, ruler.measureText(text).width);
  }
  return measured.get(key);
}

/** Rectangles on the screen that are taken; a hash of cells makes the question cheap. */
class Taken {
  constructor() { this.cells = new Map(); }
  * around(box) {
    for (let x = Math.floor(box.x / 64); x <= Math.floor((box.x + box.w) / 64); x += 1) {
      for (let y = Math.floor(box.y / 64); y <= Math.floor((box.y + box.h) / 64); y += 1) yield `${x},${y}`;
    }
  }
  hits(box, own) {
    for (const cell of this.around(box)) {
      for (const other of this.cells.get(cell) || []) {
        if ((own === undefined || other.own !== own) && box.x < other.x + other.w && other.x < box.x + box.w
            && box.y < other.y + other.h && other.y < box.y + box.h) return true;
      }
    }
    return false;
  }
  add(box, own) {
    const kept = { ...box, own };
    for (const cell of this.around(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(kept);
    }
  }
}

const RADIUS = new Float32Array(NODES.length); // of each node, in picture units
const IMPORTANCE = new Float32Array(NODES.length);
const BY_IMPORTANCE = NODES.map((node) => node.id);
const MOST_LABELS = 320;

/** Size and importance of every node, as the net and the reader's choice want it; what is not in the net is last. */
function weigh() {
  const measure = state.size === "kind" ? null : net()[state.size];
  const most = measure ? measure.reduce((high, value) => Math.max(high, value), 0) || 1 : 1;
  for (const { id, size, group } of NODES) {
    const row = net().row.get(id);
    const share = measure && row !== undefined ? measure[row] / most : 0;
    RADIUS[id] = measure ? 6 + 14 * Math.sqrt(share) : size;
    IMPORTANCE[id] = row === undefined ? -1 : measure ? 100 * share + Math.min(1, net().degree[row] / 1000)
      : size * 4 + Math.min(40, degreeOf(id)) + (group === "event" ? 60 : 0);
  }
  BY_IMPORTANCE.sort((a, b) => IMPORTANCE[b] - IMPORTANCE[a] || a - b);
}

/** Nodes shrink more slowly than the picture: they stay visible when one zooms out. */
const screenSize = (scale) => Math.max(0.2, Math.min(1.5, scale ** 0.6));

/** Narrow upright windows have a layout of their own. */
const upright = { on: false };
/** Where a node stands in the net: [x, y, side of its label]; in the surroundings of one node around that. */
let round = null;
function placeOf(node) {
  if (round?.has(node.id)) return round.get(node.id);
  if (!net().ties) return upright.on ? node.tall : [node.x, node.y, node.side];
  const row = net().row.get(node.id);
  return row === undefined ? [0, 0, "s"] : (upright.on && net().tall.length ? net().tall : net().spots)[row];
}
/** Where the nodes stand in the picture: as placeOf says, until a reader drags one away. */
const X = new Float32Array(NODES.length);
const Y = new Float32Array(NODES.length);
function placeAll() {
  for (const node of NODES) [X[node.id], Y[node.id]] = placeOf(node);
}
const spotOf = (id) => ({ x: X[id], y: Y[id] });
const sideOf = (node) => placeOf(node)[2];

const SIDES = { s: ["s", "e", "w", "n"], n: ["n", "e", "w", "s"], e: ["e", "s", "n", "w"], w: ["w", "s", "n", "e"] };

function boxOf(side, x, y, radius, wide, tall) {
  const gap = radius + 4;
  if (side === "e") return { x: x + gap, y: y - tall / 2, w: wide, h: tall };
  if (side === "w") return { x: x - gap - wide, y: y - tall / 2, w: wide, h: tall };
  return { x: x - wide / 2, y: side === "s" ? y + gap : y - gap - tall, w: wide, h: tall };
}

/** Lines of a label that may stand in the picture: all of it, or the first line alone when there is no room. */
function versionsOf(node) {
  const lines = plain(node.label).split("\n");
  if (lines.length === 1) return [lines];
  return [lines, [`${lines[0].replace(/…$/, "")}…`]];
}

/**
 * Which labels to draw where. `camera` = {scale, screen(node) → {x, y}, radius(node), width, height}.
 * Returns [{id, lines, box, side, font, size, strong}] in screen pixels.
 */
function placeLabels(camera, light) {
  const taken = new Taken();
  for (const box of camera.covered || []) taken.add(box);
  const distant = isOverview(camera);
  const seen = [];
  for (const id of BY_IMPORTANCE) {
    if (!seenNode[id] || (distant && !(light && light.nodes.has(id)))) continue;
    const at = camera.screen(id);
    if (at.x < -80 || at.y < -40 || at.x > camera.width + 80 || at.y > camera.height + 40) continue;
    const radius = camera.radius(id);
    // A dot of a few pixels may lie under a label; a shape may not.
    if (radius > 3) taken.add({ x: at.x - radius, y: at.y - radius, w: 2 * radius, h: 2 * radius }, id);
    if (seen.length < 5 * MOST_LABELS || (light && light.nodes.has(id))) seen.push({ id, at, radius });
    else if (radius <= 3) break; // the rest is less important, and cannot be in the way
  }
  const first = (one) => (light && light.nodes.has(one.id) ? 0 : 1);
  const centre = light && (state.hover ?? state.node);
  seen.sort((a, b) => (b.id === centre) - (a.id === centre) || first(a) - first(b));
  const out = [];
  for (const one of seen) {
    if (out.length >= MOST_LABELS) break;
    const label = labelOf(one, camera, taken, one.id === centre);
    if (label) {
      taken.add(label.box, one.id);
      out.push(label);
    }
  }
  return out;
}

function labelOf({ id, at, radius }, camera, taken, force) {
  const node = NODES[id];
  const strong = node.group === "event" || force;
  const size = Math.round(Math.max(12, Math.min(17, 12.5 * Math.sqrt(camera.scale / 0.6))) + (strong ? 1 : 0));
  const font = `${strong ? 600 : 400} ${size}px ${theme.font}`;
  for (const lines of versionsOf(node)) {
    const wide = Math.max(...lines.map((line) => widthOf(line, font))) + 4;
    const tall = lines.length * size * 1.25 + 2;
    for (const side of SIDES[sideOf(node)]) {
      const box = boxOf(side, at.x, at.y, radius, wide, tall);
      const whole = box.x >= 0 && box.x + box.w <= camera.width;
      if (whole && !taken.hits(box, id)) return { id, lines, box, side, font, size, strong };
    }
  }
  if (!force) return null;
  const lines = versionsOf(node)[0];
  const wide = Math.max(...lines.map((line) => widthOf(line, font))) + 4;
  const side = sideOf(node);
  return { id, lines, side, font, size, strong, box: boxOf(side, at.x, at.y, radius, wide, lines.length * size * 1.25 + 2) };
}

function drawLabel(ctx, label, dim) {
  ctx.font = label.font;
  ctx.textBaseline = "middle";
  ctx.textAlign = label.side === "e" ? "left" : label.side === "w" ? "right" : "center";
  const x = label.side === "e" ? label.box.x + 2 : label.side === "w" ? label.box.x + label.box.w - 2
    : label.box.x + label.box.w / 2;
  ctx.globalAlpha = dim ? 0.25 : 1;
  ctx.lineWidth = 3.5;
  ctx.lineJoin = "round";
  ctx.strokeStyle = theme.paper;
  ctx.fillStyle = theme.ink;
  label.lines.forEach((text, i) => {
    const y = label.box.y + 1 + (i + 0.5) * label.size * 1.25;
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  });
  ctx.globalAlpha = 1;
}

/** What the lines that stand out say, where it touches no node and no other label. */
function drawLineLabels(ctx, camera, light, labels) {
  const taken = new Taken();
  for (const label of labels) taken.add(label.box);
  for (const id of light.nodes) {
    const { x, y } = camera.screen(id);
    const r = camera.radius(id);
    taken.add({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });
  }
  const font = `12px ${theme.font}`;
  ctx.font = font;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const centre = state.hover ?? state.node;
  for (const id of light.lines) {
    const line = lineOf(id);
    const [a, b] = line.from === centre ? [line.from, line.to] : [line.to, line.from];
    const [near, far] = [camera.screen(a), camera.screen(b)];
    const text = clip(plain(line.label), 14);
    const wide = widthOf(text, font) + 8;
    // Away from the middle, where the lines of a flower have room; else half-way.
    const spot = [0.62, 0.5, 0.74].map((part) => ({ x: near.x + (far.x - near.x) * part - wide / 2, y: near.y + (far.y - near.y) * part - 9, w: wide, h: 18 }))
      .find((box) => !taken.hits(box));
    if (!spot) continue;
    taken.add(spot);
    ctx.fillStyle = theme.paper;
    ctx.globalAlpha = 0.88;
    ctx.fillRect(spot.x, spot.y, spot.w, spot.h);
    ctx.globalAlpha = 1;
    ctx.fillStyle = theme.faint;
    ctx.fillText(text, spot.x + wide / 2, spot.y + 9);
  }
}

/** All labels of a picture. */
function drawLabels(ctx, camera, light) {
  const labels = placeLabels(camera, light);
  if (isOverview(camera) && !light) drawFlowerLabels(ctx, camera, labels);
  if (light && light.lines.size <= 60) drawLineLabels(ctx, camera, light, labels.filter((label) => light.nodes.has(label.id)));
  for (const label of labels) drawLabel(ctx, label, light && !light.nodes.has(label.id));
}
