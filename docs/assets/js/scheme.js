/*
 * Runs before anything is drawn (a plain script in <head>), so keep it small:
 * says that there is JavaScript, and puts the colours the visitor chose on
 * <html>. No choice: the colours of the system, by CSS alone.
 */
document.documentElement.className = "js";
// Where a script does not arrive, the page is as it is without any: no button that does nothing.
addEventListener("error", ({ target }) => {
  if (target.type === "module") document.documentElement.className = "";
}, true);
try {
  const chosen = localStorage.getItem("scheme");
  if (chosen) document.documentElement.dataset.scheme = chosen;
} catch {
  /* Storage is switched off: the system decides. */
}
