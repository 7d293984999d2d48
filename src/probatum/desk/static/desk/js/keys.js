// Shortcuts. A page says them where they work: <a data-key="j">, <button data-key="a">; the press does
// what a click would. "?" lists those of this page, "/" goes to the search. Nothing happens while a
// person writes, and nothing at all where data-keys="off" is set on <html> (single letters are in the
// way of people who speak to their computer: WCAG 2.1.4).

function writing(target) {
  return target.isContentEditable || (target.matches?.("input, textarea, select") && !/^(checkbox|radio|range|button|submit)$/.test(target.type));
}

function visible(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

/** Where keys count: the open dialog, or the page. */
function scope() {
  return document.querySelector("dialog[open]") || document;
}

/** What a button says, without the key that is drawn in it. */
function wordsOf(element) {
  const copy = element.cloneNode(true);
  for (const key of copy.querySelectorAll("kbd")) key.remove();
  return copy.textContent.trim();
}

function list() {
  const dialog = document.getElementById("keys");
  const rows = dialog?.querySelector("[data-keys-list]");
  if (!rows) return;
  const seen = new Set();
  const made = [];
  for (const element of document.querySelectorAll("[data-key]")) {
    if (!visible(element) || seen.has(element.dataset.key)) continue;
    seen.add(element.dataset.key);
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const key = document.createElement("kbd");
    const words = document.createElement("dd");
    key.textContent = element.dataset.key === " " ? "␣" : element.dataset.key;
    words.textContent = element.dataset.keyWords || element.getAttribute("aria-label") || wordsOf(element);
    term.append(key);
    row.append(term, words);
    made.push(row);
  }
  rows.replaceChildren(...made);
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (writing(event.target) || document.documentElement.dataset.keys === "off") return;
  const within = scope();
  if (event.key === "?" && within === document) {
    event.preventDefault();
    list();
    return;
  }
  // By letter first; by the key's place where the keyboard writes another script.
  const latin = /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase();
  const wanted = [event.key, event.shiftKey ? undefined : latin].filter(Boolean);
  for (const key of wanted) {
    const element = [...within.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(visible);
    if (!element) continue;
    event.preventDefault();
    if (element.matches("input:not([type=checkbox], [type=radio]), textarea, select")) {
      element.focus();
      element.select?.();
    } else {
      element.click();
    }
    return;
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-lists-keys]")) list();
});
