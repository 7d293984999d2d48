// What is said to people who do not see it: one polite live region for the whole page.

/** Have a screen reader say a sentence that the page has translated already. */
export function say(words) {
  const region = document.getElementById("live");
  if (!region || !words) return;
  region.textContent = "";
  requestAnimationFrame(() => {
    region.textContent = words;
  });
}
