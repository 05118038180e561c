// Shapes as SVG paths (canvas draws them with Path2D, legend and SVG export as <path>), and colours by theme.

function shapePath(shape, r) {
  const polygon = (points) => `M${points.map(([x, y]) => `${(x * r).toFixed(2)} ${(y * r).toFixed(2)}`).join("L")}Z`;
  const turn = (count, start, radius = () => 1) => Array.from({ length: count }, (_, i) => {
    const angle = start + (2 * Math.PI * i) / count;
    return [Math.cos(angle) * radius(i), Math.sin(angle) * radius(i)];
  });
  switch (shape) {
    case "square": return polygon([[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]]);
    case "diamond": return polygon([[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]]);
    case "hexagon": return polygon(turn(6, 0, () => 1.1));
    case "triangle": return polygon([[0, -1.1], [1.05, 0.8], [-1.05, 0.8]]);
    case "star": return polygon(turn(10, -Math.PI / 2, (i) => (i % 2 ? 0.55 : 1.2)));
    case "page": return polygon([[-0.8, -1], [0.3, -1], [0.8, -0.5], [0.8, 1], [-0.8, 1]]);
    default: return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
}

/** A small picture of a class for legend, panel and lists; the name beside it says the same in words. */
function icon(group) {
  const one = CLASS.get(group) || { shape: "dot" };
  return s("svg", { viewBox: "-12 -12 24 24", class: `icon c-${one.id || "other"}`, "aria-hidden": "true" },
    s("path", { d: shapePath(one.shape, 9) }));
}

const theme = { dark: false, node: {}, line: {}, ink: "", faint: "", paper: "", accent: "" };
function readTheme() {
  const css = getComputedStyle(document.documentElement);
  const value = (name) => css.getPropertyValue(name).trim();
  for (const one of CLASSES) theme.node[one.id] = value(`--${one.id}`) || value("--other");
  for (const one of FAMILIES) theme.line[one.id] = value(`--line-${one.id}`) || value("--line");
  theme.community = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => value(`--c${number}`));
  theme.ink = value("--ink");
  theme.faint = value("--ink-2");
  theme.paper = value("--paper");
  theme.accent = value("--accent");
  theme.font = css.fontFamily;
}

/** Colour of a node, as the reader wants it; communities after the eighth are grey. */
function colourOf(id) {
  if (state.colour === "kind") return theme.node[NODES[id].group] || theme.ink;
  const row = net().row.get(id);
  return theme.community[row === undefined ? 8 : net().community[row] - 1] || theme.node.other || theme.faint;
}
