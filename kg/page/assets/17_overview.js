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
  flowerTies = [...between].map(([key, weight]) => [Math.floor(key / FLOWERS.length), key % FLOWERS.length, weight])
    .sort((a, b) => b[2] - a[2]);
}

const FAR = 0.15; // picture scale below which names of single nodes would be guesswork
const isOverview = (camera) => net().nodes.length > 300 && camera.scale < FAR;
/** How many of a flower are seen; counted again when what is seen has changed. */
function shownIn(flower) {
  if (flower.counted !== looked.times) {
    flower.counted = looked.times;
    flower.shown = flower.ids.reduce((sum, id) => sum + seenNode[id], 0);
  }
  return flower.shown;
}

function flowerSpot(camera, flower) {
  const { x, y } = camera.point(flower.x, flower.y);
  return { x, y, r: Math.max(3, flower.r * camera.scale) };
}

const MOST_FLOWER_TIES = { still: 4000, moving: 600 };

function drawFlowers(ctx, camera, light, moving = false) {
  drawFlowerTies(ctx, camera, light, moving ? MOST_FLOWER_TIES.moving : MOST_FLOWER_TIES.still);
  const alike = new Map(); // discs of one colour and strength are one path: a path each would cost more
  for (const flower of FLOWERS) {
    const part = Math.ceil(4 * shownIn(flower) / flower.ids.length) / 4;
    const spot = flowerSpot(camera, flower);
    if (!part || spot.x + spot.r < 0 || spot.y + spot.r < 0 || spot.x - spot.r > camera.width || spot.y - spot.r > camera.height) continue;
    const key = `${colourOf(flower.heart)} ${part}`;
    if (!alike.has(key)) alike.set(key, { colour: colourOf(flower.heart), part, spots: [] });
    alike.get(key).spots.push(spot);
  }
  for (const { colour, part, spots } of alike.values()) {
    ctx.beginPath();
    for (const { x, y, r } of spots) {
      if (r < 4) ctx.rect(x - r, y - r, 2 * r, 2 * r);
      else {
        ctx.moveTo(x + r, y);
        ctx.arc(x, y, r, 0, 2 * Math.PI);
      }
    }
    for (const [style, alpha] of [[theme.paper, 1], [colour, (light ? 0.12 : 0.34) * (0.3 + 0.7 * part)]]) {
      ctx.fillStyle = style;
      ctx.globalAlpha = alpha;
      ctx.fill();
    }
    ctx.globalAlpha = light ? 0.3 : 0.9;
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.2;
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  if (light) drawLines(ctx, camera, light, Infinity);
}

/** The strongest ties between flowers, in three widths. */
function drawFlowerTies(ctx, camera, light, most) {
  ctx.strokeStyle = theme.line.participation;
  for (const [least, width, alpha] of [[0, 0.8, 0.14], [3, 1.6, 0.3], [12, 3.2, 0.5]]) {
    const below = { 0: 3, 3: 12, 12: Infinity }[least];
    ctx.beginPath();
    for (const [a, b, weight] of flowerTies.slice(0, most)) {
      if (weight < least || weight >= below) continue;
      const [from, to] = [flowerSpot(camera, FLOWERS[a]), flowerSpot(camera, FLOWERS[b])];
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
    }
    ctx.globalAlpha = light ? 0.06 : alpha;
    ctx.lineWidth = width;
    ctx.stroke();
  }
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
