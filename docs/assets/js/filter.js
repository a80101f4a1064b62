/*
 * Filters and sorts the overview of deliverables.
 *
 * The page brings everything: the form in a <template>, what each deliverable
 * is found by in data-* on the first cell of its row. Names and values of the
 * form are those of the address, so that a filtered overview can be shared,
 * and those of the data-*. The form is the state: the address fills it in, the
 * table follows it.
 *
 * Where the table only begins here, data-rows has the pages on which all of it
 * is. They are fetched when somebody filters, not before.
 */

import { hasRoom, openWithRoom } from "./page.js";
import { split } from "./words.js";

const PAUSE = 300; // milliseconds without typing before the table follows
const LATER = 150; // a count that changes at once is not announced
const SHOWN = 40; // rows at a time: of 100 a slow phone answers a tick after 0.3 s, of these within 0.2

const finder = document.querySelector(".finder");
const template = document.getElementById("site:filter-parts");

function start(parts) {
  const options = [...parts.form.querySelectorAll("[type=checkbox], option:not([value=''])")].map(optionOf);
  const typed = wordsIn(parts.field);
  const itemsOf = (rows) => rows.map((row, place) => itemOf(row, place, options));
  let items = itemsOf([...parts.body.rows]);
  let isWhole = !finder.dataset.rows; // whether all rows are here
  let fetching; // the others, once asked for
  let most = SHOWN;
  const follow = () => {
    if (isWhole) show(parts, { options, typed, items, most, change });
    else fetchOthers().then(follow, failed);
  };
  let shown; // the part of the address that the form is as
  let typing = false; // of words being typed only the last state is kept: one step back undoes them
  let pause;

  function fetchOthers() {
    parts.count.textContent = parts.count.dataset.busy;
    fetching ??= rowsOf(finder.dataset.rows.split(" ")).then((rows) => {
      items = itemsOf(rows);
      isWhole = true;
      finder.classList.add("finder--whole");
    });
    return fetching;
  }

  function failed(error) {
    console.warn(error);
    fetching = undefined;
    parts.count.textContent = parts.count.dataset.failed;
  }

  function change(isTyping = false) {
    clearTimeout(pause);
    most = SHOWN;
    write(parts.form, isTyping && typing);
    shown = location.search;
    typing = isTyping;
    follow();
  }

  function fillIn() {
    read(parts, options);
    shown = location.search;
  }

  finder.addEventListener("input", (event) => {
    if (event.target !== parts.field) return;
    clearTimeout(pause);
    pause = setTimeout(() => change(true), PAUSE);
  });
  finder.addEventListener("change", (event) => change(event.target === parts.field));
  parts.field.addEventListener("blur", () => { typing = false; });
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    change(true);
    typing = false;
  });
  addEventListener("popstate", () => {
    if (location.search === shown) return; // a jump within the page
    clearTimeout(pause);
    typing = false;
    fillIn();
    follow();
  });
  for (const button of parts.clearing) {
    button.addEventListener("click", () => {
      const goes = parts.none.contains(button);
      for (const option of [...options, typed]) option.chosen = false;
      change();
      if (goes) parts.count.focus();
    });
  }
  parts.more?.addEventListener("click", () => {
    const first = parts.body.rows.length;
    most += SHOWN;
    follow();
    parts.body.rows[first]?.querySelector("a").focus();
  });
  parts.show.addEventListener("click", () => {
    if (hasRoom()) return; // pressed by Enter in the field, where all is in view
    parts.box.open = false;
    parts.count.focus();
  });

  putInPlace(parts);
  fillIn();
  if (!location.search && chooseGroup(options)) {
    write(parts.form, true);
    shown = location.search;
  }
  if (isWhole || location.search) follow();
  else parts.count.textContent = parts.count.dataset.all;
}

/* ------------------------------------------------------------- the page */

