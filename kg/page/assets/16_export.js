// What the reader takes away: the picture, and the visible part as CSV or Turtle.

function download(name, type, content) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const url = URL.createObjectURL(blob);
  const anchor = h("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  toast(`已保存 ${name}`);
}

/** RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe. */
function csvCell(value) {
  let text = String(value ?? "");
  if (/^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
const csv = (rows) => `\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
const wordsOf = (fact) => sentencesOf(fact.quotes).map((one) => one.marks.map(([start, end]) => one.chars.slice(start - one.at, end - one.at).join("")).join(" … ")).join(" | ");

/** Ties of a narrower net with their occasions and words; in the whole every fact is a row. */
function visibleTies() {
  const rows = [["source", "source_name", "target", "target_name", "weight", "count", "occasions", "words", "articles"]];
  for (const line of net().lines.filter((id) => seenLine[id]).map(lineOf)) {
    const [from, to] = [NODES[line.from], NODES[line.to]];
    rows.push([from.iri, from.name, to.iri, to.name, line.weight, line.occasions.length, line.occasions.map((id) => NODES[id].name).join(" | "),
      line.facts.map(wordsOf).join(" | "), [...new Set(line.facts.flatMap((fact) => fact.quotes.map(([article]) => ARTICLES[article].iri)))].join(" ")]);
  }
  return csv(rows);
}

function measuresCsv() {
  const keys = ["degree", "strength", "between", "community"];
  const rows = BY_IMPORTANCE.filter((id) => seenNode[id]).map((id) => [NODES[id].iri, NODES[id].name, NODES[id].group, ...keys.map((key) => valueOf(net(), key, id))]);
  return csv([["node", "label", "class", "degree", "strength", "betweenness", "community"], ...rows]);
}

function visibleCsv() {
  if (net().ties) return visibleTies();
  const rows = [["subject", "subject_name", "relation", "label", "object", "object_name", "detail", "date", "confidence", "status", "words", "article"]];
  for (const id of net().lines.filter((line) => seenLine[line])) {
    for (const fact of lineOf(id).facts.filter(factShown)) {
      const [from, to] = [NODES[fact.from], NODES[fact.to]];
      rows.push([from.iri, from.name, fact.relation, fact.label, to.iri, to.name, fact.detail, fact.date, fact.confidence, fact.status,
        wordsOf(fact), [...new Set(fact.quotes.map(([article]) => ARTICLES[article].iri))].join(" ")]);
    }
  }
  return csv(rows);
}

// ---- Turtle ------------------------------------------------------------------------------------------------
const turtleIri = (iri) => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}>`;
const turtleText = (text) => `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\u0000-\u0008\u000b-\u001f]/g,
  (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`)}"`;
const ONTOLOGY_CLASS = { person: "Person", organization: "Organization", event: "Event", agreement: "Agreement", document: "Work", group: "Group", place: "Place" };
const PREDICATE = { party: ["kg:party", true], party_group: ["kg:partyGroup", true], signed_at: ["kg:signedAt"], member: ["kg:hasMember"],
  jurisdiction: ["kg:jurisdiction"], part_of: ["kg:partOf"], place: ["kg:place"], adopted: ["kg:adoptedAt", true], presented_at: ["kg:presentedAt", true],
  handled: ["kg:handledAt", true], signed_document: ["kg:signedAt", true], same_as_candidate: ["kg:sameAsCandidate"] };

/** One fact in the terms of the ontology: a tenure, a participation, or one triple. */
function turtleFact(fact) {
  const [from, to] = [turtleIri(NODES[fact.from].iri), turtleIri(NODES[fact.to].iri)];
  const quotes = [...new Set(fact.quotes.map(([article, start, end]) => turtleIri(`${ARTICLES[article].iri}#char=${start},${end}`)))];
  const proof = quotes.length ? ` ;\n    kg:evidence ${quotes.join(", ")}` : "";
  if (fact.family === "post" && ["holds_post", "held_post"].includes(fact.relation)) {
    const place = NODES[fact.to].group === "organization" ? ` ;\n    kg:at ${to}` : "";
    return `${turtleIri(fact.iri)} a kg:Tenure ;\n    kg:holder ${from}${place}${proof} . # ${plain(fact.detail || fact.label).replace(/\s+/g, " ")}`;
  }
  if (fact.family === "participation") {
    return `${turtleIri(fact.iri)} a kg:Participation ;\n    kg:agent ${from} ;\n    kg:inEvent ${to} ;\n    kg:role code:role-${fact.relation.replace(/[^a-z-]/g, "")}${proof} .`;
  }
  const [predicate, back] = PREDICATE[fact.relation] || [];
  if (!predicate) return null;
  return `${back ? to : from} ${predicate} ${back ? from : to} .`;
}

function turtleOf(ids) {
  const inside = new Set(ids);
  const lines = new Set(ids.flatMap((id) => linesOf(id)).filter((id) => shownLine[id] && (ids.length === 1 || (inside.has(fromOf(id)) && inside.has(toOf(id))))));
  const nodes = new Set([...ids, ...[...lines].flatMap((id) => [fromOf(id), toOf(id)])]);
  const about = [...nodes].sort((a, b) => a - b).map((id) => {
    const node = NODES[id];
    const names = node.names.map(([language, name], index, all) => `skos:${all.findIndex(([other]) => other === language) === index ? "prefLabel" : "altLabel"} ${turtleText(name)}${/^[A-Za-z]+(-[A-Za-z0-9]+)*$/.test(language) ? `@${language}` : ""}`);
    if (!names.length) names.push(`skos:prefLabel ${turtleText(node.name)}`);
    return `${turtleIri(node.iri)} a kg:${ONTOLOGY_CLASS[node.group] || "Agent"} ;\n    ${names.join(" ;\n    ")} .`;
  });
  const facts = [...lines].sort((a, b) => a - b).flatMap((id) => lineOf(id).facts.filter(factShown)).map(turtleFact).filter(Boolean);
  return `@prefix kg: <${DATA.ontology}> .\n@prefix code: <${DATA.codes}> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n${[...about, ...new Set(facts)].join("\n\n")}\n`;
}
/** What is seen; in a narrower net with the occasions that tie it. */
function visibleIds() {
  const occasions = net().lines.filter((id) => seenLine[id]).flatMap((id) => lineOf(id).occasions || []);
  return [...new Set([...NODES.filter((node) => seenNode[node.id]).map((node) => node.id), ...occasions])];
}

/** For paper the picture is drawn anew, light and as lines, whatever the window looks like. */
function startPaper() {
  if (state.view !== "graph" || !page.current.camera.width) return;
  document.documentElement.classList.add("light");
  readTheme();
  const picture = new DOMParser().parseFromString(pictureSvg(), "image/svg+xml").documentElement;
  document.documentElement.classList.remove("light");
  readTheme();
  for (const side of ["width", "height"]) picture.removeAttribute(side);
  $("paper").replaceChildren(document.importNode(picture, true));
}

function startExport() {
  const act = {
    png: async () => download("graph.png", "image/png", await picturePng()),
    svg: () => download("graph.svg", "image/svg+xml", pictureSvg()),
    measures: () => download(`measures-${state.net}.csv`, "text/csv", measuresCsv()),
    csv: () => download("graph.csv", "text/csv", visibleCsv()),
    ttl: () => download("graph-part.ttl", "text/turtle", turtleOf(visibleIds())),
    link: () => copy(location.href, "链接已复制"),
    print: () => window.print(),
  };
  for (const button of document.querySelectorAll("[data-export]")) {
    button.addEventListener("click", () => { $("export").removeAttribute("open"); act[button.dataset.export](); });
  }
}
