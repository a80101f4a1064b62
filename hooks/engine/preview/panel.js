/*
 * The panel of the preview can be put away. It comes back with the next set of problems, and in
 * the next tab.
 */
const KEY = "preview-put-away";
const panel = document.querySelector("[data-preview]");
const button = panel.querySelector("button");

panel.hidden = sessionStorage.getItem(KEY) === panel.dataset.preview;
button.hidden = false;
button.addEventListener("click", () => {
  sessionStorage.setItem(KEY, panel.dataset.preview);
  panel.hidden = true;
});
