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
  { id: "place", name: "地方", values: () => NODES.filter((node) => node.group === "place" && linesOf[node.id].length > 0)
    .sort((a, b) => linesOf[b.id].length - linesOf[a.id].length || a.id - b.id).slice(0, 200).map(shortOf),
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
    const near = place === null ? [] : linesOf[place].map((line) => otherEnd(LINES[line], place));
    const bodies = near.filter((id) => ["organization", "agreement", "event"].includes(NODES[id].group));
    placeCache.set(value, new Set([place, ...near, ...bodies.flatMap((id) => linesOf[id].map((line) => otherEnd(LINES[line], id)))]));
  }
  return placeCache.get(value);
}
const articleOf = new Map();
const articleOfShort = (value) => articleOf.get(value) ?? -1;

const DATES = { from: "自", to: "至" };

function startFacets() {
  ARTICLES.forEach((article, number) => articleOf.set(shortOf(article), number));
  const box = $("facets");
  const set = (id, value) => {
    const facets = { ...state.facets };
    if (value) facets[id] = value;
    else delete facets[id];
    change({ facets });
  };
  const used = FACETS.map((facet) => ({ ...facet, all: facet.values() })).filter((facet) => facet.all.length > 1 || (facet.id === "sure" && facet.all.length));
  for (const facet of used) {
    box.append(h("label", null, h("span", null, facet.name), h("select", { "data-facet": facet.id, onchange: (event) => set(facet.id, event.target.value) },
      h("option", { value: "" }, "全部"), facet.all.map((value) => h("option", { value }, facet.show ? facet.show(value) : value)))));
    if (facet.node) filters.node.push((node) => !state.facets[facet.id] || facet.node(node, state.facets[facet.id]));
    if (facet.fact) filters.fact.push((fact) => !state.facets[facet.id] || facet.fact(fact, state.facets[facet.id]));
  }
  const dates = wordsIn(FACTS.date);
  if (dates.length > 1) {
    for (const [id, name] of Object.entries(DATES)) {
      box.append(h("label", null, h("span", null, `日期${name}`), h("input", { type: "date", "data-facet": id, min: dates[0].slice(0, 10),
        max: dates[dates.length - 1].slice(-10), onchange: (event) => set(id, event.target.value) })));
    }
    filters.fact.push((fact) => !fact.date || ((!state.facets.from || fact.date.slice(-10) >= state.facets.from.slice(0, fact.date.length))
      && (!state.facets.to || fact.date.slice(0, 10) <= state.facets.to)));
  }
  startFocus();
  $("more-filters").hidden = box.children.length === 0;
  painters.push((changed) => {
    if (!changed.has("facets")) return;
    for (const input of box.querySelectorAll("[data-facet]")) input.value = state.facets[input.dataset.facet] || "";
  });
}
