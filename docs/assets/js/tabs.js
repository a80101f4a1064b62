/*
 * Makes tabs of titled parts of a page, which otherwise stand below one another
 * (hooks/taskforce/features/tabs.py). Keys as in the ARIA practices: the arrows,
 * Home and End go to another tab and open it.
 *
 * What is closed is hidden "until found": a search within the page and a link to
 * a heading in it open it.
 */

import { headingAbove } from "./page.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

document.querySelectorAll(".tabs").forEach((set, number) => {
  const panels = [...set.children].filter((child) => child.matches(".tabs__panel"));
  if (panels.length < 2) return;

  const list = document.createElement("div");
  list.className = "tabs__list";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", headingAbove(set));

  const tabs = panels.map((panel, place) => {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.className = "tabs__tab";
    // The names of places on a page are the editors'; those with a colon are the site's own.
    tab.id = `site:tab-${number}-${place}`;
    panel.id = `site:panel-${number}-${place}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.append(...panel.querySelector(":scope > .tabs__title").cloneNode(true).childNodes);
    tab.addEventListener("click", () => open(place));
    panel.addEventListener("beforematch", () => open(place));
    return tab;
  });

  function open(chosen) {
    tabs.forEach((tab, place) => {
      tab.setAttribute("aria-selected", String(place === chosen));
      tab.tabIndex = place === chosen ? 0 : -1;
      // Hidden until found, only what is in a panel is hidden: by itself it must be nothing.
      const states = place === chosen
        ? { hidden: null, role: "tabpanel", tabindex: "0", "aria-labelledby": tab.id }
        : { hidden: "until-found", role: null, tabindex: null, "aria-labelledby": null };
      for (const [name, value] of Object.entries(states)) {
        if (value === null) panels[place].removeAttribute(name);
        else panels[place].setAttribute(name, value);
      }
    });
  }

  list.addEventListener("keydown", (event) => {
    const now = tabs.indexOf(document.activeElement);
    let next = now + (STEPS[event.key] ?? 0);
    if (event.key === "Home") next = 0;
    if (event.key === "End") next = tabs.length - 1;
    if (now < 0 || next === now) return;
    event.preventDefault();
    next = (next + tabs.length) % tabs.length;
    open(next);
    tabs[next].focus();
  });

  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const place = panels.findIndex((panel) => panel.contains(target));
    if (target && place >= 0) {
      open(place);
      target.scrollIntoView();
    }
    return Boolean(target) && place >= 0;
  }

  list.append(...tabs);
  set.prepend(list);
  set.classList.add("is-live");
  if (!openTarget()) open(0);
  addEventListener("hashchange", openTarget);
});
