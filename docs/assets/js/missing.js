/*
 * On the page for addresses that are not there (overrides/404.html): the pages
 * of this site that are nearest to the address that was asked for, in the
 * language of that address, which comes first. Without this the page is complete.
 *
 * They are looked for in a list of all pages (hooks/taskforce/publish/listings.py),
 * which is asked for here only.
 */

import { distance } from "./search-query.js";
import { folded, split } from "./words.js";

const MOST = 5;
const NEAR = 0.6; // of 1, which is the same
const SAME_WORD = 0.75; // how much of a word may be otherwise: a letter in four
const SHORTEST_BEGINNING = 4;
const SAME_FOLDER = 0.05;
const LONGEST = 200; // no page has a longer address (hooks/taskforce/values.py)

/* The names in an address, folders first, each in words; what stands for the
   kind of file, or for a folder as a whole, is no name. */
function names(address) {
  let text = address.slice(0, LONGEST);
  try {
    text = decodeURIComponent(text);
  } catch {
    // Somebody typed a % that means itself.
  }
  return folded(text)
    .slice(0, LONGEST) // A sign can stand for eighteen letters.
    .replace(/(?:\.[a-z]{2})?\.(?:html?|md|php|aspx?|pdf)$/, "")
    .split("/")
    .map(split)
    .filter((words) => words.length && words.join() !== "index");
}

/* How alike two texts are; where that is less than the least that counts, which is soon known, only
   that it is less. */
function likeness(a, b, least) {
  const longest = Math.max(a.length, b.length);
  const most = longest * (1 - least);
  if (Math.abs(a.length - b.length) > most) return 0;
  return 1 - distance(a, b, most) / longest;
}

function isSame(word, other) {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  return likeness(word, other, SAME_WORD) >= SAME_WORD || (short.length >= SHORTEST_BEGINNING && long.startsWith(short));
}

/* How much of what was asked for another text has, by the length of the words. */
function shared(asked, words) {
  const there = asked.filter((word) => words.some((other) => isSame(word, other)));
  return there.join("").length / asked.join("").length;
}

/* The pages that are nearest to an address below the root of their language,
   nearest first; none where none is near. A page is its address and title. */
export function nearest(address, pages, most = MOST) {
  const asked = names(address);
  if (!asked.length) return [];
  const name = asked.at(-1);
  const folder = asked.slice(0, -1).join("/");

  function score([own, title]) {
    const parts = names(own);
    const last = parts.at(-1) ?? [];
    const isAbove = asked.slice(0, parts.length).join("/") === parts.join("/");
    const near = Math.max(
      likeness(name.join(""), last.join(""), NEAR - SAME_FOLDER),
      shared(name, [...last, ...split(title)]),
      isAbove ? NEAR : 0,
    );
    return near + (folder && parts.slice(0, -1).join("/") === folder ? SAME_FOLDER : 0);
  }

  return pages
    .map((page) => [score(page), page])
    .filter(([near]) => near >= NEAR)
    .sort(([a], [b]) => b - a)
    .slice(0, most)
    .map(([, page]) => page);
}

async function suggest(place) {
  const { nearest: root, heading, list } = place.dataset;
  const answer = await fetch(list);
  if (!answer.ok) return;
  const found = nearest(location.pathname.slice(root.length), await answer.json());
  if (!found.length) return;

  const title = document.createElement("h2");
  title.textContent = heading;
  const items = document.createElement("ul");
  for (const [address, words, language] of found) {
    const link = document.createElement("a");
    link.href = root + address;
    link.textContent = words;
    if (language) link.lang = language;
    const item = document.createElement("li");
    item.append(link);
    items.append(item);
  }
  place.parentElement.prepend(place);
  place.append(title, items);
}

/* What is said in the language of the address comes first; what has no language is in that of the
   page. */
function putFirst(language) {
  const page = document.querySelector(".page");
  for (const said of page.querySelectorAll("h1 > span, .prose > p")) {
    if (said.lang === language) {
      said.removeAttribute("lang");
      said.parentElement.prepend(said, " ");
    } else {
      said.lang ||= document.documentElement.lang;
    }
  }
  page.lang = language;
}

/* The root that goes furthest along with the address is that of its language. */
const [place] = [...document.querySelectorAll("[data-nearest]")]
  .filter((one) => location.pathname.startsWith(one.dataset.nearest))
  .sort((one, other) => other.dataset.nearest.length - one.dataset.nearest.length);
if (place) {
  if (place.lang) putFirst(place.lang);
  await suggest(place);
}
