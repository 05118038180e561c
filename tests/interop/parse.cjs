// Reads a file with N3.js and writes N-Quads.
const fs = require("fs");
const zlib = require("zlib");
const { Parser, Writer } = require("n3");

const path = process.argv[2];
const name = path.replace(/\.gz$/, "");
const formats = { ttl: "text/turtle", trig: "application/trig", nq: "application/n-quads" };
const raw = fs.readFileSync(path);
const text = (path.endsWith(".gz") ? zlib.gunzipSync(raw) : raw).toString("utf8");
const quads = new Parser({ format: formats[name.split(".").pop()] }).parse(text);
const writer = new Writer({ format: "application/n-quads" });
process.stdout.write(writer.quadsToString(quads));
