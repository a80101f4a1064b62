/*
 * What one searches with: a field, two filters, a status and a list. Works in
 * the dialog and on the search page. All that knows the engine is
 * search-engine.js.
 */

import { SHOWN, choices, isReady, quickly, search } from "./search-engine.js";
import { isEnough } from "./search-query.js";

const PAUSE = 160; // milliseconds without typing before the engine is asked
const SLOW = 400;  // and before it is said that it is busy or something else is shown
const DETAILS = 150; // and at most this long for the text around what was found
const AT_ONCE = 4; // results that get that text before it is asked whether they are seen
const LONGEST = 180; // characters of a text from the first word that was found
const BEFORE = 60;   // and at most this much before it

const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });
const styled = stylesheet(new URL("../css/search.css", import.meta.url));

function stylesheet(address) {
  if (document.querySelector("link[data-search]")) return Promise.resolve(); // the search page
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve); // plain, but there
    document.head.append(link);
  });
}

/*
 * Make the search in `root` work; call it once. `say` has its words; `#` stands where a
 * number or a word is filled in.
 */
export function start(root, say) {
  const isPage = root.tagName !== "DIALOG";
  const form = root.querySelector("form");
  const field = root.querySelector("[type=search]");
  const filters = [...root.querySelectorAll("select")];
  const status = root.querySelector("[role=status]");
  const list = root.querySelector("ol");
  const more = root.querySelector(".search__more");
  const unfiltered = root.querySelector(".search__unfiltered");
  let timer;
  let slow;
  let turn = 0;
  let most = SHOWN;

  if (isPage) read();
  fillFilters();
  if (field.value) ask();

  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (!isReady() && isEnough(field.value)) sayBusy();
    timer = setTimeout(ask, PAUSE);
  });
  for (const filter of filters) filter.addEventListener("change", ask);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (isPage) ask();
    else location.assign(address());
  });
  root.addEventListener("keydown", walk);
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    most += SHOWN;
    await answer();
    list.children[shown]?.querySelector("a").focus();
  });

  unfiltered.addEventListener("click", async () => {
    for (const filter of filters) filter.value = "";
    await ask();
    (list.querySelector("a") ?? field).focus();
  });

  // Who left before the engine had answered, and comes back to a page that was kept as it was,
  // would read that nothing was found.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && (isPage || root.open) && isEnough(field.value) && list.hidden) location.reload();
  });

  /* ------------------------------------------------------------- the address */

  function address() {
    const asked = [field, ...filters]
      .map((one) => [one.name, one.disabled ? one.dataset.asked ?? "" : one.value])
      .filter(([, value]) => value.trim());
    return `${form.getAttribute("action") || location.pathname}?${new URLSearchParams(asked)}`;
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    field.value ||= (asked.get("q") ?? "").slice(0, field.maxLength);
    for (const filter of filters) filter.dataset.asked = asked.get(filter.name) ?? "";
  }

  /* ---------------------------------------------------------------- filters */

  async function fillFilters() {
    try {
      const { kinds, themes } = await choices();
      const empty = filters.filter(({ disabled }) => disabled);
      for (const filter of empty) {
        const choosable = { soort: kinds, thema: themes }[filter.name];
        for (const [key, name] of choosable) filter.add(new Option(name[0].toUpperCase() + name.slice(1), key));
        // Addresses once had the name.
        filter.value = choosable.find((choice) => choice.includes(filter.dataset.asked))?.[0] ?? "";
        filter.disabled = false;
      }
      if (empty.some((filter) => filter.value)) ask();
    } catch {
      /* Asking says what is wrong. */
    }
  }

  /* ----------------------------------------------------------------- asking */

  function ask() {
    most = SHOWN;
    return answer();
  }

  async function answer() {
    const mine = ++turn;
    const text = field.value.trim();
    if (isPage) history.replaceState(history.state, "", text ? address() : location.pathname);
    clearTimeout(slow);
    if (!isEnough(text)) return show([], say.hint);
    fillFilters(); // in vain until now, where the guide did not come
    slow = setTimeout(sayBusy, isReady() ? SLOW : 0);
    const [kind, theme] = ["soort", "thema"].map((name) => filters.find((one) => one.name === name)?.value);
    try {
      const answered = search(text, { kind, theme, most });
      if (!isReady()) meanwhile(answered, text, { kind, theme, most });
      const [found] = await Promise.all([answered, styled]);
      await Promise.race([
        Promise.allSettled(found.results.slice(0, AT_ONCE).map(({ details }) => details?.())),
        pause(DETAILS),
      ]);
      if (mine === turn) show(found.results, message(found), found.total, isFilteredOut(found));
    } catch (error) {
      console.warn(error);
      if (mine === turn) show([], say.failed);
    } finally {
      if (mine === turn) clearTimeout(slow);
    }
  }

  /* Until the engine has answered, what the guide to it finds. */
  async function meanwhile(answered, text, chosen) {
    const mine = turn;
    let isOver = false;
    answered.finally(() => { isOver = true; }).catch(() => {});
    const results = quickly(text, chosen).catch(() => []); // the search itself says what is wrong
    await Promise.all([results, styled, pause(SLOW)]);
    if (mine === turn && !isOver && (await results).length) show(await results, say.busy);
  }

  /* A screen reader says once what is written once, not at every letter. */
  function sayBusy() {
    if (status.textContent !== say.busy) status.textContent = say.busy;
  }

  /* Whether nothing is found where a filter may be why. */
  function isFilteredOut({ total }) {
    return total === 0 && filters.some(({ value }) => value);
  }

  function message({ total, changed, unknown, partly }) {
    const none = isFilteredOut({ total }) ? say.filtered : say.none;
    const parts = [total === 0 ? none : total === 1 ? say.one : say.many.replace("#", total)];
    if (total > most) parts[0] += say.first.replace("#", most);
    if (changed) parts.push(say.changed.replace("#", changed));
    if (total && unknown.length) parts.push(say.unknown.replace("#", [...new Set(unknown)].join(", ")));
    if (total && partly) parts.push(say.partly);
    return parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" ");
  }

  function show(results, text, total = 0, isFiltered = false) {
    clearTimeout(slow);
    const focused = list.contains(document.activeElement) && document.activeElement.href;
    list.hidden = results.length === 0;
    list.replaceChildren(...results.map(item));
    more.hidden = total <= results.length;
    unfiltered.hidden = !isFiltered;
    status.textContent = text;
    // Who was on a link stays there, or goes back to the field where it is gone.
    if (focused) ([...list.querySelectorAll("a")].find(({ href }) => href === focused) ?? field).focus();
  }

  /* ------------------------------------------------------------------ arrows */

  /* Down and up go through the results and back to the field; Tab does too. */
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.tagName === "SELECT" || event.altKey || event.ctrlKey || event.metaKey) return;
    const places = [field, ...list.querySelectorAll("a")];
    const at = places.indexOf(event.target);
    if (at < 0 || !places[at + step]) return;
    event.preventDefault();
    places[at + step].focus();
  }
}

