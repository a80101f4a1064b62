/*
 * Opens the search: by its button, with / and with Ctrl-K. What it needs is
 * fetched then, not before. Without JavaScript the button is a link to the page
 * that search.html names in data-page; there the search starts by itself.
 */

const SHORTCUT = "search-shortcut"; // in localStorage: "off" where / must not open it

const dialog = document.getElementById("site:search");
const page = document.getElementById("site:search-page");
let panel; // the module, once asked for

/* The style sheet of the results comes with the module. */
function load() {
  panel ??= import("./search-panel.js").catch((error) => {
    panel = undefined;
    throw error;
  });
  return panel;
}

async function begin(root) {
  try {
    const { start } = await load();
    start(root, dialog.dataset);
  } catch (error) {
    console.warn(error);
    root.querySelector("[role=status]").textContent = dialog.dataset.failed;
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
    if (!asked || document.querySelector("dialog[open]:not(.search)")) return;
    event.preventDefault();
    open();
  });

  dialog.querySelector("[data-closes]").addEventListener("click", () => dialog.close());
  // A click beside the panel closes it; inside, the target is never the dialog.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  // Escape would first only empty a search field.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
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
