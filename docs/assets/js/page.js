/*
 * Makes a complete page handier: the menu button, the colour switch, the other
 * language, wide tables, the contents beside the text, closed details on paper,
 * fields that keep what was filled in.
 */

const wide = matchMedia("(min-width: 64em)");
const root = document.documentElement;
const main = document.querySelector("main");

/* Whether something can stand beside the text. Asked of what the style sheets ask (layout.css, main),
   for which a scrollbar and larger letters count. */
export function hasRoom() {
  return main.getBoundingClientRect().width >= 64 * parseFloat(getComputedStyle(root).fontSize);
}

/* Open a part that folds while there is room for it, closed while there is none. */
export function openWithRoom(box) {
  let before;
  const follow = () => {
    const now = hasRoom();
    if (now !== before) box.open = now;
    before = now;
  };
  follow();
  // In the next frame, as opening it changes what is observed.
  new ResizeObserver(() => requestAnimationFrame(follow)).observe(main);
}

/* ------------------------------------------------------------------- menu */

const menu = document.getElementById("site:hoofdmenu");
const menuButton = document.querySelector("[data-menu-button]");

function showMenu(open) {
  menuButton.setAttribute("aria-expanded", String(open));
  menu.classList.toggle("is-open", open);
}

if (menu && menuButton) {
  menuButton.addEventListener("click", () => {
    showMenu(menuButton.getAttribute("aria-expanded") !== "true");
  });
  // Escape closes, wherever in the header the focus is, and gives it back.
  menu.parentElement.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.classList.contains("is-open")) {
      showMenu(false);
      menuButton.focus();
    }
  });
  wide.addEventListener("change", () => showMenu(false));
}

/* ---------------------------------------------------------- colour scheme */

const schemeSwitch = document.querySelector("[data-scheme-switch]");
const systemDark = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  const chosen = root.dataset.scheme;
  return chosen ? chosen === "dark" : systemDark.matches;
}

function showScheme() {
  schemeSwitch.setAttribute("aria-pressed", String(isDark()));
}

if (schemeSwitch) {
  showScheme();
  systemDark.addEventListener("change", showScheme);
  schemeSwitch.addEventListener("click", () => {
    const dark = !isDark();
    // Choosing what the system has anyway means: follow the system again.
    const chosen = dark === systemDark.matches ? null : dark ? "dark" : "light";
    if (chosen) root.dataset.scheme = chosen;
    else delete root.dataset.scheme;
    try {
      if (chosen) localStorage.setItem("scheme", chosen);
      else localStorage.removeItem("scheme");
    } catch {
      /* Storage is switched off: the choice holds for this page. */
    }
    showScheme();
  });
}

/* --------------------------------------------------------------- language */

/* The page in the other language opens at the same heading, with the same
   words searched for and the same filters. Looked up as late as can be: some
   of these change the address without a word. */
function carryAlong({ currentTarget: link }) {
  link.search = location.search;
  link.hash = location.hash;
}

for (const link of document.querySelectorAll("a[rel~=alternate][hreflang]")) {
  for (const type of ["click", "auxclick", "contextmenu"]) link.addEventListener(type, carryAlong);
}

/* ------------------------------------------------------------ wide tables */

/* The words of the heading above something: a name for what has none. */
export function headingAbove(element) {
  const headings = [...document.querySelectorAll(".page :is(h1, h2, h3, h4, h5, h6)")];
  const above = headings.filter((heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  return above.at(-1)?.textContent.trim() ?? document.title;
}

/* What scrolls by itself can be reached and has a name of its own. What fits is no stop on the way. */
const wraps = new Map();
for (const wrap of document.querySelectorAll(".table-wrap")) {
  const heading = headingAbove(wrap);
  const before = [...wraps.values()].filter((other) => other.heading === heading).length;
  wraps.set(wrap, { heading, name: before ? `${heading} (${before + 1})` : heading });
}
function measure(measurable) {
  // With its role a table is wider (components.css), which it need not be.
  for (const wrap of measurable) wrap.removeAttribute("role");
  // All are measured before any is changed: a change makes the next measurement a layout.
  const measured = measurable.map((wrap) => [wrap, wrap.scrollWidth > wrap.clientWidth]);
  for (const [wrap, scrolls] of measured) {
    if (scrolls) {
      wrap.setAttribute("role", "region");
      wrap.setAttribute("tabindex", "0");
      wrap.setAttribute("aria-label", wraps.get(wrap).name);
    } else {
      wrap.removeAttribute("aria-label");
      // Chromium stops at what is too wide by less than a pixel.
      wrap.setAttribute("tabindex", "-1");
    }
  }
}
measure([...wraps.keys()]);
// In the next frame, as what is measured changes by it.
const sizes = new ResizeObserver((entries) => {
  requestAnimationFrame(() => measure(entries.map(({ target }) => target)));
});
for (const wrap of wraps.keys()) sizes.observe(wrap);

/* ---------------------------------------------------- contents, and paper */

for (const box of document.querySelectorAll("[data-open-when-wide]")) openWithRoom(box);

let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll(".prose details:not([open])")];
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});

/* ----------------------------------------------------------------- fields */

/* Who comes back to a page finds it as it was. WebKit would empty fields that are without
   autocomplete: it resets them, so what they hold becomes what they are reset to. */
addEventListener("pagehide", () => {
  for (const field of document.querySelectorAll("input")) {
    field.defaultValue = field.value;
    field.defaultChecked = field.checked;
  }
});
