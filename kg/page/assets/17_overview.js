// The overview: far out, a large graph is not a hairball but its flowers as discs with their name and count.
// Zooming in, or a click on a disc, shows the nodes in it.

const FLOWERS = [];
let flowerTies = [];

/** The flowers of the net: in the whole those of the layout, in a narrower one its communities. */
function gatherFlowers() {
  FLOWERS.length = 0;
  const byNumber = new Map();
  for (const id of BY_IMPORTANCE) {
    const number = net().ties ? net().community[net().row.get(id)] : NODES[id].flower;
    if (number === undefined || number < 0) continue;
    if (!byNumber.has(number)) byNumber.set(number, []);
    byNumber.get(number).push(id);
  }
  for (const ids of byNumber.values()) {
    const spots = ids.map((id) => spotOf(NODES[id]));
    const x = spots.reduce((sum, spot) => sum + spot.x, 0) / ids.length;
    const y = spots.reduce((sum, spot) => sum + spot.y, 0) / ids.length;
    FLOWERS.push({ ids, heart: ids[0], x, y, r: Math.max(...spots.map((spot) => Math.hypot(spot.x - x, spot.y - y))) + 24 });
  }
  FLOWERS.sort((a, b) => b.ids.length - a.ids.length || a.heart - b.heart);
  const flowerOf = new Map(FLOWERS.flatMap((flower, index) => flower.ids.map((id) => [id, index])));
  const between = new Map();
  for (const line of net().lines.map((id) => LINES[id])) {
    const [a, b] = [flowerOf.get(line.from), flowerOf.get(line.to)];
    if (a === b || a === undefined || b === undefined) continue;
    const key = a < b ? a * FLOWERS.length + b : b * FLOWERS.length + a;
    between.set(key, (between.get(key) || 0) + 1);
  }
  flowerTies = [...between].map(([key, weight]) => [Math.floor(key / FLOWERS.length), key % FLOWERS.length, weight]);
}

const FAR = 0.15; // picture scale below which names of single nodes would be guesswork
const isOverview = (camera) => net().nodes.length > 300 && camera.scale < FAR;
const shownIn = (flower) => flower.ids.reduce((sum, id) => sum + seenNode[id], 0);

function flowerSpot(camera, flower) {
  const { x, y } = camera.point(flower.x, flower.y);
  return { x, y, r: Math.max(3, flower.r * camera.scale) };
}

function drawFlowers(ctx, camera, light) {
  ctx.strokeStyle = theme.line.participation;
  for (const [a, b, weight] of flowerTies) {
    const [from, to] = [flowerSpot(camera, FLOWERS[a]), flowerSpot(camera, FLOWERS[b])];
    ctx.globalAlpha = light ? 0.06 : Math.min(0.5, 0.1 + weight / 20);
    ctx.lineWidth = Math.min(5, 0.6 + Math.sqrt(weight) / 2);
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(to.x, to.y);
    ctx.stroke();
  }
  for (const flower of FLOWERS) {
    const part = shownIn(flower) / flower.ids.length;
    if (!part) continue;
    const { x, y, r } = flowerSpot(camera, flower);
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.fillStyle = theme.paper;
    ctx.globalAlpha = 1;
    ctx.fill();
    ctx.fillStyle = colourOf(flower.heart);
    ctx.globalAlpha = (light ? 0.12 : 0.34) * (0.3 + 0.7 * part);
    ctx.fill();
    ctx.globalAlpha = light ? 0.3 : 0.9;
    ctx.strokeStyle = colourOf(flower.heart);
    ctx.lineWidth = 1.2;
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  if (light) drawLines(ctx, camera, light, Infinity);
}

/** Name and count of as many flowers as there is room for, the largest first. */
function drawFlowerLabels(ctx, camera, light, labels) {
  const taken = new Taken();
  for (const box of camera.covered || []) taken.add(box);
  for (const label of labels) taken.add(label.box);
  const font = `13px ${theme.font}`;
  let drawn = 0;
  for (const flower of FLOWERS) {
    if (drawn > 120) break;
    const shown = shownIn(flower);
    const { x, y } = flowerSpot(camera, flower);
    if (!shown || x < 0 || y < 0 || x > camera.width || y > camera.height) continue;
    const lines = [clip(plain(NODES[flower.heart].label).replace(/\n/g, ""), 12), String(shown)];
    const wide = Math.max(...lines.map((line) => widthOf(line, font))) + 6;
    const box = { x: x - wide / 2, y: y - 17, w: wide, h: 34 };
    if (taken.hits(box) || box.x < 0 || box.x + box.w > camera.width) continue;
    taken.add(box);
    drawn += 1;
    drawLabel(ctx, { lines, box, side: "s", font, size: 13 }, Boolean(light));
  }
}

/** The flower under a point of the screen, or null. */
function flowerAt(camera, { x, y }) {
  let best = null;
  for (const flower of FLOWERS) {
    if (!shownIn(flower)) continue;
    const spot = flowerSpot(camera, flower);
    const far = Math.hypot(spot.x - x, spot.y - y);
    if (far < spot.r + 3 && (!best || far < best.far)) best = { far, flower };
  }
  return best && best.flower;
}
