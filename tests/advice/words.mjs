// Answers questions about words, one line of JSON each: {language, words, compounds} gets those that
// the dictionary does not know, {language, word} what may be meant by a word.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

import { decodeTrie } from "cspell-trie-lib";

const FILES = {
  nl: "@cspell/dict-nl-nl/Dutch.trie.gz",
  en: "@cspell/dict-en-gb-mit/en_GB.trie.gz",
};
// Languages that write compounds as one word, with the letters that a part of one has at least: of
// shorter ones a slip can be made, as “beleit” of “bel” and “eit”.
const COMPOUNDS = { nl: 5 };
const read = {};

function dictionary(language) {
  const file = fileURLToPath(new URL(`node_modules/${FILES[language]}`, import.meta.url));
  return (read[language] ??= decodeTrie(gunzipSync(readFileSync(file))));
}

function isKnown(language, word, compounds) {
  const shortest = compounds && COMPOUNDS[language];
  const ways = [{ caseSensitive: true }]; // accents count, too
  if (shortest) ways.push({ caseSensitive: true, useLegacyWordCompounds: shortest });
  // A dictionary knows “Zaandam” and “maart”; a sentence may begin with “Maart”.
  return [word, word.toLowerCase()].some((form) =>
    ways.some((way) => dictionary(language).findWord(form, way).found !== false),
  );
}

for await (const line of createInterface({ input: process.stdin })) {
  const { language, words, compounds, word } = JSON.parse(line);
  const answer = words
    ? words.filter((each) => !isKnown(language, each, compounds))
    : dictionary(language)
        .suggest(word, { numSuggestions: 8 })
        .filter((each) => isKnown(language, each, false)); // none that is made up of parts
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
