/*
 * What somebody typed, made into what the index knows. Pure functions: words
 * in, words out. The guide (hooks/engine/search.py) says which words exist.
 *
 * The index itself knows endings, beginnings of words, other names and parts
 * of compounds. Here is what it does not: words that say nothing, words written
 * apart or together, and typing mistakes.
 */

const SHORTEST_LISTED = 3;
const SHORTEST_CORRECTED = 4;
const LONG = 8;           // from this length on, two mistakes may be corrected
const LONGEST_ENDING = 3; // what may follow a known word and still be a form of it
const SHORTEST_STEM = 4;
const SHORTEST_BEGINNING = 6;

/* Without capitals, accents and what has no width, as the index compares; a
   ligature is the letters that it joins. */
export function folded(text) {
  return text.toLowerCase().normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "");
}

/* Words as the index has them: hyphens part, a possessive s falls off. */
export function split(text) {
  return folded(text)
    .replace(/['’`´]s?(?![\p{L}\p{N}])/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

export class Words {
  constructor({ stop, words }) {
    this.stop = new Set(stop.split(" "));
    this.list = words.split(" ");
    this.exact = new Set(this.list);
    this.sorted = [...this.list].sort();
  }

  /* Whether the index has the word, a longer word that begins with it, or a
     word of which it is a form. */
  has(word) {
    // The list leaves out numbers and the shortest words.
    if (word.length < SHORTEST_LISTED || /^\d+$/.test(word)) return true;
    if (this.exact.has(word) || this.begins(word)) return true;
    for (let length = word.length - 1; length >= word.length - LONGEST_ENDING; length -= 1) {
      if (length >= SHORTEST_STEM && this.exact.has(word.slice(0, length))) return true;
    }
    return false;
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

  /* The nearest known word; of equally near ones that on most pages. */
  nearest(word) {
    if (word.length < SHORTEST_CORRECTED || /\d/.test(word)) return null;
    let most = word.length >= LONG ? 2 : 1;
    let found = null;
    for (const candidate of this.list) {
      if (candidate.length < SHORTEST_CORRECTED) continue;
      if (Math.abs(candidate.length - word.length) > most) continue;
      const far = distance(word, candidate, most);
      // The list begins with the words on most pages: an equal later one loses,
      // unless it keeps the first letter, which people seldom get wrong.
      const better = far < most || (far === most && (!found || (found[0] !== word[0] && candidate[0] === word[0])));
      if (far <= most && better) [found, most] = [candidate, far];
    }
    return found;
  }

  /* The last resorts, for compounds: a known word that ends in this one, or
     has it inside, or with which it begins (privacy in privacybeleid). */
  related(word) {
    if (word.length < SHORTEST_CORRECTED) return null;
    const within = this.list.find((candidate) => candidate.endsWith(word))
      ?? this.list.find((candidate) => candidate.includes(word));
    if (within) return within;
    for (let length = word.length - 1; length >= SHORTEST_BEGINNING; length -= 1) {
      if (this.exact.has(word.slice(0, length))) return word.slice(0, length);
    }
    return null;
  }
}

/*
 * The words to search for, with what was changed on the way:
 * { words, changed: whether a word was corrected, unknown: [typed] }
 */
export function understand(text, known) {
  const typed = split(text);
  const telling = typed.filter((word) => !known.stop.has(word));
  const result = { words: [], changed: false, unknown: [] };
  const rest = telling.length ? telling : typed;
  for (let i = 0; i < rest.length; i += 1) {
    const word = rest[i];
    const joined = i + 1 < rest.length ? word + rest[i + 1] : "";
    if (joined && known.exact.has(joined) && !(known.exact.has(word) && known.exact.has(rest[i + 1]))) {
      result.words.push(joined);
      i += 1;
    } else if (known.has(word)) {
      result.words.push(word);
    } else {
      const apart = known.apart(word);
      const instead = apart ? apart.join(" ") : known.nearest(word) ?? known.related(word);
      if (instead) {
        result.words.push(instead);
        result.changed ||= !apart;
      } else {
        result.unknown.push(word);
      }
    }
  }
  return result;
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
