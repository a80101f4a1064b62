/*
 * While one points at a name in the picture of relations, or reaches it with the
 * keyboard, what belongs to it comes forward: of a theme all, of a trekker or a
 * deliverable what else has its themes and is of another kind. Which themes
 * something has is in its classes, of-1, of-2 and so on.
 */

const KINDS = ["theme", "trekker", "deliverable"];

function kindOf(part) {
  return KINDS.find((kind) => part.matches(`.picture__name--${kind}, .picture__line--${kind}`));
}

function belonging(name, picture) {
  const themes = [...name.classList].filter((word) => word.startsWith("of-"));
  const found = themes.flatMap((theme) => [...picture.querySelectorAll(`.${theme}`)]);
  const kind = kindOf(name);
  return kind === "theme" ? found : found.filter((part) => kindOf(part) !== kind);
}

for (const picture of document.querySelectorAll(".picture--relations")) {
  const follow = () => {
    const chosen = [...picture.querySelectorAll(".picture__name:is(:hover, :focus-visible)")];
    const lit = chosen.flatMap((name) => belonging(name, picture));
    for (const part of picture.querySelectorAll(".is-lit")) part.classList.remove("is-lit");
    for (const part of lit) part.classList.add("is-lit");
  };
  // Not on the drawing: Chromium lets the keyboard stop at a drawing that listens to the focus.
  for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) picture.addEventListener(type, follow);
}
