// Answers questions about words, one line of JSON each: {language, words} gets those that the
// dictionary does not know, {language, word} what may be meant by a word.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

import { decodeTrie } from "cspell-trie-lib";

const FILES = {
  nl: "@cspell/dict-nl-nl/Dutch.trie.gz",
  en: "@cspell/dict-en-gb-mit/en_GB.trie.gz",
};
const COMPOUNDS = new Set(["nl"]); // languages that write compound words as one
const read = {};

function dictionary(language) {
  const file = fileURLToPath(new URL(`node_modules/${FILES[language]}`, import.meta.url));
  return (read[language] ??= decodeTrie(gunzipSync(readFileSync(file))));
}

function isKnown(language, word) {
  const words = dictionary(language);
  // A dictionary knows “Zaandam” and “maart”; a sentence may begin with “Maart”.
  return [word, word.toLowerCase()].some((form) => words.has(form, COMPOUNDS.has(language)));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { language, words, word } = JSON.parse(line);
  const answer = !(language in FILES)
    ? []
    : words
      ? words.filter((each) => !isKnown(language, each))
      : dictionary(language).suggest(word, { numSuggestions: 4 });
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
