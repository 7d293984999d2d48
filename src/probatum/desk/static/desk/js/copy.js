// Copy an id or a digest: <button data-copy="..."> says in words that it did.

import { say } from "./live.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    say(button.dataset.copied || button.getAttribute("aria-label"));
    button.classList.add("is-copied");
  } catch {
    const range = document.createRange();
    const words = button.parentElement.querySelector("bdi");
    if (!words) return;
    range.selectNodeContents(words);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
});