/* ------------------------------------------------------------------ a result */

function item({ url, title, kind, summary, details }, number) {
  const element = make("li", "search__result");
  const heading = make("p", "search__name", link(url, title), " ", make("span", "pill", kind));
  const text = make("p", "search__text", summary);
  element.append(heading, text);
  const fill = async () => {
    const { summary: said, excerpt, sections } = await details();
    if (excerpt) text.replaceChildren(...shortened(marked(excerpt)));
    else if (!summary) text.textContent = said;
    if (!sections.length) return;
    const places = sections.map((section) => {
      const place = link(section.url, section.title);
      // Many pages have a section of that name.
      place.setAttribute("aria-label", `${section.title} (${title}, ${kind})`);
      return make("li", "", place);
    });
    element.append(make("ul", "search__sections", ...places));
  };
  const fillIfThere = () => fill().catch(() => { /* The summary says enough. */ });
  if (details && number < AT_ONCE) fillIfThere();
  else if (details) whenSeen(element, fillIfThere);
  return element;
}

function whenSeen(element, call) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    call();
  });
  observer.observe(element);
}

function make(tag, name, ...content) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content);
  return element;
}

function link(url, text) {
  const element = make("a", "", text);
  element.href = url;
  return element;
}

/* About two lines, from a little before the first word that was found. */
function shortened(parts) {
  const found = parts.findIndex((part) => typeof part !== "string");
  const start = Math.max(found, 0);
  let room = LONGEST;
  const kept = [];
  if (start > 0) {
    const before = parts.slice(0, start).join("");
    // Cut off by us, or by the engine, which begins anywhere; few sentences begin with a number.
    const whole = before.length <= BEFORE;
    const cut = !whole || /^[\p{Ll}\p{N}]/u.test(before);
    kept.push((cut ? "… " : "") + (whole ? before : before.slice(-BEFORE).replace(/^\S*\s/, "")));
  }
  for (const part of parts.slice(start)) {
    const length = (part.textContent ?? part).length;
    if (length > room) {
      if (typeof part === "string") kept.push(`${part.slice(0, room).replace(/\s\S*$/, "")} …`);
      break;
    }
    kept.push(part);
    room -= length;
  }
  const last = kept.at(-1);
  if (typeof last === "string" && !/[.!?…]\s*$/.test(last)) kept.push(" …");
  return kept;
}

/* Of foreign HTML, the text and what is marked; everything else is left out. */
function marked(html) {
  const foreign = new DOMParser().parseFromString(html, "text/html");
  const parts = [];
  const walker = foreign.createTreeWalker(foreign.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    // The engine marks what stands against a word, too.
    const [, before, word, after] = text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}+#]*)$/su);
    if (word && walker.currentNode.parentElement.closest("mark")) parts.push(before, make("mark", "", word), after);
    else parts.push(text);
  }
  return parts.filter(Boolean);
}
