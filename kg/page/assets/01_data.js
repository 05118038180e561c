// The data block, unpacked, and the few helpers that every part of the page uses. DOM is built from text only.

// ---- unpacking what kg.page.pack packed: first what the picture needs, the rest (unpackMore) when that stands ------
const { textOf } = window.kg;
const DATA = JSON.parse(await window.kg.data);
const word = (number) => DATA.words[number];
const fullIri = (iri) => (iri.startsWith("\n") ? iri.slice(1) : DATA.base + iri);
const iriOf = ({ head, hash }, row) => fullIri(word(head[row]) + hash.slice(16 * row, 16 * row + 16).trim());

/** A column that is parsed when it is first asked for: of most pages a reader sees a small part. */
function later(owner, key, text) {
  const set = (value) => Object.defineProperty(owner, key, { value, configurable: true });
  Object.defineProperty(owner, key, { configurable: true, get: () => { const value = JSON.parse(text); set(value); return value; } });
}
const whenIdle = (act) => (window.requestIdleCallback || setTimeout)(act);

/** [[article, start, end]] of one row of a column {many, article, start, size}. */
function quotesOf(column, row) {
  if (!column.at) {
    column.at = new Int32Array(column.many.length + 1);
    column.many.forEach((many, index) => { column.at[index + 1] = column.at[index] + many; });
  }
  const quotes = [];
  for (let i = column.at[row]; i < column.at[row + 1]; i += 1) {
    quotes.push([column.article[i], column.start[i], column.start[i] + column.size[i]]);
  }
  return quotes;
}
/** A label is its own text, or the name cut after so many characters: first + 1000 × second line. */
function labelOfNode(name, cuts) {
  if (typeof cuts === "string") return cuts;
  const [first, second] = [cuts % 1000, Math.floor(cuts / 1000)];
  return [name.slice(0, first), name.slice(first, first + second), name.slice(first + second)].filter(Boolean).join("\n");
}

/** A name in a column of names: 1 is the one that the node bears, 2 that in the other script. */
let otherScript = null;
function nameOf(own, name) {
  if (name !== 2) return name === 1 ? own : name;
  if (!otherScript) {
    const pairs = Array.from(COLUMNS.script);
    otherScript = new Map(pairs.flatMap((char, i) => (i % 2 ? [] : [[char, pairs[i + 1]]])));
  }
  let out = "";
  for (const char of own) out += otherScript.get(char) ?? char;
  return out;
}

const COLUMNS = DATA.nodes;
const CLASSES = DATA.classes;   // [{id, name, shape}], order of legend and list
const FAMILIES = DATA.families; // [{id, name, relations, many}]
/** A thing: what is needed to draw it lies ready, the rest is unpacked when asked for. */
class Thing {
  constructor(id) {
    this.id = id;
    this.name = COLUMNS.name[id];
    this.x = COLUMNS.x[id];
    this.y = COLUMNS.y[id];
    this.size = COLUMNS.size[id];
    this.group = CLASSES[COLUMNS.group[id]].id;
    this.flower = COLUMNS.flower[id];
  }
  get iri() { return iriOf(COLUMNS.iri, this.id); }
  get side() { return COLUMNS.side[this.id]; }
  get tall() { return COLUMNS.tall.length ? [COLUMNS.tall[2 * this.id], COLUMNS.tall[2 * this.id + 1], COLUMNS.tallSide[this.id]] : [this.x, this.y, this.side]; }
  get kind() { return word(COLUMNS.kind[this.id]); }
  get domain() { return word(COLUMNS.domain[this.id]); }
  get date() { return word(COLUMNS.date[this.id]); }
  get lat() { return COLUMNS.point[this.id] ? COLUMNS.point[this.id][0] : null; }
  get long() { return COLUMNS.point[this.id] ? COLUMNS.point[this.id][1] : null; }
  get label() { return labelOfNode(this.name, COLUMNS.label[this.id]); }
  get about() { return COLUMNS.about[this.id]; }
  get names() {
    return Object.entries(COLUMNS.names).flatMap(([tag, column]) => (column[this.id] ? [column[this.id]].flat() : []).map((name) => [tag, nameOf(this.name, name)]));
  }
  get quotes() { return quotesOf(COLUMNS.quotes, this.id); }
}
const NODES = COLUMNS.name.map((name, id) => new Thing(id));

const FACTS = DATA.lines;
const FAMILY = new Map(DATA.families.flatMap((one) => one.relations.map((relation) => [relation, one.id])));
const familyOfFact = (at) => FAMILY.get(word(FACTS.relation[at])) || "place";

