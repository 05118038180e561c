// The panel: what a thing is, and the source words of every fact, marked in their sentence.

/** A link to a thing: opens it here; in a new tab it opens the same page at it. */
function link(id, text) {
  const address = unpacked.done ? new URLSearchParams({ n: shortOf(NODES[id]) }) : "";
  return h("a.link", { href: `#${address}`, onclick: (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(id);
  } }, clip(text || NODES[id].name, 400));
}

function trust(fact) {
  const parts = [];
  if (fact.status) parts.push(h("span.badge", null, clip(fact.status, 24)));
  if (fact.confidence != null && fact.confidence < 1) {
    parts.push(h("span.sure", { title: "置信度：产生此事实的规则在标准答案上的正确率" }, `置信 ${fact.confidence.toFixed(2)}`));
  }
  return parts;
}

const MOST_SOURCES = 3; // articles whose words stand open under a fact; the rest one click away

/** Sentences with the quoted words marked, by article; a click on the source opens the article there. */
function sources(quotes) {
  const found = figures(quotes);
  const rest = found.splice(MOST_SOURCES);
  return rest.length ? [...found, h("details.rest", null, h("summary", null, `另 ${rest.length} 篇报道的原文`), rest)] : found;
}
function figures(quotes) {
  const byArticle = new Map();
  for (const sentence of sentencesOf(quotes)) {
    if (!byArticle.has(sentence.article)) byArticle.set(sentence.article, []);
    byArticle.get(sentence.article).push(sentence);
  }
  return [...byArticle].map(([article, sentences]) => {
    const { title, date, iri } = ARTICLES[article];
    const from = [title, date].filter(Boolean).join(" · ") || iri;
    return h("figure.source", null,
      sentences.map((sentence) => h("blockquote", null, h("bdi", null, ...markedWords(sentence)))),
      h("figcaption", null, h("button.link", { type: "button", onclick: () => openArticle(article, sentences[0].marks[0]) },
        `出处：${clip(from, 60)}`)));
  });
}

/** One row of facts that share their words: what they say, then the words. */
function factRows(entries) {
  const rows = [];
  let open = null;
  for (const { fact, parts } of entries) {
    const key = fact.quotes.map((quote) => { const one = sentenceOf(quote); return one ? `${one.article}:${one.at}` : ""; }).sort().join();
    const item = h("div.says", null, ...parts, ...trust(fact),
      fact.detail && h("div.detail", null, fact.family === "participation" ? `以${fact.detail}的身份` : fact.detail), fact.note && h("div.note", null, fact.note));
    if (open && open.key === key && key) {
      open.items.push(item);
      open.quotes.push(...fact.quotes);
    } else {
      open = { key, items: [item], quotes: [...fact.quotes] };
      rows.push(open);
    }
  }
  return rows.map((row) => h("li.fact", null, ...row.items, ...sources(row.quotes)));
}

/** Facts of one kind are told in the order of time, those of one time in that of the text; what has no date is last. */
function whenOf(fact) {
  const date = fact.date || NODES[fact.from].date || NODES[fact.to].date || "";
  return /^\d/.test(date) ? date : `9999${date}`;
}
const byTime = (a, b) => (whenOf(a) < whenOf(b) ? -1 : whenOf(a) > whenOf(b) ? 1 : firstWord(a) - firstWord(b));
const firstWord = (fact) => (fact.quotes.length ? fact.quotes[0][0] * 1e7 + fact.quotes[0][1] : Infinity);

