// The overview: far out, a large graph is not a hairball but discs with a name and a count. What is a community is
// one disc; near enough it is its flowers (the meetings and agreements in it), nearer still the nodes themselves.

const FLOWERS = [];   // the flowers of the net: in the whole those of the layout, in a narrower one its communities
const DISTRICTS = []; // communities of the whole, where it has many flowers
const TIES = {};        // between them, [a, b, weight], the strongest first; and which disc a node is in
const flowerTies = () => (TIES.flowers ||= tiesBetween(FLOWERS, TIES.flowerOf));
const districtTies = () => (TIES.districts ||= tiesBetween(DISTRICTS, TIES.districtOf));

function discOf(ids) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const id of ids) [left, right, top, bottom] = [Math.min(left, X[id]), Math.max(right, X[id]), Math.min(top, Y[id]), Math.max(bottom, Y[id])];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return { ids, heart: ids[0], x, y, r: ids.reduce((far, id) => Math.max(far, Math.hypot(X[id] - x, Y[id] - y)), 0) + 24 };
}
/** Discs of the nodes of each number, the largest first; and which disc a node is in. */
function discsBy(discs, numberOf) {
  discs.length = 0;
  const byNumber = new Map();
  for (const id of BY_IMPORTANCE) {
    const number = numberOf(id);
    if (number === undefined || number < 0) continue;
    if (!byNumber.has(number)) byNumber.set(number, []);
    byNumber.get(number).push(id);
  }
  discs.push(...[...byNumber.values()].map(discOf).sort((a, b) => b.ids.length - a.ids.length || a.heart - b.heart));
  const of = new Int32Array(NODES.length).fill(-1);
  discs.forEach(({ ids }, index) => { for (const id of ids) of[id] = index; });
  return of;
}
function tiesBetween(discs, of) {
  const between = new Map();
  for (const id of net().lines) {
    const [a, b] = [of[fromOf(id)], of[toOf(id)]];
    if (a === b || a < 0 || b < 0) continue;
    const key = Math.min(a, b) * discs.length + Math.max(a, b);
    between.set(key, (between.get(key) || 0) + 1);
  }
  return [...between].map(([key, weight]) => [Math.floor(key / discs.length), key % discs.length, weight]).sort((a, b) => b[2] - a[2]);
}

function gatherFlowers() {
  const flowerOf = discsBy(FLOWERS, (id) => (net().ties ? net().community[net().row.get(id)] : NODES[id].flower));
  const many = !net().ties && DATA.districts.length > 0;
  const districtOf = discsBy(DISTRICTS, (id) => (many ? DATA.districts[NODES[id].flower] : undefined));
  // Counted when first drawn: the first picture shows those of one kind only.
  Object.assign(TIES, { flowers: null, districts: null, flowerOf, districtOf });
  for (const district of DISTRICTS) Object.assign(district, { names: namesIn(district.ids), classes: [] });
  for (const flower of FLOWERS) {
    flower.district = DISTRICTS[districtOf[flower.heart]];
    flower.names = [clip(NODES[flower.heart].label.replace(/\n/g, ""), 12)];
  }
}

/** What a community is known by: its best-connected place (or body) and person. */
function namesIn(ids) {
  const best = (...groups) => ids.filter((id) => groups.includes(NODES[id].group))
    .reduce((high, id) => (high === null || degreeOf(id) > degreeOf(high) ? id : high), null);
  const names = [best("place") ?? best("organization", "group"), best("person")].filter((id) => id !== null);
  return (names.length ? names : [ids[0]]).map((id) => clip(NODES[id].name, 8));
}

const OPENED = 170; // pixels of radius from which a community shows the flowers in it
/** The discs that are drawn now. */
function discs(camera) {
  if (!DISTRICTS.length) return FLOWERS;
  for (const district of DISTRICTS) district.open = district.r * camera.scale > OPENED;
  return [...DISTRICTS.filter((district) => !district.open), ...FLOWERS.filter((flower) => !flower.district || flower.district.open)];
}

const FAR = 0.15; // picture scale below which names of single nodes would be guesswork
const isOverview = (camera) => looked.seen > 300 && camera.scale < FAR;
/** How many of a flower are seen; counted again when what is seen has changed. */
function shownIn(flower) {
  if (flower.counted !== looked.times) {
    flower.counted = looked.times;
    flower.shown = flower.ids.reduce((sum, id) => sum + seenNode[id], 0);
    if (flower.classes) flower.classes = CLASSES.map(({ id: group }) => [group, flower.ids.reduce((sum, id) => sum + (seenNode[id] && NODES[id].group === group ? 1 : 0), 0)]);
  }
  return flower.shown;
}

function flowerSpot(camera, flower) {
  const { x, y } = camera.point(flower.x, flower.y);
  return { x, y, r: Math.max(2, flower.r * camera.scale) };
}

const MOST_FLOWER_TIES = { still: 4000, moving: 600 };

