// The projections: the whole network, and the narrower ones made from it. One at a time is drawn: the net.

const NETS = DATA.nets; // [{id, name, meaning, many}], and in columns nodes, degree, strength, between, community, spots, tall, ties
const NET = new Map(NETS.map((net) => [net.id, net]));

const OF_TIE = { people: { unit: "场", with: "同场的人", line: "participation" }, agreements: { unit: "项协议", with: "共同签约", line: "agreement" } };

/** The facts that put the two ends of a tie at its occasions, looked up when asked for. */
function factsOfTie(tie) {
  return tie.occasions.flatMap((occasion) => [tie.from, tie.to].flatMap((end) => factsBetween(end, occasion)));
}
function factsBetween(node, occasion) {
  const line = linesOf(node).find((id) => otherEnd(id, node) === occasion);
  return line === undefined ? [] : lineOf(line).facts;
}

const WHOLE = NET.get("whole");
Object.assign(WHOLE, { nodes: NODES.map((node) => node.id), row: { has: () => true, get: (id) => id }, linesOf: { get: linesOf },
  ofOccasion: new Map(), lines: Array.from({ length: FACT_LINES }, (_, id) => id) });

/** The ties of a narrower net, made when it is first opened. */
function makeTies(net) {
  if (net.lines) return;
  Object.assign(net, { row: new Map(net.nodes.map((id, row) => [id, row])), linesOf: new Map(net.nodes.map((id) => [id, []])), ofOccasion: new Map(), lines: [] });
  for (const [from, to, weight, ...occasions] of net.ties) {
    const one = { id: LINES.length, from, to, weight, occasions, family: OF_TIE[net.id].line,
      label: `${occasions.length} ${OF_TIE[net.id].unit}`, get facts() { return factsOfTie(this); } };
    LINES.push(one);
    ENDS.push(from, to, 0);
    net.lines.push(one.id);
    net.linesOf.get(from).push(one.id);
    net.linesOf.get(to).push(one.id);
    for (const occasion of occasions) {
      if (!net.ofOccasion.has(occasion)) net.ofOccasion.set(occasion, []);
      net.ofOccasion.get(occasion).push(one.id);
    }
  }
}

/** Lines that are drawn alike: [{lines, colour (a family), width, dash, alpha}], the last on top. */
function groupsOfNet(net) {
  net.groups ||= net.ties ? tieGroups(net) : familyGroups(net);
  return net.groups;
}
function familyGroups(net) {
  const lines = new Map(FAMILIES.map(({ id }) => [id, []]));
  for (const line of net.lines) lines.get(familyOfLine(line)).push(line);
  return [...FAMILIES].reverse().map(({ id }) => {
    const quiet = id === "place" || id === "occasion";
    return { lines: lines.get(id), colour: id, width: quiet ? 1 : 1.25,
      dash: id === "place" ? [3, 4] : [], alpha: quiet ? 0.45 : 0.7 };
  });
}
function tieGroups(net) {
  return [[0, 0.2, 0.8], [0.2, 0.7, 1.6], [0.7, 1.5, 2.6], [1.5, Infinity, 4]].map(([least, most, width]) => ({
    lines: net.lines.filter((line) => lineOf(line).weight >= least && lineOf(line).weight < most),
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
