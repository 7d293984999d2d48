// Items: choosing many, and pictures that do not come.

import { say } from "./live.js";

const form = document.querySelector("[data-choosing]");
if (form) {
  const boxes = () => [...form.querySelectorAll('input[type="checkbox"][name="item"]')];
  const all = form.querySelector("[data-choose-all]");
  const bar = form.querySelector(".chosen-bar");
  const count = form.querySelector("[data-chosen-count]");
  let last = null;

  const tell = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    if (count) {
      count.hidden = chosen === 0;
      count.textContent = new Intl.NumberFormat(document.documentElement.lang).format(chosen);
    }
    bar?.classList.toggle("has-some", chosen > 0);
    if (all) {
      all.checked = chosen > 0 && chosen === boxes().length;
      all.indeterminate = chosen > 0 && !all.checked;
    }
  };

  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const box of boxes()) box.checked = all.checked;
      tell();
    });
  }
  // With Shift all between two boxes, as everywhere.
  form.addEventListener("click", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== "item") return;
    const known = boxes();
    if (event.shiftKey && last && known.includes(last)) {
      const [first, end] = [known.indexOf(last), known.indexOf(box)].sort((a, b) => a - b);
      for (const one of known.slice(first, end + 1)) one.checked = box.checked;
    }
    last = box;
    tell();
  });
  form.addEventListener("change", tell);
  window.addEventListener("pageshow", tell);
  // Enter in the words would press the first button, whichever that is.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input[name=words]")) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    if (!boxes().some((box) => box.checked)) {
      event.preventDefault();
      const legend = form.querySelector(".chosen-bar legend");
      say(legend?.textContent.trim());
      boxes()[0]?.focus();
    }
  });
}

// A small picture that cannot be made (damaged, too large, another kind of file) leaves its place empty.
document.addEventListener(
  "error",
  (event) => {
    const picture = event.target;
    if (!(picture instanceof HTMLImageElement) || !picture.closest(".thing-media")) return;
    const box = picture.closest(".thing-media");
    box.classList.remove("graphic");
    const icon = document.querySelector("nav .icon use")?.getAttribute("href")?.replace(/#.*/, "#image");
    box.replaceChildren();
    if (icon) {
      const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
      drawn.setAttribute("class", "icon");
      drawn.setAttribute("aria-hidden", "true");
      use.setAttribute("href", icon);
      drawn.append(use);
      box.append(drawn);
    }
  },
  true,
);