function drawFlowers(ctx, camera, light, moving = false) {
  const most = moving ? MOST_FLOWER_TIES.moving : MOST_FLOWER_TIES.still;
  const now = discs(camera);
  if (DISTRICTS.length) drawFlowerTies(ctx, camera, light, DISTRICTS, districtTies().filter(([a, b]) => !DISTRICTS[a].open && !DISTRICTS[b].open).slice(0, most));
  const isDrawn = ({ district }) => !district || district.open;
  if (FLOWERS.some(isDrawn)) drawFlowerTies(ctx, camera, light, FLOWERS, flowerTies().filter(([a, b]) => isDrawn(FLOWERS[a]) && isDrawn(FLOWERS[b])).slice(0, most));
  const alike = new Map(); // discs of one colour and strength are one path: a path each would cost more
  for (const flower of now) {
    const part = Math.ceil(4 * shownIn(flower) / flower.ids.length) / 4;
    const spot = flowerSpot(camera, flower);
    if (!part || spot.x + spot.r < 0 || spot.y + spot.r < 0 || spot.x - spot.r > camera.width || spot.y - spot.r > camera.height) continue;
    const colour = flower.classes ? theme.faint : colourOf(flower.heart);
    const key = `${colour} ${part}`;
    if (!alike.has(key)) alike.set(key, { colour, part, spots: [] });
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
    for (const [style, alpha] of [[theme.paper, 1], [colour, (light ? 0.12 : 0.3) * (0.3 + 0.7 * part)]]) {
      ctx.fillStyle = style;
      ctx.globalAlpha = alpha;
      ctx.fill();
    }
    ctx.globalAlpha = light ? 0.3 : 0.9;
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.2;
    ctx.stroke();
  }
  for (const district of now) if (district.classes && shownIn(district)) drawShares(ctx, flowerSpot(camera, district), district, light);
  ctx.globalAlpha = 1;
  if (light) drawLines(ctx, camera, light, Infinity);
}

/** The rim of a community: what share of it each class has, in the colours of the legend. */
function drawShares(ctx, { x, y, r }, { classes, shown }, light) {
  if (r < 6) return;
  ctx.lineWidth = Math.min(7, r / 4);
  ctx.globalAlpha = light ? 0.2 : 0.85;
  let from = -Math.PI / 2;
  for (const [group, many] of classes) {
    if (!many) continue;
    const to = from + (2 * Math.PI * many) / shown;
    ctx.strokeStyle = theme.node[group];
    ctx.beginPath();
    ctx.arc(x, y, Math.max(1, r - ctx.lineWidth / 2), from, to);
    ctx.stroke();
    from = to;
  }
}

/** The strongest ties between discs, in three widths. */
function drawFlowerTies(ctx, camera, light, all, ties) {
  ctx.strokeStyle = theme.line.participation;
  for (const [least, width, alpha] of [[0, 0.8, 0.14], [3, 1.6, 0.3], [12, 3.2, 0.5]]) {
    const below = { 0: 3, 3: 12, 12: Infinity }[least];
    ctx.beginPath();
    for (const [a, b, weight] of ties) {
      if (weight < least || weight >= below || !shownIn(all[a]) || !shownIn(all[b])) continue;
      const [from, to] = [flowerSpot(camera, all[a]), flowerSpot(camera, all[b])];
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
    }
    ctx.globalAlpha = light ? 0.06 : alpha;
    ctx.lineWidth = width;
    ctx.stroke();
  }
}

const MOST_FLOWER_LABELS = 120;
/** Names and count of as many flowers as there is room for, the largest first: over no other disc of some size. */
function drawFlowerLabels(ctx, camera, labels) {
  const taken = new Taken();
  for (const box of camera.covered || []) taken.add(box);
  for (const label of labels) taken.add(label.box);
  const seen = discs(camera).map((flower) => ({ flower, ...flowerSpot(camera, flower) }))
    .filter(({ flower, x, y }) => shownIn(flower) && x >= 0 && y >= 0 && x <= camera.width && y <= camera.height);
  for (const { flower, x, y, r } of seen) if (r > 12) taken.add({ x: x - 0.8 * r, y: y - 0.8 * r, w: 1.6 * r, h: 1.6 * r }, flower);
  const font = `13px ${theme.font}`;
  let drawn = 0;
  for (const { flower, x, y } of seen) {
    if (drawn >= MOST_FLOWER_LABELS) break;
    const names = flower.names.map(plain);
    for (const lines of [[...names, String(shownIn(flower))], [names[0], String(shownIn(flower))], [names[0]]]) {
      const wide = Math.max(...lines.map((line) => widthOf(line, font))) + 6;
      const tall = 16.25 * lines.length + 2;
      const box = { x: Math.max(0, Math.min(camera.width - wide, x - wide / 2)), y: y - tall / 2, w: wide, h: tall };
      if (taken.hits(box, flower)) continue;
      taken.add(box);
      drawn += 1;
      drawLabel(ctx, { lines, box, side: "s", font, size: 13 }, false);
      break;
    }
  }
}

/** The flower under a point of the screen, or null. */
function flowerAt(camera, { x, y }) {
  let best = null;
  for (const flower of discs(camera)) {
    if (!shownIn(flower)) continue;
    const spot = flowerSpot(camera, flower);
    const far = Math.hypot(spot.x - x, spot.y - y);
    if (far < spot.r + 3 && (!best || far < best.far)) best = { far, flower };
  }
  return best && best.flower;
}
