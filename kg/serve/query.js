// Puts the SPARQL editor (Yasgui) in the place of the text area of the query page. Without script, or without
// the editor, the form stays as it is. Nothing is asked of any other server: the completers that would are
// replaced by the terms of the ontology.
'use strict';

const form = document.querySelector('form.query');
const { base, prefixes, classes, properties, given } = JSON.parse(document.getElementById('terms').textContent);
const text = form.elements.query.value;

const { Yasqe } = Yasgui;
const completers = {
  prefixes: Object.entries(prefixes).map(([name, namespace]) => `${name}: <${namespace}>`),
  class: classes,
  property: properties,
};
for (const [name, words] of Object.entries(completers)) {
  const ours = { name: `kg-${name}`, get: () => words, bulk: true, persistenceId: null };
  Yasqe.forkAutocompleter(name, ours, false);
}
Yasqe.defaults.autocompleters = ['variables', ...Object.keys(completers).map((name) => `kg-${name}`)];

const place = document.createElement('div');
form.replaceWith(place);
document.querySelectorAll('.without-editor').forEach((part) => part.remove());
const endpoint = new URL('/sparql', location).href;
const editor = new Yasgui(place, {
  requestConfig: { endpoint, method: 'POST' },
  copyEndpointOnNewTab: false,
  endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  persistenceId: 'kg',
  populateFromUrl: false,
  autofocus: false,
  yasqe: { value: text, editorHeight: '20rem' },
  yasr: { prefixes: { ...prefixes, '': base } }, // results show :person/… for an entity
});
if (given) editor.addTab(true, { name: given, yasqe: { value: text } }, { avoidDuplicateTabs: true });

// An entity in a result leads to its page here.
document.addEventListener('click', ({ target }) => {
  const link = target.closest('.yasr a[href]');
  if (link && link.href.startsWith(base)) link.href = `/${link.href.slice(base.length)}`;
}, true);
