/*
 * Notes what goes wrong on a page: what is written to the console, what the
 * policy stops, requests that fail or leave the site. First script of each page
 * of the copy of the site that engines are tried on, since WebKit tells of none.
 */

function note(text) {
  const noted = JSON.parse(sessionStorage.wrong ?? "[]");
  sessionStorage.wrong = JSON.stringify([...noted, `${location.pathname}: ${text}`]);
}

for (const level of ["error", "warn"]) {
  const write = console[level];
  console[level] = (...words) => {
    note(words.join(" "));
    write.apply(console, words);
  };
}

// Captured: what does not load tells nobody but itself.
addEventListener("error", ({ message, target }) => {
  note(message ?? `not loaded: ${target.src ?? target.href}`);
}, true);
addEventListener("unhandledrejection", ({ reason }) => note(reason));
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  note(`${effectiveDirective} ${blockedURI}`);
});

new PerformanceObserver((list) => {
  for (const { name, responseStatus } of list.getEntries()) {
    // Firefox asks for it by itself, at times, whatever icon a page has.
    if (name === `${location.origin}/favicon.ico`) continue;
    if (responseStatus >= 400) note(`${responseStatus} ${name}`);
    if (!name.startsWith(location.origin) && !name.startsWith("data:")) note(`elsewhere: ${name}`);
  }
}).observe({ type: "resource", buffered: true });
