// The timeline: events, agreements and dated posts in order. A date the text gives only in part sorts by its part.

const monthOf = (date) => (date.startsWith("--") ? "年份不明" : date.length >= 7 ? `${date.slice(0, 4)} 年 ${Number(date.slice(5, 7))} 月` : `${date.slice(0, 4)} 年`);
const dayOf = (date) => (date.startsWith("--") ? `${Number(date.slice(2, 4))} 月 ${Number(date.slice(5, 7))} 日`
  : date.length >= 10 ? `${Number(date.slice(8, 10))} 日` : date.length >= 7 ? "只知月份" : "只知年份");

function timelineEntries() {
  const entries = [];
  for (const node of NODES) {
    if (shownNode[node.id] && node.date && (node.group === "event" || node.group === "agreement" || node.group === "document")) {
      entries.push({ date: node.date, group: node.group, id: node.id });
    }
  }
  for (let id = 0; id < FACT_LINES; id += 1) {
    if (!shownLine[id]) continue;
    for (const fact of lineOf(id).facts) {
      if (fact.family === "post" && fact.date && factShown(fact)) entries.push({ date: fact.date, fact, group: "person", line: id });
    }
  }
  const key = (entry) => (entry.date.startsWith("--") ? `9999${entry.date}` : entry.date);
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
    || (CLASS_ORDER.get(a.group) - CLASS_ORDER.get(b.group)));
}
const CLASS_ORDER = new Map(["event", "agreement", "document", "person"].map((id, index) => [id, index]));

function timelineRow(entry) {
  if (entry.fact) {
    const { fact } = entry;
    return h("li", null, icon("person"), link(fact.from), " ", h("span.rel", null, fact.label), " ", link(fact.to));
  }
  const others = linesOf(entry.id).filter((line) => shownLine[line] && familyOfLine(line) !== "place");
  return h("li", null, icon(entry.group), link(entry.id), h("span.count", { title: "关系数" }, String(others.length)));
}

/** The posts of a day; their rows are made when one opens them: in a large network they are most of the page. */
function postsOf(posts, open) {
  const list = h("ul", null, open && posts.map(timelineRow));
  const fill = () => { if (!list.children.length) list.append(...posts.map(timelineRow)); };
  return h("details", { open, ontoggle: fill }, h("summary", null, `其时可见的任职 ${posts.length} 项`), list);
}

function paintTimeline() {
  const months = new Map();
  for (const entry of timelineEntries()) {
    const month = monthOf(entry.date);
    if (!months.has(month)) months.set(month, new Map());
    const days = months.get(month);
    if (!days.has(dayOf(entry.date))) days.set(dayOf(entry.date), []);
    days.get(dayOf(entry.date)).push(entry);
  }
  const day = ([name, entries]) => {
    const posts = entries.filter((entry) => entry.fact);
    const things = entries.filter((entry) => !entry.fact);
    return h("div.day", null, h("h3", null, name),
      h("ul", null, things.map(timelineRow)),
      posts.length > 0 && postsOf(posts, things.length === 0));
  };
  $("view-timeline").replaceChildren(...(months.size ? [...months].map(([month, days]) => h("section.month", null,
    h("h2", null, month), [...days].map(day))) : [h("p", null, "当前显示的部分没有日期。")]));
}
painters.push((changed) => {
  if (state.view === "timeline" && ["view", "off", "quiet", "facets"].some((key) => changed.has(key))) paintTimeline();
});
