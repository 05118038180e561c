// The data block, unpacked, and the few helpers that every part of the page uses. DOM is built from text only.

// ---- unpacking what kg.page.pack packed: first what the picture needs, the rest (unpackMore) when that stands ------
const { textOf } = window.kg;
const DATA = JSON.parse(await window.kg.data);
const word = (number) => DATA.words[number];
const fullIri = (iri) => (iri.startsWith("\n") ? iri.slice(1) : DATA.base + iri);
const TAGS = ["zh-Hans", "zh-Hant", "zh-Latn-pinyin", "en"];

/** [[article, start, end]] of one row of a column {many, flat}. */
function quotesOf(column, row) {
  if (!column.at) {
    column.at = new Int32Array(column.many.length + 1);
    column.many.forEach((many, index) => { column.at[index + 1] = column.at[index] + many; });
  }
  const quotes = [];
  for (let i = 3 * column.at[row]; i < 3 * column.at[row + 1]; i += 3) {
    quotes.push([column.flat[i], column.flat[i + 1], column.flat[i + 1] + column.flat[i + 2]]);
  }
  return quotes;
}
/** A label is its own text, or the name cut after so many characters: first + 1000 × second line. */
function labelOfNode(name, cuts) {
  if (typeof cuts === "string") return cuts;
  const [first, second] = [cuts % 1000, Math.floor(cuts / 1000)];
  return [name.slice(0, first), name.slice(first, first + second), name.slice(first + second)].filter(Boolean).join("\n");
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
  get iri() { return fullIri(COLUMNS.iri[this.id]); }
  get side() { return COLUMNS.side[this.id]; }
  get tall() { return [COLUMNS.tall[2 * this.id], COLUMNS.tall[2 * this.id + 1], COLUMNS.tallSide[this.id]]; }
  get kind() { return word(COLUMNS.kind[this.id]); }
  get domain() { return word(COLUMNS.domain[this.id]); }
  get date() { return word(COLUMNS.date[this.id]); }
  get lat() { return COLUMNS.point[this.id] ? COLUMNS.point[this.id][0] : null; }
  get long() { return COLUMNS.point[this.id] ? COLUMNS.point[this.id][1] : null; }
  get label() { return labelOfNode(this.name, COLUMNS.label[this.id]); }
  get about() { return COLUMNS.about[this.id]; }
  get names() { return COLUMNS.names[this.id].map(([tag, other]) => [TAGS[tag] ?? tag, other ?? this.name]); }
  get quotes() { return quotesOf(COLUMNS.quotes, this.id); }
}
const NODES = COLUMNS.name.map((name, id) => new Thing(id));

const FACTS = DATA.lines;
const FAMILY = new Map(DATA.families.flatMap((one) => one.relations.map((relation) => [relation, one.id])));
const familyOfFact = (at) => FAMILY.get(word(FACTS.relation[at])) || "place";

/** A line of the whole network: all facts between two nodes, unpacked when first asked for. */
class Line {
  constructor(id, from, to, family, at, many) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.at = at;
    this.many = many;
    this.family = family;
    this.unpacked = null;
  }
  get facts() {
    this.unpacked ||= Array.from({ length: this.many }, (_, i) => this.fact(this.at + i));
    return this.unpacked;
  }
  get label() {
    return [...new Set(this.facts.map((fact) => fact.label))].join("、");
  }
  fact(at) {
    const [from, to] = FACTS.back[at] ? [this.to, this.from] : [this.from, this.to];
    const texts = Object.fromEntries(["relation", "label", "detail", "date", "note", "status"].map((key) => [key, word(FACTS[key][at])]));
    return { ...texts, from, to, iri: fullIri(FACTS.iri[at]), family: familyOfFact(at), quotes: quotesOf(FACTS.quotes, at),
      confidence: FACTS.confidence[at] < 0 ? null : FACTS.confidence[at] };
  }
}

const FACT_LINES = []; // the lines of the whole
for (let i = 0, at = 0; i < FACTS.ends.length; i += 3) {
  FACT_LINES.push(new Line(FACT_LINES.length, FACTS.ends[i], FACTS.ends[i + 1], FAMILIES[FACTS.family[i / 3]].id, at, FACTS.ends[i + 2]));
  at += FACTS.ends[i + 2];
}
const LINES = [...FACT_LINES]; // the ties of the narrower nets follow (02_nets.js)
const ARTICLES = []; // [{iri, title, date, source, url, credits, whole, pieces}]
const CLASS = new Map(CLASSES.map((one) => [one.id, one]));
const linesOf = NODES.map(() => []);
for (const line of LINES) {
  linesOf[line.from].push(line.id);
  linesOf[line.to].push(line.id);
}

/** All that the first picture does not need: names, facts, words, articles, the narrower nets. One column at a time. */
async function unpackMore(rest) {
  for (const line of (await textOf($("kg-more"))).split("\n")) {
    const [[key, part]] = Object.entries(JSON.parse(line));
    if (key === "nodes" || key === "lines") Object.assign(DATA[key], part);
    else DATA[key] = part;
    await rest();
  }
  for (const article of DATA.articles) ARTICLES.push(article);
  NETS.forEach((net, index) => fillNet(net, DATA.standing[index]));
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
const otherEnd = (line, node) => (line.from === node ? line.to : line.from);
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