// ---- lines, by number: those of the whole, then the ties of a narrower net once it is opened (02_nets.js) ----------
const ENDS = FACTS.ends; // from, to and number of facts of each line
const FACT_LINES = ENDS.length / 3; // lines of the whole
const fromOf = (id) => ENDS[3 * id];
const toOf = (id) => ENDS[3 * id + 1];
const otherEnd = (id, node) => (fromOf(id) === node ? toOf(id) : fromOf(id));
const familyOfLine = (id) => (id < FACT_LINES ? FAMILIES[FACTS.family.charCodeAt(id) - 48].id : LINES[id].family);

/** A line of the whole network: all facts between two nodes, unpacked when first asked for. */
class Line {
  constructor(id) {
    this.id = id;
    this.from = fromOf(id);
    this.to = toOf(id);
    this.family = familyOfLine(id);
    this.unpacked = null;
  }
  get facts() {
    this.unpacked ||= Array.from({ length: ENDS[3 * this.id + 2] }, (_, i) => this.fact(firstFact(this.id) + i));
    return this.unpacked;
  }
  get label() {
    return [...new Set(this.facts.map((fact) => fact.label))].join("、");
  }
  fact(at) {
    const [from, to] = FACTS.back[at] ? [this.to, this.from] : [this.from, this.to];
    const texts = Object.fromEntries(["relation", "label", "detail", "date", "note", "status"].map((key) => [key, word(FACTS[key][at])]));
    return { ...texts, from, to, iri: iriOf(FACTS.iri, at), family: familyOfFact(at), quotes: quotesOf(FACTS.quotes, at),
      confidence: FACTS.confidence[at] < 0 ? null : FACTS.confidence[at] };
  }
}
const LINES = new Array(FACT_LINES);
function lineOf(id) {
  LINES[id] ||= new Line(id);
  return LINES[id];
}
let firstFacts = null;
function firstFact(id) {
  if (!firstFacts) {
    firstFacts = new Int32Array(FACT_LINES);
    for (let i = 1; i < FACT_LINES; i += 1) firstFacts[i] = firstFacts[i - 1] + ENDS[3 * i - 1];
  }
  return firstFacts[id];
}

// The lines of each node, one after the other.
const TIED_AT = new Int32Array(NODES.length + 1);
const TIED = new Int32Array(2 * FACT_LINES);
for (let id = 0; id < FACT_LINES; id += 1) {
  TIED_AT[fromOf(id) + 1] += 1;
  TIED_AT[toOf(id) + 1] += 1;
}
for (let node = 0; node < NODES.length; node += 1) TIED_AT[node + 1] += TIED_AT[node];
{
  const next = TIED_AT.slice();
  for (let id = 0; id < FACT_LINES; id += 1) for (const end of [fromOf(id), toOf(id)]) TIED[next[end]++] = id;
}
const degreeOf = (node) => TIED_AT[node + 1] - TIED_AT[node];
const linesOf = (node) => Array.from(TIED.subarray(TIED_AT[node], TIED_AT[node + 1]));

const CLASS = new Map(CLASSES.map((one) => [one.id, one]));
const ARTICLES = []; // [{iri, title, date, source, url, credits, whole}]

/** All that the first picture does not need: a column a line, its name before it. */
async function unpackMore() {
  const owners = { page: DATA, nodes: COLUMNS, lines: FACTS, ...Object.fromEntries(NET) };
  for (const line of (await textOf($("kg-more"))).split("\n")) {
    const space = line.indexOf(" ");
    const [owner, key] = line.slice(0, space).split(".");
    later(owners[owner], key, line.slice(space + 1));
    if (owner === "nodes" || owner === "lines") whenIdle(() => owners[owner][key]); // a click will ask for them
  }
  ARTICLES.push(...DATA.articles);
}
let iris = null;
function idOfIri(iri) {
  iris ||= new Map(NODES.map((node) => [node.iri, node.id]));
  return iris.get(iri) ?? null;
}

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
const say = (text) => { $("status").textContent = plain(text); };

/** The link name of a node: its IRI without what all IRIs share. */
const shortOf = (node) => (node.iri.startsWith(DATA.base) ? node.iri.slice(DATA.base.length) : node.iri);
const nodeOfShort = (short) => idOfIri(DATA.base + short) ?? idOfIri(short);

// ---- words and their sentence ----------------------------------------------------------------------------
const STOP = /[。！？!?；\n]/;

/** Code points of an article's pieces, made once: spans count code points, JavaScript counts units. */
const pieceCache = new Map();
function piecesOf(article) {
  if (!pieceCache.has(article)) {
    pieceCache.set(article, DATA.pieces[article].map(([at, text]) => ({ at, chars: Array.from(text) })));
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
