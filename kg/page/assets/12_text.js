// The reader: an article with the facts drawn on its text. A marked stretch opens the facts that rest on it.

/** All facts of the page with their quotes, by article: [{start, end, fact, node}]. */
const factsOfArticle = [];
function indexFacts() {
  if (factsOfArticle.length) return;
  factsOfArticle.push(...ARTICLES.map(() => []));
  const put = (fact, node) => {
    for (const [article, start, end] of fact.quotes) factsOfArticle[article].push({ start, end, fact, node });
  };
  for (let id = 0; id < FACT_LINES; id += 1) for (const fact of lineOf(id).facts) put(fact, null);
  for (const node of NODES) for (const fact of node.about) put(fact, node.id);
  for (const node of NODES) for (const [article, start, end] of node.quotes) {
    factsOfArticle[article].push({ start, end, fact: null, node: node.id });
  }
}

/** A text cut at every place where a quote begins or ends: [{from, to, found}]. */
function stretches(piece, found) {
  const end = piece.at + piece.chars.length;
  const inside = found.filter((one) => one.start < end && one.end > piece.at);
  const cuts = [...new Set([piece.at, end, ...inside.flatMap((one) => [Math.max(one.start, piece.at), Math.min(one.end, end)])])]
    .sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => ({ from: cuts[index], to,
    found: inside.filter((one) => one.start <= cuts[index] && one.end >= to) }));
}

function familyOf(found) {
  const families = found.map((one) => (one.fact && one.fact.family) || "about");
  return FAMILIES.map((one) => one.id).find((id) => families.includes(id)) || "about";
}

function factsPanel(article, from, to, found) {
  const words = piecesOf(article).flatMap((piece) => (piece.at <= from && to <= piece.at + piece.chars.length
    ? [piece.chars.slice(from - piece.at, to - piece.at).join("")] : []))[0] || "";
  const entries = [];
  const seen = new Set();
  for (const { fact, node } of found) {
    if (!fact) continue;
    const parts = node === null
      ? [link(fact.from), " ", h("span.rel", null, fact.label), " ", link(fact.to)]
      : [link(node), " ", h("span.rel", null, fact.label), " ", h("span", null, fact.value)];
    const key = fact.iri || `${node}${fact.label}${fact.value}`;
    if (!seen.has(key)) entries.push({ fact, parts });
    seen.add(key);
  }
  const named = [...new Set(found.filter((one) => !one.fact).map((one) => one.node))];
  $("panel-body").replaceChildren(
    h("div.what", null, "原文中的这几个字"), h("h2", { tabindex: -1 }, h("bdi", null, `「${clip(words, 80)}」`)),
    ...(named.length ? [h("p", null, "提到：", named.flatMap((id, index) => [index ? "、" : "", link(id)]))] : []),
    h("h3", null, "由此得出的事实", h("span.count", null, String(entries.length))),
    h("ul", null, factRows(entries)));
  document.body.classList.add("chosen");
  $("panel-close").hidden = false;
  say(`${entries.length} 条事实`);
}

function paintText() {
  indexFacts();
  const article = ARTICLES[state.article];
  const box = $("view-text");
  if (!article) { box.replaceChildren(h("p", null, "这张图没有带报道。")); return; }
  const found = factsOfArticle[state.article];
  const mark = ({ from, to, found: here }, chars) => {
    const text = chars.join("");
    if (!here.length) return text;
    const open = () => factsPanel(state.article, from, to, here);
    return h(`mark.f-${familyOf(here)}`, { tabindex: 0, role: "button", "data-from": from, "data-to": to, onclick: open,
      onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } } }, text);
  };
  const pieces = piecesOf(state.article).map((piece) => h("p.piece", null, stretches(piece, found)
    .map((stretch) => mark(stretch, piece.chars.slice(stretch.from - piece.at, stretch.to - piece.at)))));
  box.replaceChildren(
    ...(ARTICLES.length > 1 ? [h("label.pick", null, "报道 ", h("select", { onchange: (event) => change({ article: Number(event.target.value) }) },
      ARTICLES.map((one, index) => h("option", { value: index, selected: index === state.article }, clip(one.title || one.iri, 60)))))] : []),
    h("article", null, h("h2", null, h("bdi", null, article.title || article.iri)),
      h("p.by", null, [article.source, article.date].filter(Boolean).join(" · ")),
      article.credits.length > 0 && h("p.by", null, article.credits.map(([role, name]) => `${role} ${name}`).join("　")),
      h("p.by", null, article.whole ? "画线的字是事实的出处，点开看由它得出的事实。" : "页面只带了被引用的句子；画线的字是事实的出处，点开看由它得出的事实。"),
      ...pieces));
}
function openArticle(article, [start]) {
  change({ view: "text", article });
  const target = [...document.querySelectorAll("#view-text mark")].find((one) => Number(one.dataset.from) <= start && start < Number(one.dataset.to));
  if (target) {
    target.scrollIntoView({ block: "center" });
    target.classList.add("found");
    setTimeout(() => target.classList.remove("found"), 2500);
  }
}
painters.push((changed) => {
  if (state.view === "text" && (changed.has("view") || changed.has("article"))) paintText();
});
