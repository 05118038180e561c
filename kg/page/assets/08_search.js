// Search by name in either script, pinyin and initials; suggestions as a listbox of its combobox.

const LONGEST = 120; // characters of a name that searching looks at
const short = (text) => text.slice(0, LONGEST).replace(/[|\n]/g, "");

/** As kg.page.search.plain does it: lower case, no tones, letters and digits only (bars and lines stay), ü typed as v. */
function plainKeys(text) {
  return text.toLowerCase().normalize("NFD").replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC").replace(/[^\p{L}\p{N}|\n]/gu, "");
}
const searchKey = (text) => plainKeys(short(text));

/** The keys of all nodes in one text, a line a node, each between bars; and where the lines begin. */
const keyIndex = { text: "", starts: null };
function makeIndex() {
  if (keyIndex.starts) return;
  const columns = Object.values(COLUMNS.names);
  const lines = NODES.map(({ id, name }) => {
    let line = `|${short(name)}|`;
    for (const column of columns) {
      const others = column[id];
      for (const other of Array.isArray(others) ? others : [others]) if (other && other !== 1) line += `${short(nameOf(name, other))}|`;
    }
    return COLUMNS.initials[id] ? `${line}${COLUMNS.initials[id]}|` : line;
  });
  keyIndex.text = `${plainKeys(lines.join("\n"))}\n`; // all in one go is much faster than name by name
  keyIndex.starts = new Int32Array(NODES.length);
  for (let id = 1, at = -1; id < NODES.length; id += 1) {
    at = keyIndex.text.indexOf("\n", at + 1);
    keyIndex.starts[id] = at + 1;
  }
}

/** Ids whose line holds the words, each once. */
function linesWith(words) {
  const found = [];
  for (let at = keyIndex.text.indexOf(words); at >= 0;) {
    let [low, high] = [0, NODES.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (keyIndex.starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    found.push(low);
    at = low + 1 < NODES.length ? keyIndex.text.indexOf(words, keyIndex.starts[low + 1]) : -1;
  }
  return found;
}

/** Ids of the best matches: equal before beginning before inside, short names before long; then importance. */
function find(text, most = 12) {
  const query = searchKey(text);
  if (!query) return [];
  makeIndex();
  const taken = new Set();
  const ways = [`|${query}|`, `|${query}`, ...(query.length > 1 ? [query] : [])];
  for (const words of ways) {
    if (taken.size >= most) break;
    for (const id of firstOf(linesWith(words).filter((one) => !taken.has(one)), most - taken.size)) taken.add(id);
  }
  return [...taken];
}

/** The first few in order, without putting thousands in order. */
function firstOf(ids, most) {
  const before = (a, b) => NODES[a].name.length - NODES[b].name.length || IMPORTANCE[b] - IMPORTANCE[a] || a - b;
  const first = [];
  for (const id of ids) {
    if (first.length === most && before(first[most - 1], id) < 0) continue;
    let at = first.length;
    while (at > 0 && before(id, first[at - 1]) < 0) at -= 1;
    first.splice(at, 0, id);
    if (first.length > most) first.pop();
  }
  return first;
}

function startSearch() {
  const input = $("search-input");
  const list = $("search-hits");
  let hits = [];
  let at = -1;
  const paint = () => {
    list.replaceChildren(...hits.map((id, index) => h("li", {
      id: `hit-${index}`, role: "option", "aria-selected": String(index === at),
      onmousedown: (event) => { event.preventDefault(); take(index); },
    }, icon(NODES[id].group), h("span.hit-name", null, clip(NODES[id].name, 40)), h("span.hit-kind", null,
      (CLASS.get(NODES[id].group) || { name: "" }).name))));
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    if (at >= 0) input.setAttribute("aria-activedescendant", `hit-${at}`);
    else input.removeAttribute("aria-activedescendant");
    if (at >= 0) list.children[at].scrollIntoView({ block: "nearest" });
  };
  const close = () => { hits = []; at = -1; paint(); };
  const take = (index) => {
    const id = hits[index];
    close();
    input.value = "";
    picked(id);
    if (state.view === "graph" && state.goal === null) page.renderer().fit([...around(id).nodes]);
    const heading = document.querySelector("#panel-body h2");
    if (heading) heading.focus({ preventScroll: true });
  };
  unpacked.wait.then(() => whenIdle(makeIndex));
  const look = () => {
    hits = find(input.value);
    at = hits.length ? 0 : -1;
    paint();
    if (input.value.trim()) say(hits.length ? `${hits.length} 个结果` : "没有找到");
  };
  const enter = async () => { // pressed before all data is unpacked, it counts a moment later
    await unpacked.wait;
    if (at >= 0) take(at);
  };
  input.addEventListener("input", async () => {
    await unpacked.wait;
    look();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!hits.length) return;
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      paint();
    } else if (event.key === "Enter") {
      event.preventDefault();
      enter();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (hits.length) close();
      else { input.value = ""; endPath(); input.blur(); }
    }
  });
  input.addEventListener("blur", close);
}
