// Search by name in either script, pinyin and initials; suggestions as a listbox of its combobox.

const KEYS = []; // of each node, between bars; made in the first idle time
function makeKeys(deadline) {
  while (KEYS.length < NODES.length && (!deadline?.timeRemaining || KEYS.length % 64 || deadline.timeRemaining() > 4)) {
    const node = NODES[KEYS.length];
    const names = node.names.map(([, name]) => name);
    KEYS.push(`|${[...new Set([node.name, ...names].map(searchKey))].join("|")}|${COLUMNS.initials[node.id]}|`);
  }
  if (KEYS.length < NODES.length) (window.requestIdleCallback || setTimeout)(makeKeys);
}
const LONGEST = 120; // characters of a name that searching looks at

/** As kg.page.search.plain does it: lower case, no tones, letters and digits only, ü typed as v. */
function searchKey(text) {
  return text.slice(0, LONGEST).toLowerCase().normalize("NFD").replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");
}

/** Ids of the best matches: equal before beginning before inside, short names before long; then importance. */
function find(text, most = 12) {
  const query = searchKey(text);
  if (!query) return [];
  const hits = [];
  makeKeys();
  for (const id of BY_IMPORTANCE) {
    const keys = KEYS[id];
    if (!keys.includes(query)) continue;
    const best = keys.includes(`|${query}|`) ? 3 : keys.includes(`|${query}`) ? 2 : query.length > 1 ? 1 : 0;
    if (best) hits.push([best, id]);
  }
  return hits.sort((a, b) => b[0] - a[0] || NODES[a[1]].name.length - NODES[b[1]].name.length).slice(0, most).map(([, id]) => id);
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
  unpacked.wait.then(() => (window.requestIdleCallback || setTimeout)(makeKeys));
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
