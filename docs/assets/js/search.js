/*
 * Opens the search: by its button, with / and with Ctrl-K. What it needs is
 * fetched then, not before. Without JavaScript the button is a link to the page
 * that search.html names in data-page; there the search starts by itself.
 */

const SHORTCUT = "search-shortcut"; // in localStorage: "off" where / must not open it

const dialog = document.getElementById("site:search");
const page = document.getElementById("site:search-page");
const begun = new Set(); // where the search works, or soon will
let panel; // the module, once asked for

/* What the search needs first, asked for at once: each would else wait for the
   one that asks for it. */
function hurry() {
  for (const [rel, as, address] of [
    ["modulepreload", "script", "./search-panel.js"],
    ["modulepreload", "script", "./search-engine.js"],
    ["modulepreload", "script", "./search-query.js"],
    ["modulepreload", "script", "./words.js"],
    ["preload", "style", "../css/search.css"],
    ["preload", "fetch", `../../pagefind/guide.${document.documentElement.lang}.json`],
  ]) {
    const link = document.createElement("link");
    Object.assign(link, { rel, as, href: new URL(address, import.meta.url) });
    if (as !== "style") link.crossOrigin = "anonymous"; // as modules and fetch ask
    document.head.append(link);
  }
}

/* The style sheet of the results comes with the module. */
function load() {
  if (!panel) hurry();
  panel ??= import("./search-panel.js").catch((error) => {
    panel = undefined;
    throw error;
  });
  return panel;
}

async function begin(root) {
  if (begun.has(root)) return;
  begun.add(root);
  const field = root.querySelector("[type=search]");
  const status = root.querySelector("[role=status]");
  const wait = () => {
    const { busy } = dialog.dataset;
    if (field.value.trim().length > 1 && status.textContent !== busy) status.textContent = busy;
  };
  field.addEventListener("input", wait);
  wait();
  try {
    const { start } = await load();
    start(root, dialog.dataset);
  } catch (error) {
    console.warn(error);
    status.textContent = dialog.dataset.failed;
    begun.delete(root);
    field.addEventListener("input", () => begin(root), { once: true });
  } finally {
    field.removeEventListener("input", wait);
  }
}

function open() {
  if (page) {
    page.querySelector("[type=search]").focus();
  } else if (!dialog.open) {
    dialog.showModal();
    dialog.querySelector("[type=search]").select();
    begin(dialog);
  }
}

/* What was asked when a page that was found was opened from here. */
function askAgain({ state }) {
  const { asked } = state ?? {};
  if (page) return;
  if (!asked) {
    dialog.close();
    return;
  }
  for (const one of dialog.querySelectorAll("[name]")) {
    const value = asked[one.name] ?? "";
    if (one.disabled) one.dataset.asked = value;
    else one.value = value;
  }
  open();
  dialog.querySelector("[type=search]").dispatchEvent(new Event("input"));
}

function forget() {
  if (!history.state?.asked) return;
  const { asked, ...rest } = history.state;
  history.replaceState(rest, "");
}

/* Forgets at once: the event of closing comes later, and after a reload that is too late. */
function close() {
  forget();
  dialog.close();
}

/* / is one key, which somebody who dictates may say by accident: it can be
   switched off (WCAG 2.2, success criterion 2.1.4). */
function slashOpens() {
  try {
    return localStorage.getItem(SHORTCUT) !== "off";
  } catch {
    return true;
  }
}

function isTyping({ target }) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

if (dialog && typeof dialog.showModal === "function") {
  for (const link of document.querySelectorAll("[data-opens=search]")) {
    // It does what a button does, so it says that it is one.
    link.setAttribute("role", "button");
    if (!page) link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // in a new tab or window
      event.preventDefault();
      open();
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      open();
    });
  }

  document.addEventListener("keydown", (event) => {
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const asked = (control && event.key.toLowerCase() === "k")
      || (slash && !isTyping(event) && slashOpens());
    if (!asked) return;
    event.preventDefault();
    open();
  });

  // Back from a page that was found: the entry in the history knows what was asked.
  dialog.addEventListener("click", (event) => {
    const found = event.target.closest(".search__results a");
    if (!found || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const asked = Object.fromEntries(new FormData(dialog.querySelector("form")));
    if (found.pathname === location.pathname) dialog.close();
    history.replaceState({ ...history.state, asked }, "");
  });
  dialog.addEventListener("close", forget);
  addEventListener("popstate", askAgain); // its state: to where one is already, that of the history lags behind
  askAgain(history);

  dialog.querySelector("[data-closes]").addEventListener("click", close);
  // A click beside the panel closes it; inside, the target is never the dialog.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) close();
  });
  // Escape would first only empty a search field.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });
}

if (dialog && page) {
  const shortcut = page.querySelector("[data-shortcut]");
  shortcut.checked = slashOpens();
  shortcut.addEventListener("change", () => {
    try {
      if (shortcut.checked) localStorage.removeItem(SHORTCUT);
      else localStorage.setItem(SHORTCUT, "off");
    } catch {
      /* Storage is switched off: / keeps opening the search. */
    }
  });
  if (new URLSearchParams(location.search).has("q")) begin(page);
  else page.addEventListener("focusin", () => begin(page), { once: true });
}
