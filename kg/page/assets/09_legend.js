// The legend is the filter: each class and family of lines with its count, on or off; and further filters.

function toggle(set, id) {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** How many of these nodes are of each class. */
function countsOf(ids) {
  const many = new Map();
  for (const id of ids) many.set(NODES[id].group, (many.get(NODES[id].group) || 0) + 1);
  return many;
}

function startLegend() {
  const many = countsOf(NODES.map((node) => node.id));
  const classes = CLASSES.map((one) => [one, many.get(one.id)]).filter(([, n]) => n);
  const families = FAMILIES.map((one) => [one, one.many]).filter(([, n]) => n);
  const chip = (one, total, mark, set, key) => h("button.chip", {
    type: "button", "data-id": one.id, "data-set": key, "aria-pressed": "true",
    onclick: () => change({ [key]: toggle(state[key], one.id) }),
  }, mark, h("span", null, one.name), h("span.count", null, String(total)));
  $("legend-classes").append(...classes.map(([one, total]) => chip(one, total, icon(one.id), "off", "off")));
  $("legend-lines").append(...families.map(([one, total]) => chip(one, total,
    h(`i.dash.l-${one.id}`, { "aria-hidden": "true" }), "quiet", "quiet")));
  startNets();
  painters.push((changed) => {
    if (!["off", "quiet", "facets", "net"].some((key) => changed.has(key))) return;
    const inNet = countsOf(net().nodes);
    for (const button of document.querySelectorAll("#legend-classes .chip")) {
      const total = inNet.get(button.dataset.id);
      button.hidden = !total;
      button.querySelector(".count").textContent = String(total || 0);
    }
    $("legend-lines").hidden = Boolean(net().ties);
    for (const button of document.querySelectorAll("#legend .chip[data-set]")) {
      button.setAttribute("aria-pressed", String(!state[button.dataset.set].has(button.dataset.id)));
    }
    const [nodes, lines] = [count(seenNode), count(seenLine)];
    const [allNodes, allLines] = [net().nodes.length, net().lines.length];
    const all = nodes === allNodes && lines === allLines;
    $("shown").textContent = all ? `${nodes} 个点 · ${lines} 条线` : `显示 ${nodes}/${allNodes} 个点 · ${lines}/${allLines} 条线`;
    $("reset").hidden = all && !state.off.size && !state.quiet.size;
    say($("shown").textContent);
  });
  $("reset").addEventListener("click", () => change({ off: new Set(), quiet: new Set(), facets: {} }));
}

// ---- the net, and what size and colour say -----------------------------------------------------------------
function startNets() {
  const options = (pairs) => pairs.map(([value, name]) => h("option", { value }, name));
  $("net").append(...options(NETS.filter((one) => one.many).map((one) => [one.id, one.name])));
  $("size").append(...options([["kind", "按类别"], ...Object.entries(MEASURES).map(([key, { name }]) => [key, name])]));
  $("colour").append(...options([["kind", "按类别"], ["community", "按社群"]]));
  $("net").addEventListener("change", (event) => openNet(event.target.value));
  for (const key of ["size", "colour"]) $(key).addEventListener("change", (event) => change({ [key]: event.target.value }));
  painters.push((changed) => {
    if (!["net", "size", "colour", "off", "facets"].some((key) => changed.has(key))) return;
    for (const key of ["net", "size", "colour"]) $(key).value = state[key];
    $("says").textContent = [net().meaning, state.size in MEASURES && `大小＝${MEASURES[state.size].says}`,
      state.colour === "community" && `颜色＝${COMMUNITY_SAYS}`].filter(Boolean).join(" ");
    paintCommunities();
  });
}

/** The eight largest communities with their colour, how many of them are seen, and who matters most in them. */
function paintCommunities() {
  const groups = theme.community.map(() => []);
  if (state.colour === "community") {
    for (const id of BY_IMPORTANCE) if (seenNode[id]) groups[valueOf(net(), "community", id) - 1]?.push(id);
  }
  $("communities").replaceChildren(...groups.map((ids, number) => ids.length > 1 && h("button.chip", {
    type: "button", title: ids.slice(0, 12).map((id) => clip(NODES[id].name, 20)).join("、"), onclick: () => page.renderer().fit(ids),
  }, h(`i.swatch.c${number + 1}`, { "aria-hidden": "true" }), h("span", null, `${number + 1} ${ids.slice(0, 2).map((id) => clip(NODES[id].name, 8)).join("、")}`),
  h("span.count", null, String(ids.length)))).filter(Boolean));
}
