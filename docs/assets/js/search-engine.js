/*
 * The search engine: Pagefind, and the guide to its index. Fetched when
 * somebody searches, not before; the interface knows only these functions.
 *
 *     search(text, { kind, theme, most }) -> Promise<{
 *       total, results: [{ url, title, kind, summary, details }],
 *       changed, unknown: [typed], partly }>, `details` only where the engine found it
 *     quickly(text, { kind, theme, most }) -> Promise<results>
 *     isReady() -> whether search answers without fetching the engine first
 *     choices() -> Promise<{ kinds: [[key, name]], themes: [[key, name]] }>
 *
 * `details()` promises { summary, excerpt, sections: [{ url, title }] }, for which each page
 * is a request: call it for what is seen. An excerpt is HTML of which only text and <mark> are to be used.
 * `changed` is what was searched for where that is not what was typed; `partly`
 * says that no page has all the words. What is asked for as `kind` and `theme` is a
 * key, the same in every language. `quickly` knows which page has which word, not
 * where or how often: on a slow line it answers seconds earlier.
 */

import { Words, isForm, understand } from "./search-query.js";
import { split } from "./words.js";

export const SHOWN = 20; // results at a time
const SECTIONS = 3;      // more places on one page are not worth a line
const STEM = 4;          // letters that the forms of a word have in common

const base = new URL("../../pagefind/", import.meta.url);
const language = document.documentElement.lang;

/* How much a match counts outside the text; hooks/engine/search_documents.py
   says what the fields are. Measured with tests/audit/search_queries.yml. */
const RANKING = {
  pageLength: 0.4, // long pages count in full
  metaWeights: {
    title: 5, names: 4, term: 4, near: 1.5, summary: 1, topic: 0.8, words: 0.3, kind: 0, place: 0,
  },
};

/* What `make` promises, made once; after a failure, and once it is forgotten, again. */
function once(make) {
  let made;
  const forget = () => { made = undefined; };
  const get = () => {
    made ??= make().catch((error) => {
      forget();
      throw error;
    });
    return made;
  };
  return Object.assign(get, { forget });
}

let ready = false;

export function isReady() {
  return ready;
}

const engine = once(async () => {
  await guide(); // first on a slow line, as it already answers
  const wasm = document.createElement("link");
  Object.assign(wasm, { rel: "preload", as: "fetch", href: new URL(`wasm.${language}.pagefind`, base), crossOrigin: "anonymous" });
  document.head.append(wasm); // else asked for when all the rest is there
  const { createInstance } = await import(new URL("pagefind.js", base));
  // On the main thread: a worker would be 12 kB more, and a search takes less
  // than a frame.
  const pagefind = createInstance({
    basePath: base.pathname,
    baseUrl: new URL("../", base).pathname,
    noWorker: true,
    excerptLength: 28,
    ranking: RANKING,
  });
  await pagefind.init();
  await pagefind.search(""); // its init promises too early, and keeps what goes wrong to itself
  return pagefind;
});

