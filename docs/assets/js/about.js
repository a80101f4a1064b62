/*
 * The buttons beside the text: print the page, copy how to cite it. Both are
 * hidden without JavaScript; the words to cite are there all the same.
 */

const SEEN = 4000; // milliseconds

for (const button of document.querySelectorAll("[data-prints]")) {
  button.addEventListener("click", () => print());
}

for (const button of document.querySelectorAll("[data-copies]")) {
  const box = button.closest(".cite");
  const words = box.querySelector(".cite__text");
  const status = box.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(words.textContent.trim());
      status.textContent = status.dataset.copied;
      setTimeout(() => { status.textContent = ""; }, SEEN);
    } catch {
      // No permission, or no secure connection: then it is selected, to be copied by hand.
      getSelection().selectAllChildren(words);
    }
  });
}