/* The parts of the page and of the template, by what they are for. */
function partsOf(root, fragment) {
  const form = fragment.querySelector("form");
  const results = root.querySelector(".finder__results");
  const wrap = results.querySelector(".table-wrap");
  const [byTitle, , byProgress, , , byDate] = wrap.querySelector("tr").cells;
  return {
    form,
    added: [...fragment.children].filter((part) => part !== form && !part.matches(".finder__more")),
    more: fragment.querySelector(".finder__more"),
    box: form.querySelector("details"),
    number: form.querySelector(".filter__number"),
    show: form.querySelector(".filter__show"),
    field: form.querySelector("[name=zoek]"),
    sort: fragment.querySelector("[name=sorteer]"),
    count: fragment.querySelector("[role=status]"),
    chips: fragment.querySelector(".finder__chosen"),
    none: fragment.querySelector(".finder__none"),
    clearing: fragment.querySelectorAll("[data-clears]"),
    heading: results.querySelector("h2"),
    wrap,
    body: wrap.querySelector("table").tBodies[0],
    sorted: [byTitle, byProgress, byDate],
    columns: {
      "": [byTitle, "ascending"],
      nieuwste: [byDate, "descending"],
      oudste: [byDate, "ascending"],
      voortgang: [byProgress, "ascending"],
    },
  };
}

function putInPlace({ form, added, more, box, heading, wrap }) {
  openWithRoom(box);
  heading.textContent = finder.dataset.heading;
  finder.prepend(form);
  wrap.before(...added);
  if (more) wrap.after(more);
  finder.classList.add("finder--on");
}

/* ------------------------------------------------ what there is to choose */

/* A box to tick or a line of a list: what it is called, whether it is chosen. */
function optionOf(control) {
  const isBox = control.type === "checkbox";
  const text = isBox ? control.nextElementSibling : control;
  const name = text.textContent;
  return {
    key: isBox ? control.name : control.parentElement.name,
    value: control.value,
    name,
    get chosen() { return isBox ? control.checked : control.selected; },
    set chosen(yes) { if (isBox) control.checked = yes; else control.selected = yes; },
    set count(found) {
      text.textContent = `${name}\u00a0(${found})`;
      text.classList.toggle("is-empty", !found);
    },
  };
}

/* The words in the field, as one more thing that is chosen. */
function wordsIn(field) {
  return {
    get name() { return `‘${field.value.trim()}’`; },
    get words() { return split(field.value); },
    get chosen() { return field.value.trim() !== ""; },
    set chosen(yes) { if (!yes) field.value = ""; },
  };
}

function keysOf(options) {
  return [...new Set(options.map(({ key }) => key))];
}

/* A link to a group of the page as it is without JavaScript chooses it. */
function chooseGroup(options) {
  const group = options.find(({ key, value }) => key === "voortgang" && location.hash === `#${value}`);
  if (group) group.chosen = true;
  return Boolean(group);
}

/* ------------------------------------------------------ what there is to find */

/* A row of the table, with what it is found and sorted by. */
function itemOf(row, place, options) {
  const { dataset } = row.cells[0];
  const values = Object.fromEntries(keysOf(options).map((key) => [key, (dataset[key] ?? "").split(" ")]));
  // Also the full names of makers, of which the row shows the abbreviation.
  const names = options.filter(({ key, value }) => values[key].includes(value)).map(({ name }) => name);
  const steps = options.filter(({ key }) => key === "voortgang").map(({ value }) => value);
  return {
    row,
    place,
    values,
    since: dataset.sinds,
    step: steps.indexOf(dataset.voortgang),
    text: split(`${row.textContent} ${names.join(" ")}`).join(" "),
  };
}

/* All rows of a table that only begins here, from the pages on which it goes on. */
async function rowsOf(addresses) {
  const pages = await Promise.all(addresses.map(async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const body = page.querySelector(".table-wrap tbody");
    for (const link of body.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), response.url).href;
    return [...body.rows].map((row) => document.adoptNode(row));
  }));
  return pages.flat();
}

/* The items that have all of the words, and of each key one of the values chosen. */
function matching(items, words, chosen) {
  const wanted = keysOf(chosen).map((key) => chosen.filter((option) => option.key === key));
  return items.filter((item) => words.every((word) => item.text.includes(word))
    && wanted.every((group) => group.some(({ key, value }) => item.values[key].includes(value))));
}