/* What hooks/engine/search.py says of the index. */
const guide = once(async () => {
  // Always asked anew, as the ids in it belong to one build of the index.
  const response = await fetch(new URL(`guide.${language}.json`, base), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const { ids, pages: told, kinds, themes, names, stop, words, on, part } = await response.json();
  const pages = told.titles.map((title, i) => {
    const summary = told.summaries[i] ?? ""; // of a large site the guide has none
    return {
      title, summary,
      prior: told.priors[i],
      url: new URL(`../${told.addresses[i]}`, base).href,
      kind: kinds[told.kinds[i]][1],
      keys: { kind: kinds[told.kinds[i]][0], themes: told.themes[i].map((theme) => themes[theme][0]) },
      said: [[title, RANKING.metaWeights.title], [summary, RANKING.metaWeights.summary]],
    };
  });
  for (const [name, number] of Object.entries(names)) pages[number].said.push([name, RANKING.metaWeights.names]);
  const byId = new Map(ids.split(" ").map((id, i) => [id, pages[i]]));
  const known = new Words({ stop, words, part });
  // Of a large site `names` leaves out titles, which are here all the same; of two the first bears it.
  const titled = part ? [...pages].reverse() : [];
  const titles = new Map(titled.map((page) => [known.telling(page.title), page]));
  const places = on.split(" ");
  /* The pages that have a word, each with how much it counts there. */
  const having = (word) => {
    const found = new Map();
    const add = (page, count) => found.set(page, Math.max(count, found.get(page) ?? 0));
    known.list.forEach((one, i) => {
      if (!places[i] || !isForm(one, word)) return;
      let number = 0;
      for (const more of places[i].split(".")) add(pages[number += parseInt(more, 16)], RANKING.metaWeights.words);
    });
    for (const page of pages) {
      for (const [text, count] of page.said) if (split(text).some((one) => isForm(one, word))) add(page, count);
    }
    return found;
  };
  return {
    kinds, themes, pages, having,
    page: (id) => byId.get(id.split("_").at(-1)), // without the language
    bearer: (text) => pages[names[text]] ?? titles.get(text),
    words: known,
  };
});

export async function choices() {
  const { kinds, themes } = await guide();
  return { kinds, themes };
}

export async function search(text, { kind = "", theme = "", most = SHOWN } = {}) {
  const [pagefind, known] = await Promise.all([engine(), guide()]);
  const { page, bearer, words: knownWords } = known;
  let { words, changed, unknown } = understand(text, knownWords);
  let { found, partly } = await find(pagefind, known, words);
  if (knownWords.isPart && (partly || !found.length)) {
    // Of a large site not all words are known here: only now it is sure that some are mistakes.
    ({ words, changed, unknown } = understand(text, knownWords, { corrects: true }));
    if (changed) ({ found, partly } = await find(pagefind, known, words));
  }
  ready ||= words.length > 0;
  const all = found.map((one) => ({ ...one, page: one.page ?? page(one.id) })).filter((one) => one.page);
  const chosen = ranked(all, { kind, theme, named: bearer(words.join(" ")) });
  return {
    total: chosen.length,
    results: chosen.slice(0, most).map(({ page, data }) => ({
      ...page,
      details: data && once(() => data().then((found) => detailed(found, words, page.url))),
    })),
    changed,
    unknown,
    partly,
  };
}

export async function quickly(text, { kind = "", theme = "", most = SHOWN } = {}) {
  const known = await guide();
  const words = understand(text, known.words).words.flatMap(split);
  const { some, all } = told(known, words);
  const chosen = ranked(all.length ? all : some, { kind, theme, named: known.bearer(words.join(" ")) });
  return chosen.slice(0, most).map(({ page }) => page);
}

/* The pages of which the guide says that they have some or all of these words. */
function told({ pages, having }, words) {
  const found = words.map(having);
  const some = pages.map((page) => {
    const scores = found.map((one) => one.get(page) ?? 0);
    return { page, score: scores.reduce((sum, score) => sum + score, 0), hasAll: scores.every(Boolean) };
  }).filter(({ score }) => score);
  return { some, all: some.filter(({ hasAll }) => hasAll) };
}

/* What was chosen of what was found, the likeliest first. */
function ranked(found, { kind, theme, named }) {
  // Who types a name wants what bears it, whatever else speaks of it.
  const likely = ({ page, score }) => (page === named ? Infinity : score * page.prior);
  return found
    .filter(({ page }) => !kind || page.keys.kind === kind)
    .filter(({ page }) => !theme || page.keys.themes.includes(theme))
    .sort((a, b) => likely(b) - likely(a));
}

/* Pages with all words; where there are none, those with as many as possible. */
async function find(pagefind, known, words) {
  if (!words.length) return { found: [], partly: false };
  const ask = async (asked) => {
    const { results } = await pagefind.search(asked);
    // Of a part of the index that did not come Pagefind says nothing, and never asks for it again.
    if (!results.length && known.words.exact.has(asked)) [engine, guide].forEach((one) => one.forget());
    return results;
  };
  const results = await ask(words.join(" "));
  if (results.length) return { found: results, partly: false };
  const found = new Map();
  for (const word of words.length > 1 ? words : []) {
    for (const { id, score, data } of await ask(word)) {
      found.set(id, { id, score: (found.get(id)?.score ?? 0) + score, data });
    }
  }
  // Nor does it know the beginning of a word that stands in another part than the word.
  const { all } = told(known, words.flatMap(split));
  return all.length ? { found: all, partly: false } : { found: [...found.values()], partly: found.size > 0 };
}

function detailed({ excerpt, meta, sub_results: places }, words, address) {
  // A heading that speaks of what was asked comes before one with more in it.
  const asked = words.flatMap(split).map((word) => word.slice(0, STEM));
  const speaks = (heading) => split(heading).some((word) => asked.includes(word.slice(0, STEM)));
  const sections = new Map(places
    .map((place) => ({ ...place, id: place.url.split("#")[1] })) // before it, no address of ours
    .filter((place) => place.id && place.excerpt.includes("<mark>"))
    .sort((a, b) => speaks(b.title) - speaks(a.title) || b.locations.length - a.locations.length)
    .reverse() // of two with one title, the first stays
    .map((place) => [place.title, `${address}#${place.id}`]));
  return {
    summary: meta.summary ?? "",
    excerpt: excerpt.includes("<mark>") ? excerpt : "",
    sections: [...sections].reverse().slice(0, SECTIONS).map(([title, url]) => ({ url, title })),
  };
}
