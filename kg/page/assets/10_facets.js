// Further filters: only those that can divide this graph.

const uniqueSorted = (values) => [...new Set(values)].filter(Boolean).sort((a, b) => a.localeCompare(b, "zh-CN"));
const wordsIn = (column) => uniqueSorted([...new Set(column)].map(word));

const FACETS = [
  { id: "kind", name: "机构种类", values: () => uniqueSorted(NODES.filter((node) => node.group === "organization").map((node) => node.kind)),
    node: (node, value) => node.group !== "organization" || node.kind === value },
  { id: "domain", name: "政策领域", values: () => uniqueSorted(NODES.map((node) => node.domain)),
    node: (node, value) => node.group !== "agreement" || node.domain === value },
  { id: "role", name: "参与方式", values: () => wordsIn(FACTS.label.filter((_, at) => familyOfFact(at) === "participation")),
    fact: (fact, value) => fact.family !== "participation" || fact.label === value },
  { id: "place", name: "地方", values: () => NODES.filter((node) => node.group === "place" && degreeOf(node.id) > 0)
    .sort((a, b) => degreeOf(b.id) - degreeOf(a.id) || a.id - b.id).slice(0, 200).map(shortOf),
    show: (value) => clip(NODES[nodeOfShort(value)].name, 16), node: (node, value) => ofPlace(value).has(node.id) },
  { id: "source", name: "报道", values: () => (ARTICLES.length > 1 ? ARTICLES.map(shortOf) : []),
    show: (value) => { const article = ARTICLES[articleOfShort(value)]; return clip(article.title || article.iri, 24); },
    fact: (fact, value) => fact.quotes.some(([article]) => article === articleOfShort(value)) },
  { id: "sure", name: "置信至少", values: () => {
    const seen = [...new Set(FACTS.confidence)].filter((value) => value >= 0);
    return seen.length ? ["0.5", "0.8", "0.9", "0.95"].filter((floor) => seen.some((value) => value < floor) && seen.some((value) => value >= floor)) : [];
  }, fact: (fact, value) => fact.confidence == null || fact.confidence >= Number(value) },
];

/** A place, what is tied to it, and who or what is tied to an organisation or agreement of it. */
const placeCache = new Map();
function ofPlace(value) {
  if (!placeCache.has(value)) {
    const place = nodeOfShort(value);
    const near = place === null ? [] : linesOf(place).map((line) => otherEnd(line, place));
    const bodies = near.filter((id) => ["organization", "agreement", "event"].includes(NODES[id].group));
    placeCache.set(value, new Set([place, ...near, ...bodies.flatMap((id) => linesOf(id).map((line) => otherEnd(line, id)))]));
  }
  return placeCache.get(value);
}
const articleOf = new Map();
function articleOfShort(value) {
  if (!articleOf.size) ARTICLES.forEach((article, number) => articleOf.set(shortOf(article), number));
  return articleOf.get(value) ?? -1;
}

const DATES = { from: "自", to: "至" };
const chosen = (id) => state.facets[id];

function startFacets() {
  for (const { id, node, fact } of FACETS) {
    if (node) filters.node.push((one) => !chosen(id) || node(one, chosen(id)));
    if (fact) filters.fact.push((one) => !chosen(id) || fact(one, chosen(id)));
  }
  filters.fact.push((fact) => !fact.date || ((!chosen("from") || fact.date.slice(-10) >= chosen("from").slice(0, fact.date.length))
    && (!chosen("to") || fact.date.slice(0, 10) <= chosen("to"))));
  startFocus();
  painters.push((changed) => { if (changed.has("facets")) paintFacets(); });
  whenIdle(fillFacets);
}
function paintFacets() {
  for (const input of document.querySelectorAll("[data-facet]")) input.value = chosen(input.dataset.facet) || "";
}

/** Offer the filters that can divide this graph: a look at every column, so when there is time. */
function fillFacets() {
  const box = $("facets");
  const set = (id, value) => {
    const facets = { ...state.facets };
    if (value) facets[id] = value;
    else delete facets[id];
    change({ facets });
  };
  for (const { id, name, values, show = (value) => value } of FACETS) {
    const all = values();
    if (all.length < (id === "sure" ? 1 : 2)) continue;
    box.append(h("label", null, h("span", null, name), h("select", { "data-facet": id, onchange: (event) => set(id, event.target.value) },
      h("option", { value: "" }, "全部"), all.map((value) => h("option", { value }, show(value))))));
  }
  const dates = wordsIn(FACTS.date);
  for (const [id, name] of dates.length > 1 ? Object.entries(DATES) : []) {
    box.append(h("label", null, h("span", null, `日期${name}`), h("input", { type: "date", "data-facet": id, min: dates[0].slice(0, 10),
      max: dates[dates.length - 1].slice(-10), onchange: (event) => set(id, event.target.value) })));
  }
  $("more-filters").hidden = box.children.length === 0;
  paintFacets();
}