/** Facts of a node over its lines, in groups: [{title, entries}]. */
function groupsOf(id) {
  const groups = new Map();
  const put = (title, fact, ...parts) => {
    if (!groups.has(title)) groups.set(title, []);
    groups.get(title).push({ fact, parts });
  };
  // Single things (a date, a size) come first, lists (measures) last.
  const labels = NODES[id].about.map((fact) => fact.label);
  const isList = (fact) => labels.indexOf(fact.label) !== labels.lastIndexOf(fact.label);
  const own = (fact) => put(fact.label, fact, h("span", null, fact.value));
  NODES[id].about.filter((fact) => !isList(fact)).forEach(own);
  const facts = linesOf(id).flatMap((line) => lineOf(line).facts).filter(factShown)
    .sort((a, b) => FAMILY_ORDER.get(a.family) - FAMILY_ORDER.get(b.family) || byTime(a, b));
  for (const fact of facts) {
    const other = fact.from === id ? fact.to : fact.from;
    const date = fact.date ? h("time", null, clip(fact.date, 24)) : null;
    if (fact.family === "post") {
      put(fact.from === id ? "职务" : "任职者", { ...fact, detail: "" }, link(other), " ", h("span.rel", null, fact.label), date);
    } else if (fact.family === "participation") {
      if (fact.from === id) put("参与", fact, h("span.rel", null, fact.label), " ", link(other), date);
      else put(fact.label, fact, link(other));
    } else if (fact.family === "agreement" && fact.to === id) {
      put("签约方", fact, link(other));
    } else {
      put(fact.from === id ? fact.label : `${fact.label}（${(CLASS.get(NODES[other].group) || { name: "" }).name}）`,
        fact, link(other), date);
    }
  }
  NODES[id].about.filter(isList).forEach(own);
  return groups;
}
const FAMILY_ORDER = new Map(FAMILIES.map((one, index) => [one.id, index]));

const LANGUAGES = { "zh-Hans": "简体", "zh-Hant": "繁体", "zh-Latn-pinyin": "拼音", en: "英文" };

/** Where `kg serve` shows this page, a link to the page of the thing. */
function served(node) {
  const path = shortOf(node);
  return location.pathname === "/network" && /^[a-z]+\/[\w-]+$/.test(path) && [" ", h("a.link", { href: `/${path}` }, "条目页")];
}

function nodePanel(id) {
  const node = NODES[id];
  const kind = (CLASS.get(node.group) || { name: node.group }).name;
  const names = node.names.filter(([, name]) => name !== node.name);
  return [
    h("div.what", null, icon(node.group), h("span", null, [kind, node.kind].filter(Boolean).join(" · "))),
    h("h2", { tabindex: -1 }, h("bdi", null, node.name)),
    names.length > 0 && h("dl.names", null, names.map(([language, name]) => [
      h("dt", null, LANGUAGES[language] || language), h("dd", { lang: language }, h("bdi", null, clip(name, 400)))])),
    h("div.tools", null,
      h("button", { type: "button", onclick: () => { page.renderer().fit([...around(id).nodes]); show("graph"); } }, "在图中看"),
      h("button", { type: "button", onclick: () => { show("graph"); focusOn(id, 1); } }, "只看周围"),
      focused() !== null && focused() !== id && h("button", { type: "button", onclick: () => openNode(id) }, opened().includes(id) ? "收起" : "展开"),
      h("button", { type: "button", onclick: () => startPath(id) }, "找路径"),
      h("button", { type: "button", onclick: () => copy(turtleOf([id]), "Turtle 已复制") }, "复制 Turtle"),
      h("button", { type: "button", onclick: () => copy(location.href, "链接已复制") }, "复制链接")),
    standing(id),
    ...tiesOf(id),
    ...[...groupsOf(id)].map(([title, entries]) => h("section", null,
      h("h3", null, title, entries.length > 1 && h("span.count", null, String(entries.length))),
      h("ul", null, factRows(entries)))),
    h("p.iri", null, node.iri, served(node)),
  ];
}

/** Where a node stands in the net by its measures. */
function standing(id) {
  if (!net().row.has(id)) return null;
  const says = (key) => h("span", { title: MEASURES[key].says }, `${MEASURES[key].name} ${valueOf(net(), key, id)}（第 ${rankOf(net(), key, id)}）`);
  return h("p.standing", null, says("degree"), says("between"), h("span", { title: COMMUNITY_SAYS }, `社群 ${valueOf(net(), "community", id)}`));
}

