(async () => {
"use strict";
/** The text of a script element that is no script; a large one is compressed. */
async function textOf(element) {
  if (element.type !== "application/gzip") return element.textContent;
  return new Response(new Blob([bytesOf(element.textContent)]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}
function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const packed = atob(text);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i += 1) bytes[i] = packed.charCodeAt(i);
  return bytes;
}
// The data is unpacked while the page script is.
window.kg = { textOf, data: textOf(document.getElementById("kg-data")) };
document.head.append(Object.assign(document.createElement("script"), { text: await textOf(document.getElementById("kg-page")) }));
})();
