// The data block, and the few helpers that every part of the page uses. DOM is built from text only.

const DATA = JSON.parse(document.getElementById("kg-data").textContent);
const NODES = DATA.nodes;
const LINES = [...DATA.edges]; // the ties of the narrower nets follow (02_nets.js)
const ARTICLES = DATA.articles;
const CLASSES = DATA.classes;   // [{id, name, shape}], order of legend and list
const FAMILIES = DATA.families; // [{id, name}]
const CLASS = new Map(CLASSES.map((one) => [one.id, one]));
const linesOf = NODES.map(() => []);
for (const line of LINES) {
  linesOf[line.from].push(line.id);
  linesOf[line.to].push(line.id);
}
const byIri = new Map(NODES.map((node) => [node.iri, node.id]));

const $ = (id) => document.getElementById(id);

/** Control and bidirectional characters, which could reorder the text around them, as visible codes. */
function plain(text) {
  return String(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `[U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** An element. Strings among the children become text nodes, so no markup in the data can act. */
function h(tag, props, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(props || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false)
    .map((child) => (child instanceof Node ? child : plain(child))));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
function s(tag, props, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).map((child) => (child instanceof Node ? child : plain(child))));
  return element;
}

const clip = (text, most) => (text.length > most ? `${text.slice(0, most)}…` : text);
const otherEnd = (line, node) => (line.from === node ? line.to : line.from);
const say = (text) => { $("status").textContent = plain(text); };

/** The link name of a node: its IRI without what all IRIs share. */
const shortOf = (node) => (node.iri.startsWith(DATA.base) ? node.iri.slice(DATA.base.length) : node.iri);
const nodeOfShort = (short) => byIri.get(DATA.base + short) ?? byIri.get(short) ?? null;

// ---- words and their sentence ----------------------------------------------------------------------------
const STOP = /[。！？!?；\n]/;

/** Code points of an article's pieces, made once: spans count code points, JavaScript counts units. */
const pieceCache = new Map();
function piecesOf(article) {
  if (!pieceCache.has(article)) {
    pieceCache.set(article, ARTICLES[article].pieces.map(([at, text]) => ({ at, chars: Array.from(text) })));
  }
  return pieceCache.get(article);
}

/** The sentence around a quote: {article, at, chars, marks}; null when its words are not in the page. */
function sentenceOf([article, start, end]) {
  const piece = piecesOf(article).find((one) => one.at <= start && end <= one.at + one.chars.length);
  if (!piece) return null;
  let from = start - piece.at;
  let to = end - piece.at;
  while (from > 0 && !STOP.test(piece.chars[from - 1])) from -= 1;
  while (to < piece.chars.length && !STOP.test(piece.chars[to - 1])) to += 1;
  if (STOP.test(piece.chars[end - piece.at - 1] || "")) to = end - piece.at;
  return { article, at: piece.at + from, chars: piece.chars.slice(from, to), marks: [[start, end]] };
}

/** Sentences of many quotes; quotes in one sentence share it. */
function sentencesOf(quotes) {
  const found = new Map();
  for (const quote of quotes) {
    const sentence = sentenceOf(quote);
    if (!sentence) continue;
    const key = `${sentence.article}:${sentence.at}`;
    const old = found.get(key);
    if (!old) found.set(key, sentence);
    else {
      old.marks.push(...sentence.marks);
      if (sentence.chars.length > old.chars.length) old.chars = sentence.chars;
    }
  }
  return [...found.values()];
}

/** A sentence as DOM nodes, its quoted words in <mark>. */
function markedWords({ at, chars, marks }) {
  const inside = new Uint8Array(chars.length);
  for (const [start, end] of marks) inside.fill(1, Math.max(0, start - at), Math.max(0, end - at));
  const out = [];
  for (let from = 0; from < chars.length;) {
    let to = from;
    while (to < chars.length && inside[to] === inside[from]) to += 1;
    const text = chars.slice(from, to).join("").replace(/\n/g, " ");
    out.push(inside[from] ? h("mark", null, text) : text);
    from = to;
  }
  return out;
}
