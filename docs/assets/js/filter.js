/*
 * Filters and sorts the overview of deliverables.
 *
 * The page brings everything: the form in a <template>, what each deliverable
 * is found by in data-* on the first cell of its row. Names and values of the
 * form are those of the address, so that a filtered overview can be shared,
 * and those of the data-*. The form is the state: the address fills it in, the
 * table follows it.
 */

const PAUSE = 300; // milliseconds without typing before the table follows
const LATER = 150; // a count that changes at once is not announced

const wide = matchMedia("(min-width: 64em)");
const finder = document.querySelector(".finder");
const template = document.getElementById("site:filter-parts");

if (finder && template) start();

/* Letters and digits only, without accents and what has no width: so that rene
   finds René, as in search-query.js. */
function plain(text) {
  return text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function start() {
  const parts = template.content.cloneNode(true);
  const form = parts.querySelector("form");
  const box = form.querySelector("details");
  const number = form.querySelector(".filter__number");
  const show = form.querySelector(".filter__show");
  const field = form.querySelector("[name=zoek]");
  const sort = parts.querySelector("[name=sorteer]");
  const count = parts.querySelector("[role=status]");
  const chips = parts.querySelector(".finder__chosen");
  const none = parts.querySelector(".finder__none");
  const results = finder.querySelector(".finder__results");
  const heading = results.querySelector("h2");
  const wrap = results.querySelector(".table-wrap");
  const [body] = wrap.querySelector("table").tBodies;
  const [byTitle, , byProgress, , , byDate] = wrap.querySelector("tr").cells;

  /* ------------------------------------------------ what there is to choose */

  const options = [...form.querySelectorAll("[type=checkbox], option:not([value=''])")].map((control) => {
    const isBox = control.type === "checkbox";
    const text = isBox ? control.nextElementSibling : control;
    const group = isBox ? control.closest("fieldset").querySelector("legend") : control.closest("p").querySelector("label");
    return {
      key: isBox ? control.name : control.parentElement.name,
      value: control.value,
      name: text.textContent,
      group: group.textContent,
      get chosen() { return isBox ? control.checked : control.selected; },
      set chosen(yes) { if (isBox) control.checked = yes; else control.selected = yes; },
      set count(found) {
        text.textContent = `${this.name}\u00a0(${found})`;
        text.classList.toggle("is-empty", !found);
      },
    };
  });
  const keys = [...new Set(options.map((option) => option.key))];
  const steps = options.filter((option) => option.key === "voortgang").map((option) => option.value);

  const items = [...body.rows].map((row, place) => {
    const { dataset } = row.cells[0];
    const values = {};
    for (const key of keys) values[key] = (dataset[key] ?? "").split(" ");
    // Also the full names of makers, of which the row shows the abbreviation.
    const names = options.filter(({ key, value }) => values[key].includes(value)).map(({ name }) => name);
    return {
      row,
      place,
      values,
      since: dataset.sinds,
      step: steps.indexOf(dataset.voortgang),
      text: plain(`${row.textContent} ${names.join(" ")}`),
    };
  });

  /* Undated comes last either way; a year alone before the days in it. */
  const orders = {
    nieuwste: (a, b) => compare(b.since, a.since),
    oudste: (a, b) => !a.since - !b.since || compare(a.since, b.since),
    voortgang: (a, b) => a.step - b.step,
  };
  const columns = { "": [byTitle, "ascending"], nieuwste: [byDate, "descending"], oudste: [byDate, "ascending"], voortgang: [byProgress, "ascending"] };

  /* ------------------------------------------------------ the table follows */

  let announcement;

  function follow() {
    const chosen = options.filter((option) => option.chosen);
    const words = plain(field.value).split(" ");
    const fits = (item, except) => words.every((word) => item.text.includes(word))
      && keys.every((key) => {
        const wanted = key === except ? [] : chosen.filter((option) => option.key === key);
        return !wanted.length || wanted.some(({ value }) => item.values[key].includes(value));
      });

    let found = 0;
    for (const item of items) {
      item.row.hidden = !fits(item);
      if (!item.row.hidden) found += 1;
    }
    // What the table would hold with this one as well.
    for (const key of keys) {
      const within = items.filter((item) => fits(item, key));
      for (const option of options.filter((other) => other.key === key)) {
        option.count = within.filter((item) => item.values[key].includes(option.value)).length;
      }
    }

    const order = orders[sort.value] ?? (() => 0);
    const rows = [...items].sort((a, b) => order(a, b) || a.place - b.place).map(({ row }) => row);
    // Only when it must: a row that is moved loses the focus.
    if (rows.some((row, place) => row !== body.rows[place])) body.append(...rows);
    for (const cell of [byTitle, byProgress, byDate]) cell.removeAttribute("aria-sort");
    const [column, direction] = columns[sort.value];
    column.setAttribute("aria-sort", direction);

    const active = chosen.length + (field.value.trim() ? 1 : 0);
    chips.replaceChildren(...chosen.map(chip), ...(field.value.trim() ? [chip(typed)] : []));
    chips.hidden = !active;
    number.textContent = active ? number.dataset.words.replace("#", active) : "";
    show.textContent = show.dataset.words.replace("#", found);
    wrap.hidden = !found;
    none.hidden = found > 0;
    clearTimeout(announcement);
    const text = active ? count.dataset.some.replace("#", found) : count.dataset.all;
    if (count.textContent) announcement = setTimeout(() => { count.textContent = text; }, LATER);
    else count.textContent = text; // the page opens: this is no news
  }

  const typed = {
    get name() { return `‘${field.value.trim()}’`; },
    group: form.querySelector("label").textContent,
    set chosen(yes) { if (!yes) field.value = ""; },
  };

  /* A chosen filter, with which it can be taken away again. */
  function chip(option) {
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

  let shown;

  function read() {
    const asked = new URLSearchParams(location.search);
    field.value = (asked.get("zoek") ?? "").slice(0, field.maxLength);
    sort.value = asked.get("sorteer") ?? "";
    if (sort.selectedIndex < 0) sort.value = ""; // no such order
    for (const select of form.querySelectorAll("select")) select.value = "";
    for (const option of options) option.chosen = asked.getAll(option.key).includes(option.value);
    shown = location.search;
  }

  function write(replace) {
    const asked = new URLSearchParams();
    for (const [key, value] of new FormData(form)) if (value.trim()) asked.append(key, value.trim());
    const query = asked.toString();
    const address = location.pathname + (query && `?${query}`);
    if (address === location.pathname + location.search) return;
    history[replace ? "replaceState" : "pushState"](null, "", address);
    shown = location.search;
  }

  /* ----------------------------------------------------------------- changes */

  // Of words being typed only the last state is kept: one step back undoes them.
  let typing = false;
  let pause;

  function change(isTyping = false) {
    clearTimeout(pause);
    write(isTyping && typing);
    typing = isTyping;
    follow();
  }

  finder.addEventListener("input", (event) => {
    if (event.target !== field) return;
    clearTimeout(pause);
    pause = setTimeout(() => change(true), PAUSE);
  });
  finder.addEventListener("change", (event) => change(event.target === field));
  field.addEventListener("blur", () => { typing = false; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change(true);
    typing = false;
  });
  addEventListener("popstate", () => {
    if (location.search === shown) return; // a jump within the page
    clearTimeout(pause);
    typing = false;
    read();
    follow();
  });

  for (const button of parts.querySelectorAll("[data-clears]")) {
    button.addEventListener("click", () => {
      for (const option of [...options, typed]) option.chosen = false;
      const withinNone = none.contains(button);
      change();
      if (withinNone) count.focus(); // this button is gone
    });
  }
  show.addEventListener("click", () => {
    if (wide.matches) return; // pressed by Enter in the field, where all is in view
    box.open = false;
    count.focus();
  });

  /* ------------------------------------------------------------------- begin */

  const fitWindow = () => { box.open = wide.matches; };
  fitWindow();
  wide.addEventListener("change", fitWindow);

  heading.textContent = finder.dataset.heading;
  finder.prepend(form);
  wrap.before(...parts.children);
  finder.classList.add("finder--on");

  read();
  // A link to a group of the page as it is without JavaScript.
  const group = options.find(({ key, value }) => key === "voortgang" && location.hash === `#${value}`);
  if (group && !location.search) {
    group.chosen = true;
    write(true);
  }
  follow();
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
