// The list: the same content as the picture, as tables that every reader and screen reader can go through.

const STEP = 100; // rows of a class that are shown before one asks for more

function relationWords(id) {
  const groups = new Map();
  for (const line of linesOf(id)) {
    if (!shownLine[line]) continue;
    for (const fact of lineOf(line).facts) {
      if (!factShown(fact)) continue;
      const other = fact.from === id ? fact.to : fact.from;
      if (!groups.has(fact.label)) groups.set(fact.label, new Set());
      groups.get(fact.label).add(other);
    }
  }
  return [...groups].map(([label, others]) => h("div.rels", null, h("span.rel", null, clip(label, 60)), " ",
    [...others].slice(0, 30).flatMap((other, index) => [index ? "、" : "", link(other, clip(NODES[other].name, 40))]),
    others.size > 30 && ` 等 ${others.size} 个`));
}

/** In a narrower net: the measures of a node, and whom it is tied to. */
const MEASURED = [["联系数", "degree"], ["联系强度", "strength"], ["中介度", "between"], ["社群", "community"]];
function tieWords(id) {
  const ties = [...around(id).lines].map(lineOf).sort((a, b) => b.weight - a.weight || a.id - b.id);
  return h("div.rels", null, ties.slice(0, 30).flatMap((tie, index) => [index ? "、" : "", link(otherEnd(tie.id, id), clip(NODES[otherEnd(tie.id, id)].name, 40)),
    h("span.rel", null, ` ${tie.label}`)]), ties.length > 30 && ` 等 ${ties.length} 个`);
}

function listSection(one, ids, most) {
  const narrow = Boolean(net().ties);
  const columns = (narrow ? MEASURED : [["种类", "kind"], ["日期", "date"]]).filter(([, key]) => narrow || ids.some((id) => NODES[id][key]));
  const cell = (id, key) => (narrow ? String(valueOf(net(), key, id)) : clip(NODES[id][key] || "", 24));
  const body = h("tbody", null, ids.slice(0, most).map((id) => h("tr", { "data-node": id },
    h("th", { scope: "row" }, link(id, clip(NODES[id].name, 120))),
    columns.map(([, key]) => h("td.short", null, cell(id, key))),
    h("td", null, narrow ? tieWords(id) : relationWords(id)))));
  return h("section", null,
    h("h2", null, icon(one.id), one.name, h("span.count", null, String(ids.length))),
    h("div.table", { tabindex: 0, role: "region", "aria-label": `${one.name}列表` }, h("table", null,
      h("thead", null, h("tr", null, ["名称", ...columns.map(([name]) => name), "关系"].map((name) => h("th", { scope: "col" }, name)))), body)),
    ids.length > most && h("button", { type: "button", onclick: () => { listMost.set(one.id, most + 5 * STEP); paintList(); } },
      `再显示 ${Math.min(5 * STEP, ids.length - most)} 行`));
}

const listMost = new Map();
function paintList() {
  const byClass = new Map(CLASSES.map((one) => [one.id, []]));
  for (const id of BY_IMPORTANCE) if (seenNode[id] && byClass.has(NODES[id].group)) byClass.get(NODES[id].group).push(id);
  $("view-list").replaceChildren(...CLASSES.filter((one) => byClass.get(one.id).length)
    .map((one) => listSection(one, byClass.get(one.id), listMost.get(one.id) || STEP)));
}
painters.push((changed) => {
  if (state.view === "list" && ["view", "off", "quiet", "facets", "net", "size"].some((key) => changed.has(key))) paintList();
});