/** In a narrower net: whom it is tied to, the strongest first. */
function tiesOf(id) {
  const ties = net().ties ? [...around(id).lines].map(lineOf).sort((a, b) => b.weight - a.weight || a.id - b.id) : [];
  if (!ties.length || !net().row.has(id)) return [];
  const row = (tie) => h("li", null, link(otherEnd(tie.id, id)), " ",
    h("button.link.why", { type: "button", title: "看依据", onclick: () => chooseLine(tie.id) }, tie.label));
  return [h("section", null, h("h3", null, OF_TIE[net().id].with, h("span.count", null, String(ties.length))),
    h("ul.ties", null, ties.slice(0, 40).map(row)), ties.length > 40 && h("p.detail", null, `另 ${ties.length - 40} 个，见列表`))];
}

/** The occasions behind a tie, each with the words that put both there. */
function tiePanel(tie) {
  return [
    h("div.what", null, net().name),
    h("h2", { tabindex: -1 }, link(tie.from), " — ", link(tie.to)),
    h("p", null, `${tie.label}，权重 ${tie.weight}`),
    ...tie.occasions.map((occasion) => h("section", null,
      h("h3", null, link(occasion), NODES[occasion].date && h("time", null, NODES[occasion].date)),
      h("ul", null, factRows([tie.from, tie.to].flatMap((end) => factsBetween(end, occasion)).filter(factShown)
        .map((fact) => ({ fact, parts: [link(fact.from), " ", h("span.rel", null, fact.label)] })))))),
  ];
}

function linePanel(id) {
  const line = lineOf(id);
  if (line.occasions) return tiePanel(line);
  return [
    h("div.what", null, "两者之间"),
    h("h2", { tabindex: -1 }, link(line.from), " — ", link(line.to)),
    h("ul", null, factRows(line.facts.filter(factShown).map((fact) => ({ fact, parts: [
      link(fact.from), " ", h("span.rel", null, fact.label), " ", link(fact.to), fact.date && h("time", null, ` ${clip(fact.date, 24)}`)] })))),
  ];
}

function pathPanel(start, goal, found) {
  const steps = found ? [...found.lines].reverse() : [];
  return [
    h("div.what", null, "路径"),
    h("h2", { tabindex: -1 }, link(start), " → ", link(goal)),
    found ? h("p", null, `经过 ${steps.length} 条关系，为最短的一条。`) : h("p", null, "在当前显示的部分里，两者不相连。"),
    h("ul", null, steps.flatMap((id) => factRows(lineOf(id).facts.filter(factShown).map((fact) => ({ fact, parts: [
      link(fact.from), " ", h("span.rel", null, fact.label), " ", link(fact.to)] }))))),
  ];
}

/** Nothing chosen in a narrower net: what it means, and the best connected with their measures. */
function ranking() {
  const { nodes, lines, left } = net();
  const ids = BY_IMPORTANCE.filter((id) => seenNode[id]);
  const cell = (id, key) => h("td", null, String(valueOf(net(), key, id)));
  return [
    h("h2", { tabindex: -1 }, net().name),
    h("p", null, net().meaning),
    h("p", null, `${nodes.length} 个点，${lines.length} 条线。点一条线，看它由哪些场合得来和原文。`),
    left > 0 && h("p.note-left", null, `规模最大的 ${left} 场没有计入，否则线太多。`),
    h("div.table.ranked", { tabindex: 0, role: "region", "aria-label": "指标" }, h("table.ranks", null,
      h("thead", null, h("tr", null, ["名称", "联系数", "中介度", "社群"].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", null, ids.slice(0, 25).map((id) => h("tr", null, h("th", { scope: "row" }, link(id, clip(NODES[id].name, 24))),
        cell(id, "degree"), cell(id, "between"), h("td", null, String(valueOf(net(), "community", id)))))))),
    h("p.detail", null, ids.length > 25 && `另 ${ids.length - 25} 个见列表；`, "全部指标可由「导出」存为 CSV。"),
  ];
}

