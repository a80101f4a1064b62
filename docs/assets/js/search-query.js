/*
 * What somebody typed, made into what the index knows. Pure functions: words
 * in, words out. The guide (hooks/engine/search.py) says which words exist.
 *
 * The index itself knows endings, beginnings of words, other names and parts
 * of compounds. Here is what it does not: words that say nothing, words written
 * apart or together, dates in numbers, and typing mistakes.
 */

import { folded, signed, split } from "./words.js";

const SHORTEST_LISTED = 3;
// From which length on a mistake is corrected, by what it is. Short words are
// often one letter away from another right word: skill and still, cite and city.
const SHORTEST_SWAPPED = 4;
const SHORTEST_LEFT_OUT = 6;
const SHORTEST_REPLACED = 7;
const SHORTEST_TWICE = 10;
const SHORTEST_RELATED = 6;
const LONGEST_ENDING = 3; // what may follow a known word and still be a form of it
const SHORTEST_STEM = 4;
const SHORTEST_ROOT = 3;
const SHORTEST_BEGINNING = 6;
const SHORTEST_PART = 3;

/* Whether there is anything to search for: one letter is on every page. */
export function isEnough(text) {
  return split(text).some((word) => word.length > 1);
}

/* Days and months in numbers, as in a query: 15-11-2023, 2023-11-15, 11/2023. */
const DATES = /(^|[^\d.-])(?:(\d{4})-(\d{1,2})(?:-(\d{1,2}))?|(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4}))(?![\d-])/g;

/* Dates in a text, each with the words for the day, the month and the year, as
   far as it has them (hooks/taskforce/typed_dates.py), and the rest of the text. */
function dates(text) {
  const found = [];
  const rest = text.replace(DATES, (typed, before, ...parts) => {
    const [year, month, day] = parts[0] ? parts : [parts[5], parts[4], parts[3]];
    if (month < 1 || month > 12 || day < 1 || day > 31) return typed;
    const [m, d] = [month, day ?? ""].map((part) => part && part.padStart(2, "0"));
    const words = [[`d${year}${m}`, `${m}-${year}`], [year, year]];
    if (day) words.unshift([`d${year}${m}${d}`, typed.slice(before.length)]);
    found.push(words);
    return `${before} `;
  });
  return { found, rest };
}

/* What forms of a word have in common, in both languages: weerbar for weerbaar
   and weerbare, citi for city and cities. */
function root(word) {
  const bare = word.replace(/(?:en|es|ed|ing|e|s)$/, "");
  return (bare.length < SHORTEST_ROOT ? word : bare)
    .replace(/y$/, "i")
    .replace(/v$/, "f")
    .replace(/z$/, "s")
    .replace(/([^aeiou])\1$/, "$1")
    .replace(/([aeou])\1([^aeiou])$/, "$1$2");
}

/* Whether a word of a page answers a word that was asked: it begins with it, or
   is another form of it. */
export function isForm(said, asked) {
  return said.startsWith(asked) || root(said) === root(asked);
}

export class Words {
  /* `part` says that these are not all words, only the commonest. */
  constructor({ stop, words, part = false }) {
    this.isPart = part;
    this.stop = new Set(stop.split(" "));
    this.list = words.split(" ");
    this.exact = new Set(this.list);
    this.sorted = [...this.list].sort();
    // Of words with one root, the one on most pages comes last and stays.
    this.roots = new Map([...this.list].reverse().map((word) => [root(word), word]));
  }

  /* The words of a text that say something, as one asks for them. */
  telling(text) {
    const all = split(text);
    const some = all.filter((word) => !this.stop.has(word));
    return (some.length ? some : all).join(" ");
  }

  /* The word to ask for: the word itself where the index has it, a longer word
     that begins with it, or the word of which it is a form by its ending; else
     the known word of which it is another form; null where there is none. */
  form(word) {
    // The list leaves out numbers and the shortest words.
    if (word.length < SHORTEST_LISTED || /^\d+$/.test(word)) return word;
    if (this.exact.has(word) || this.begins(word)) return word;
    const other = this.roots.get(root(word));
    if (other) return other;
    for (let length = word.length - 1; length >= word.length - LONGEST_ENDING; length -= 1) {
      if (length >= SHORTEST_STEM && this.exact.has(word.slice(0, length))) return word;
    }
    return null;
  }

