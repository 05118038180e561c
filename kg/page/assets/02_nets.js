// The projections: the whole network, and the narrower ones made from it. One at a time is drawn: the net.

const NETS = DATA.nets; // [{id, name, meaning, many}], later with nodes, degree, strength, between, community, spots, tall, ties
const NET = new Map(NETS.map((net) => [net.id, net]));

const OF_TIE = { people: { unit: "场", with: "同场的人", line: "participation" }, agreements: { unit: "项协议", with: "共同签约", line: "agreement" } };

/** The facts that put the two ends of a tie at its occasions, looked up when asked for. */
function factsOfTie(tie) {
  return tie.occasions.flatMap((occasion) => [tie.from, tie.to].flatMap((end) => factsBetween(end, occasion)));
}
function factsBetween(node, occasion) {
  const line = linesOf[node].find((id) => otherEnd(LINES[id], node) === occasion);
  return line === undefined ? [] : LINES[line].facts;
}

const WHOLE = NET.get("whole");
Object.assign(WHOLE, { nodes: NODES.map((node) => node.id), row: { has: () => true, get: (id) => id }, linesOf: { get: (id) => linesOf[id] },
  ofOccasion: new Map(), lines: FACT_LINES.map((line) => line.id) });
WHOLE.groups = familyGroups(WHOLE);

/** Measures of a net, and the ties of a narrower one. */
function fillNet(net, more) {
  Object.assign(net, more);
  if (!net.ties) return;
  Object.assign(net, { row: new Map(net.nodes.map((id, row) => [id, row])), linesOf: new Map(net.nodes.map((id) => [id, []])), ofOccasion: new Map(), lines: [] });
  for (const [from, to, weight, ...occasions] of net.ties) {
    const tie = { id: LINES.length, from, to, weight, occasions, family: OF_TIE[net.id].line,
      label: `${occasions.length} ${OF_TIE[net.id].unit}`, get facts() { return factsOfTie(this); } };
    LINES.push(tie);
    net.lines.push(tie.id);
    net.linesOf.get(from).push(tie.id);
    net.linesOf.get(to).push(tie.id);
    for (const occasion of occasions) {
      if (!net.ofOccasion.has(occasion)) net.ofOccasion.set(occasion, []);
      net.ofOccasion.get(occasion).push(tie.id);
    }
  }
  net.groups = tieGroups(net);
}

/** Lines that are drawn alike: [{lines, colour (a family), width, dash, alpha}], the last on top. */
function familyGroups(net) {
  return [...FAMILIES].reverse().map(({ id }) => {
    const quiet = id === "place" || id === "occasion";
    return { lines: net.lines.filter((line) => LINES[line].family === id), colour: id, width: quiet ? 1 : 1.25,
      dash: id === "place" ? [3, 4] : [], alpha: quiet ? 0.45 : 0.7 };
  });
}
function tieGroups(net) {
  return [[0, 0.2, 0.8], [0.2, 0.7, 1.6], [0.7, 1.5, 2.6], [1.5, Infinity, 4]].map(([least, most, width]) => ({
    lines: net.lines.filter((line) => LINES[line].weight >= least && LINES[line].weight < most),
    colour: OF_TIE[net.id].line, width, dash: [], alpha: 0.6 }));
}

// ---- measures ------------------------------------------------------------------------------------------------
const MEASURES = {
  degree: { name: "联系数", says: "联系数：与多少个点相连。" },
  strength: { name: "联系强度", says: "联系强度：各条线的权重之和。" },
  between: { name: "中介度", says: "中介度（0–1）：其他任意两点之间的最短路径，有多少经过它；大的是连起不同圈子的点。" },
};
const COMMUNITY_SAYS = "社群：彼此相连比与外面相连更多的一群（Louvain 法，按模块度）；最大的八个着色，其余为灰。";

function valueOf(net, key, id) {
  const row = net.row.get(id);
  return row === undefined ? 0 : net[key][row];
}
/** Place of a node among all by a measure, 1 for the highest. */
const rankOf = (net, key, id) => 1 + net[key].reduce((sum, value) => sum + (value > valueOf(net, key, id) ? 1 : 0), 0);