/** Nothing chosen: what the page holds and the best-connected of each class. */
function welcome() {
  if (net().ties) return ranking();
  const byClass = new Map(CLASSES.map((one) => [one.id, []]));
  for (const id of BY_IMPORTANCE) if (seenNode[id]) byClass.get(NODES[id].group).push(id);
  const top = CLASSES.map((one) => [one, byClass.get(one.id)]).filter(([, ids]) => ids.length);
  return [
    h("h2", { tabindex: -1 }, "这是什么"),
    h("p", null, `${DATA.counts.articles} 篇报道中的 ${NODES.length} 个对象、${DATA.counts.facts} 条事实。点一个点或一条线，看它是什么，以及每条事实的原文出处。`),
    DATA.counts.all > NODES.length && h("p.note-left", null, `网络共有 ${DATA.counts.all} 个对象，一页画不下：这里只有联系最多的 ${NODES.length} 个。全部在同一文件夹的 graph.gexf 里，可用 Gephi 打开。`),
    ...top.map(([one, ids]) => h("section", null,
      h("h3", null, icon(one.id), one.name, h("span.count", null, String(ids.length))),
      h("p.names-row", null, ids.slice(0, 12).map((id) => link(id, clip(NODES[id].name, 24))),
        ids.length > 12 && h("button.link.more", { type: "button", onclick: () => show("list") }, `…另 ${ids.length - 12} 个`)))),
  ];
}

function paintPanel(changed) {
  if (!["node", "line", "goal", "off", "quiet", "facets", "net", "size"].some((key) => changed.has(key))) return;
  const panel = $("panel-body");
  const found = state.goal !== null && state.node !== null ? pathBetween(state.node, state.goal) : null;
  const content = state.goal !== null && state.node !== null ? pathPanel(state.node, state.goal, found)
    : state.node !== null ? nodePanel(state.node)
    : state.line !== null ? linePanel(state.line) : welcome();
  panel.replaceChildren(...content.filter(Boolean));
  panel.scrollTop = 0;
  const chosen = state.node !== null || state.line !== null;
  document.body.classList.toggle("chosen", chosen);
  $("panel-close").hidden = !chosen;
  if (changed.has("node") && state.node !== null) {
    say(`已选 ${clip(NODES[state.node].name, 60)}，${around(state.node).lines.size} 条关系`);
  }
}
painters.push(paintPanel);

// ---- a path between two ------------------------------------------------------------------------------------
let pathFrom = null;
function startPath(id) {
  pathFrom = id;
  document.body.classList.add("picking");
  $("search-input").focus();
  say(`从 ${clip(NODES[id].name, 40)} 出发：再点或搜另一个对象`);
  $("hint").textContent = plain(`从「${clip(NODES[id].name, 20)}」出发：点或搜另一个对象，Esc 取消`);
}
function picked(id) {
  if (pathFrom === null) return choose(id);
  const start = pathFrom;
  endPath();
  change({ node: start, goal: id === start ? null : id, line: null, hover: null });
  const path = id === start ? null : pathBetween(start, id);
  if (path && state.view === "graph") page.renderer().fit([...path.nodes]);
  return null;
}
function endPath() {
  pathFrom = null;
  document.body.classList.remove("picking");
  $("hint").textContent = "";
}

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // file pages and frames may not use the clipboard
    const area = h("textarea", { readonly: true, class: "copy" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(done);
  toast(done);
}
function toast(text) {
  const note = $("toast");
  note.textContent = text;
  note.classList.add("on");
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => note.classList.remove("on"), 1800);
}
