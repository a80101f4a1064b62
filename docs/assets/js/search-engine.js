/*
 * The search engine: Pagefind, and the guide to its index. Fetched when
 * somebody searches, not before; the interface knows only these functions.
 *
 *     search(text, { kind, theme, most }) -> Promise<{
 *       total, results: [{ url, title, kind, summary, excerpt, sections }],
 *       changed, unknown: [typed], partly }>
 *     choices() -> Promise<{ kinds: [name], themes: [name] }>
 *
 * An excerpt is HTML of which only text and <mark> are to be used. `changed` is
 * what was searched for where that is not what was typed; `partly` says that no
 * page has all the words.
 */

import { Words, split, understand } from "./search-query.js";

export const SHOWN = 20; // results at a time; each is a request
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

let loaded;

/* Both once; after a failure, again. */
function load() {
  loaded ??= Promise.all([engine(), guide()]).catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function engine() {
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
  return pagefind;
}

/* What hooks/engine/search.py says of the index. */
async function guide() {
  // Always asked anew, as the ids in it belong to one build of the index.
  const response = await fetch(new URL(`guide.${language}.json`, base), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const { kinds, themes, names, pages, stop, words } = await response.json();
  const known = new Map(pages.map(([id, prior, kind, ...about]) => [id, {
    prior, kind: kinds[kind], themes: about.map((theme) => themes[theme]),
  }]));
  const bearer = (text) => pages[names[text]]?.[0];
  return { kinds, themes, known, bearer, words: new Words({ stop, words }) };
}

export async function choices() {
  const [, { kinds, themes }] = await load();
  return { kinds, themes };
}

export async function search(text, { kind = "", theme = "", most = SHOWN } = {}) {
  const [pagefind, { known, bearer, words: knownWords }] = await load();
  const { words, changed, unknown } = understand(text, knownWords);
  const { found, partly } = await find(pagefind, words);
  // Who types a name wants what bears it, whatever else speaks of it.
  const named = bearer(words.join(" "));
  const likely = ({ id, score }) => (id === named ? Infinity : score * (known.get(id)?.prior ?? 1));
  const chosen = found
    .filter(({ id }) => !kind || known.get(id)?.kind === kind)
    .filter(({ id }) => !theme || known.get(id)?.themes.includes(theme))
    .sort((a, b) => likely(b) - likely(a));
  const details = await Promise.all(chosen.slice(0, most).map((result) => result.data()));
  return {
    total: chosen.length,
    results: details.map((page) => shown(page, words)),
    changed,
    unknown,
    partly,
  };
}

/* Pages with all words; where there are none, those with as many as possible. */
async function find(pagefind, words) {
  if (!words.length) return { found: [], partly: false };
  const { results } = await pagefind.search(words.join(" "));
  if (results.length || words.length < 2) return { found: results, partly: false };
  const found = new Map();
  for (const word of words) {
    for (const result of (await pagefind.search(word)).results) {
      const score = (found.get(result.id)?.score ?? 0) + result.score;
      found.set(result.id, { id: result.id, score, data: result.data });
    }
  }
  return { found: [...found.values()], partly: true };
}

function shown({ url, meta, excerpt, sub_results: places }, words) {
  // A heading that speaks of what was asked comes before one with more in it.
  const asked = words.flatMap(split).map((word) => word.slice(0, STEM));
  const speaks = ({ title }) => split(title).some((word) => asked.includes(word.slice(0, STEM)));
  return {
    // A term of the glossary is indexed as a page below the one that explains it.
    url: meta.place ? new URL(`../#${meta.place}`, new URL(url, location)).href : url,
    title: meta.title ?? meta.term,
    kind: meta.kind,
    summary: meta.summary,
    excerpt: excerpt.includes("<mark>") ? excerpt : "",
    sections: places
      .filter((place) => place.url.includes("#") && place.excerpt.includes("<mark>"))
      .sort((a, b) => speaks(b) - speaks(a) || b.locations.length - a.locations.length)
      .slice(0, SECTIONS)
      .map((place) => ({ url: place.url, title: place.title })),
  };
}
