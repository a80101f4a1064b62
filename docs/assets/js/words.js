/*
 * A text in words, as the index of the search has them
 * (hooks/taskforce/lexicon.py): for the search, and for the filter.
 */

/* Without capitals, accents and what has no width, as the index compares; a
   ligature is the letters that it joins, and a letter that is bold by itself is a letter. */
export function folded(text) {
  return text.normalize("NFKD").toLowerCase().replace(/ß/g, "ss").replace(/[\p{M}\p{Cf}]/gu, "");
}

const SIGNS = { "++": "plusplus", "#": "sharp" };

/* Letters for the signs of a name: R&D is rd, C++ is cplusplus. */
function lettered(text) {
  return text
    .replace(/(^|[^\p{L}\p{N}_])([\p{L}\p{N}](?: ?& ?[\p{L}\p{N}])+)(?![\p{L}\p{N}_])/gu, (_, before, name) => before + name.replace(/[& ]/g, ""))
    .replace(/(^|[^\p{L}\p{N}_])(\p{L})(\+\+|#)(?![\p{L}\p{N}_])/gu, (_, before, letter, sign) => before + letter + SIGNS[sign]);
}

/* A word as it is read: c++ for cplusplus. */
export function signed(word) {
  const [sign, name] = Object.entries(SIGNS).find(([, name]) => word.slice(1) === name) ?? [];
  return name ? word[0] + sign : word;
}

/* Words as the index has them: hyphens part, a possessive s falls off. */
export function split(text) {
  return lettered(folded(text))
    .replace(/['’`´]s?(?![\p{L}\p{N}])/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