/* Undated comes last either way; a year alone before the days in it. */
const ORDERS = {
  nieuwste: (a, b) => compare(b.since, a.since),
  oudste: (a, b) => !a.since - !b.since || compare(a.since, b.since),
  voortgang: (a, b) => a.step - b.step,
};

function inOrder(items, name) {
  const order = ORDERS[name] ?? (() => 0);
  return [...items].sort((a, b) => order(a, b) || a.place - b.place);
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/* ------------------------------------------------------ the table follows */

function show(parts, { options, typed, items, most, change }) {
  const chosen = options.filter((option) => option.chosen);
  const found = matching(items, typed.words, chosen);
  showCounts(options, items, typed.words, chosen);
  const inView = inOrder(found, parts.sort.value).slice(0, parts.more ? most : found.length);
  showRows(parts, inView);
  if (parts.more) parts.more.hidden = inView.length === found.length;

  const active = typed.chosen ? [...chosen, typed] : chosen;
  parts.chips.replaceChildren(...active.map((option) => chip(option, parts, change)));
  parts.chips.hidden = !active.length;
  parts.number.textContent = active.length ? parts.number.dataset.words.replace("#", active.length) : "";
  parts.show.textContent = parts.show.dataset.words.replace("#", found.length);
  parts.wrap.hidden = !found.length;
  parts.none.hidden = found.length > 0;
  announce(parts.count, active.length ? parts.count.dataset.some.replace("#", found.length) : parts.count.dataset.all);
}

/* Beside each option: what the table would hold with this one as well. */
function showCounts(options, items, words, chosen) {
  for (const key of keysOf(options)) {
    const within = matching(items, words, chosen.filter((option) => option.key !== key));
    for (const option of options.filter((other) => other.key === key)) {
      option.count = within.filter((item) => item.values[key].includes(option.value)).length;
    }
  }
}

function showRows({ body, sort, sorted, columns }, items) {
  // Only when it must: a row that is moved loses the focus.
  const isShown = items.length === body.rows.length && items.every(({ row }, place) => row === body.rows[place]);
  if (!isShown) body.replaceChildren(...items.map(({ row }) => row));
  for (const cell of sorted) cell.removeAttribute("aria-sort");
  const [column, direction] = columns[sort.value];
  column.setAttribute("aria-sort", direction);
}

let announcement;

function announce(status, text) {
  clearTimeout(announcement);
  if (status.textContent) announcement = setTimeout(() => { status.textContent = text; }, LATER);
  else status.textContent = text; // the page opens: this is no news
}

/* What is chosen, as a button with which it can be taken away again. */
function chip(option, { chips, count }, change) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "finder__chip";
  button.textContent = option.name;
  button.setAttribute("aria-label", `${option.name}, ${chips.dataset.words}`);
  button.addEventListener("click", () => {
    const place = [...chips.children].indexOf(button.parentElement);
    option.chosen = false;
    change();
    // The button is gone: on to the next, or to what was found.
    (chips.children[Math.min(place, chips.children.length - 1)]?.firstChild ?? count).focus();
  });
  const element = document.createElement("li");
  element.append(button);
  return element;
}

/* ------------------------------------------------------------- the address */

function read({ form, field, sort }, options) {
  const asked = new URLSearchParams(location.search);
  field.value = (asked.get("zoek") ?? "").slice(0, field.maxLength);
  sort.value = asked.get("sorteer") ?? "";
  if (sort.selectedIndex < 0) sort.value = ""; // no such order
  for (const select of form.querySelectorAll("select")) select.value = "";
  for (const option of options) option.chosen = asked.getAll(option.key).includes(option.value);
}

function write(form, replace) {
  const asked = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (value.trim()) asked.append(key, value.trim());
  const query = asked.toString();
  const address = location.pathname + (query && `?${query}`);
  if (address === location.pathname + location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", address);
}

if (finder && template) start(partsOf(finder, template.content.cloneNode(true)));