  begins(word) {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < word) low = middle + 1;
      else high = middle;
    }
    return this.sorted[low]?.startsWith(word) ?? false;
  }

  /* One word written as two or three: citydeal, mkbagenda. */
  apart(word) {
    for (let at = word.length - 3; at >= 3; at -= 1) {
      const [first, last] = [word.slice(0, at), word.slice(at)];
      if (this.exact.has(first) && this.exact.has(last)) return [first, last];
    }
    return null;
  }

  /* The nearest known word; of equally near ones that on most pages. People
     seldom get the first letter wrong. */
  nearest(word) {
    if (/\d/.test(word)) return null;
    let most = word.length >= SHORTEST_TWICE ? 2 : 1;
    let found = null;
    for (const candidate of this.list) {
      if (candidate.length < SHORTEST_SWAPPED || candidate[0] !== word[0]) continue;
      const longer = Math.abs(candidate.length - word.length);
      if (longer > most || (longer && word.length < SHORTEST_LEFT_OUT)) continue;
      if (word.length < SHORTEST_REPLACED && isReplaced(word, candidate)) continue;
      const far = distance(word, candidate, most);
      if (far < most || (far === most && !found)) [found, most] = [candidate, far];
    }
    return found;
  }

  /* The last resorts, for compounds: a known word that ends in this one, or
     has it inside, or with which it begins (privacy in privacybeleid). */
  related(word) {
    if (word.length < SHORTEST_RELATED) return null;
    // A part of a compound stands beside another part: bellen is none of tabellen.
    const at = (candidate) => candidate.indexOf(word, SHORTEST_PART);
    const within = this.list.find((candidate) => at(candidate) >= 0 && candidate.endsWith(word))
      ?? this.list.find((candidate) => at(candidate) >= 0);
    if (within) return within;
    for (let length = word.length - 1; length >= SHORTEST_BEGINNING; length -= 1) {
      if (this.exact.has(word.slice(0, length))) return word.slice(0, length);
    }
    return null;
  }
}

/* Whether one letter stands where the other word has another, and no more. */
function isReplaced(a, b) {
  const other = [...a].filter((letter, at) => letter !== b[at]);
  return a.length === b.length && other.length === 1;
}

/*
 * The words to search for, with what was changed on the way: { words,
 * changed: what was searched for instead, as it is to be read, unknown: [typed] }
 * With `corrects` off, a word that is not known may be right all the same.
 */
export function understand(text, known, { corrects = !known.isPart } = {}) {
  const { found, rest } = dates(folded(text));
  const typed = split(rest);
  const telling = typed.filter((word) => !known.stop.has(word));
  let asked = telling.length || found.length ? telling : typed;
  // The last word is still being typed: its first letter must not hide what was found.
  if (asked.length + found.length > 1 && asked.at(-1)?.length === 1) asked = asked.slice(0, -1);
  const words = [];
  const unknown = [];
  let changed = false;
  for (let i = 0; i < asked.length; i += 1) {
    const word = asked[i];
    const joined = i + 1 < asked.length ? word + asked[i + 1] : "";
    const form = known.form(word);
    if (joined && known.exact.has(joined) && !(known.exact.has(word) && known.exact.has(asked[i + 1]))) {
      words.push(joined);
      i += 1;
    } else if (form || !corrects) {
      words.push(form ?? word);
    } else {
      const apart = known.apart(word);
      const instead = apart ? apart.join(" ") : known.nearest(word) ?? known.related(word);
      if (instead) {
        words.push(instead);
        changed ||= !apart;
      } else {
        unknown.push(signed(word));
      }
    }
  }
  const shown = [...words];
  for (const forms of found) {
    // The day where a page has it; else its month, or its year.
    const at = corrects ? forms.findIndex(([word]) => known.form(word)) : 0;
    words.push(forms[at][0]);
    shown.push(forms[at][1]);
    changed ||= at > 0;
  }
  return { words, changed: changed ? shown.join(" ") : "", unknown };
}

/* Damerau-Levenshtein (a swap of two neighbours is one mistake); more than
   `most` is not worth counting. */
export function distance(a, b, most = Infinity) {
  let before = null;
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + same);
      if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return Infinity;
    [before, above] = [above, row];
  }
  return above[b.length];
}
