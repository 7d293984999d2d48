// One item: words that are marked become a citation, a box drawn in a picture its numbers, the place of
// a player a time. Everything can be typed as well.

// -- words ------------------------------------------------------------------------------------------

const text = document.querySelector(".reading-text[data-text]");
const cite = document.querySelector("[data-cite]");
const float = document.querySelector("[data-cite-float]");

/** How many characters of the text lie before a point: characters, not UTF-16 units. */
function offset(node, at) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const piece = element.closest("[data-at]");
  if (piece && text.contains(piece)) {
    const before = document.createRange();
    before.selectNodeContents(piece);
    before.setEnd(node, at);
    return Number(piece.dataset.at) + [...before.toString()].length;
  }
  // Between pieces: where the next one begins, or the last one ends.
  const pieces = [...text.querySelectorAll("[data-at]")];
  const point = document.createRange();
  point.setStart(node, at);
  const next = pieces.find((each) => point.comparePoint(each, 0) >= 0);
  if (next) return Number(next.dataset.at);
  const last = pieces.at(-1);
  return last ? Number(last.dataset.at) + [...last.textContent].length : 0;
}

function chosen() {
  const selection = getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  const exact = range.toString();
  return end > start && exact.trim() && end - start === [...exact].length ? { start, end, exact, range } : null;
}

if (text && cite && float) {
  const show = () => {
    const found = chosen();
    float.hidden = !found;
    if (!found) return;
    const box = found.range.getBoundingClientRect();
    float.style.insetBlockStart = `${box.bottom + scrollY + 6}px`;
    float.style.left = `${Math.max(8, Math.min(box.left + scrollX, scrollX + innerWidth - 160))}px`;
  };
  document.addEventListener("selectionchange", show);
  // Pressing the button must not take the selection away before it is read.
  float.addEventListener("pointerdown", (event) => event.preventDefault());
  const take = () => {
    const found = chosen();
    if (!found) return;
    cite.open = true;
    cite.querySelector("[data-cite-exact]").value = found.exact;
    cite.querySelector("[data-cite-start]").value = found.start;
    cite.querySelector("[data-cite-end]").value = found.end;
    float.hidden = true;
    cite.scrollIntoView({ block: "center" });
    cite.querySelector("[name=remark]").focus();
  };
  float.querySelector("[data-cite-take]").addEventListener("click", take);
  // Words that are changed by hand are looked for anew.
  cite.querySelector("[data-cite-exact]").addEventListener("input", () => {
    cite.querySelector("[data-cite-start]").value = "";
    cite.querySelector("[data-cite-end]").value = "";
  });
}

// -- pictures ---------------------------------------------------------------------------------------

const said = new URLSearchParams(location.search);

function picture(figure) {
  const sheet = figure.querySelector("[data-sheet]");
  const image = sheet?.querySelector("img");
  const viewer = figure.querySelector(".viewer");
  if (!image || figure.dataset.ready) return;
  figure.dataset.ready = "1";
  const wide = Number(figure.dataset.wide);
  const high = Number(figure.dataset.high);
  const box = sheet.querySelector("[data-box]");
  const form = document.querySelector("[data-region]");
  const zoomed = figure.querySelector("[data-zoom-said]");
  figure.querySelector("[data-zooming]").hidden = false;
  const page = form?.querySelector("[data-region-page]");
  if (page) page.value = figure.dataset.page;

  const size = (factor) => {
    if (factor === null) {
      sheet.classList.remove("is-zoomed");
      image.style.inlineSize = "";
    } else {
      sheet.classList.add("is-zoomed");
      image.style.inlineSize = `${Math.round(factor)}px`;
    }
    requestAnimationFrame(tell);
  };
  const tell = () => {
    const shown = image.getBoundingClientRect().width;
    zoomed.textContent = wide && shown ? `${Math.round((shown / wide) * 100)} %` : "";
    place();
  };
  figure.addEventListener("click", (event) => {
    const zoom = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (!zoom) return;
    const now = image.getBoundingClientRect().width;
    if (zoom === "0") size(null);
    else size(Math.max(80, Math.min(wide * 8, zoom === "+" ? now * 1.4 : now / 1.4)));
  });
  viewer.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[event.key];
    if (!step || event.target !== viewer) return;
    event.preventDefault();
    viewer.scrollBy(...step);
  });
  new ResizeObserver(tell).observe(image);
  image.addEventListener("load", tell);

  const numbers = () => ["left", "top", "width", "height"].map((name) => Number(form?.querySelector(`[name=${name}]`).value || NaN));
  const wanted = () => {
    const typed = numbers();
    if (typed.every(Number.isFinite)) return typed;
    const asked = (said.get("box") || "").split(",").map(Number);
    const here = !said.get("page") || said.get("page") === figure.dataset.page;
    return here && asked.length === 4 && asked.every(Number.isFinite) ? asked : null;
  };
  function place() {
    const at = wanted();
    box.hidden = !at;
    if (!at) return;
    const shown = image.getBoundingClientRect();
    const x = shown.width / wide;
    const y = shown.height / high;
    box.style.left = `${at[0] * x}px`;
    box.style.top = `${at[1] * y}px`;
    box.style.width = `${at[2] * x}px`;
    box.style.height = `${at[3] * y}px`;
  }
  const boxes = document.querySelector("[data-boxes] [name=boxes]");
  if (boxes) hide(figure, sheet, image, boxes, wide, high);
  if (!form) return;
  form.addEventListener("input", place);
  form.addEventListener("toggle", () => sheet.classList.toggle("is-drawing", form.open));
  sheet.classList.toggle("is-drawing", form.open);
  let from = null;
  const point = (event) => {
    const shown = image.getBoundingClientRect();
    const x = Math.max(0, Math.min(1, (event.clientX - shown.left) / shown.width));
    const y = Math.max(0, Math.min(1, (event.clientY - shown.top) / shown.height));
    return [x * wide, y * high];
  };
  sheet.addEventListener("pointerdown", (event) => {
    if (!form.open || event.button !== 0) return;
    event.preventDefault();
    from = point(event);
    sheet.setPointerCapture(event.pointerId);
  });
  sheet.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = point(event);
    const left = Math.floor(Math.min(from[0], to[0]));
    const top = Math.floor(Math.min(from[1], to[1]));
    const values = { left, top, width: Math.max(1, Math.ceil(Math.abs(to[0] - from[0]))), height: Math.max(1, Math.ceil(Math.abs(to[1] - from[1]))) };
    for (const [name, value] of Object.entries(values)) form.querySelector(`[name=${name}]`).value = value;
    place();
  });
  sheet.addEventListener("pointerup", () => {
    if (from) form.querySelector("[name=remark]").focus();
    from = null;
  });
}

/** Boxes that are to be hidden: each line of a field is one, and each box that is drawn a line. */
function hide(figure, sheet, image, field, wide, high) {
  sheet.classList.add("is-drawing");
  const page = Number(figure.dataset.pages) > 1 ? `${figure.dataset.page}:` : "";
  const show = () => {
    for (const old of sheet.querySelectorAll(".hidden-box")) old.remove();
    const shown = image.getBoundingClientRect();
    for (const line of field.value.split("\n")) {
      const match = /^\s*(?:(\d+)\s*:)?\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*$/.exec(line);
      if (!match || (match[1] && match[1] !== figure.dataset.page)) continue;
      const [left, top, right, bottom] = match.slice(2).map(Number);
      const mark = document.createElement("span");
      mark.className = "hidden-box";
      mark.style.left = `${(left * shown.width) / wide}px`;
      mark.style.top = `${(top * shown.height) / high}px`;
      mark.style.width = `${((right - left) * shown.width) / wide}px`;
      mark.style.height = `${((bottom - top) * shown.height) / high}px`;
      sheet.append(mark);
    }
  };
  const point = (event) => {
    const shown = image.getBoundingClientRect();
    const x = Math.max(0, Math.min(1, (event.clientX - shown.left) / shown.width));
    const y = Math.max(0, Math.min(1, (event.clientY - shown.top) / shown.height));
    return [x * wide, y * high];
  };
  let from = null;
  sheet.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    from = point(event);
    sheet.setPointerCapture(event.pointerId);
  });
  sheet.addEventListener("pointerup", (event) => {
    if (!from) return;
    const to = point(event);
    const numbers = [
      Math.floor(Math.min(from[0], to[0])), Math.floor(Math.min(from[1], to[1])),
      Math.ceil(Math.max(from[0], to[0])), Math.ceil(Math.max(from[1], to[1])),
    ];
    from = null;
    if (numbers[2] - numbers[0] < 2 || numbers[3] - numbers[1] < 2) return;
    const before = field.value.replace(/\s+$/, "");
    field.value = `${before}${before ? "\n" : ""}${page}${numbers.join(",")}\n`;
    show();
  });
  field.addEventListener("input", show);
  image.addEventListener("load", show);
  new ResizeObserver(show).observe(image);
}

function pictures() {
  for (const figure of document.querySelectorAll("[data-picture]")) picture(figure);
}
pictures();
document.addEventListener("htmx:load", pictures);
document.addEventListener("click", (event) => {
  const reveal = event.target.closest("[data-reveal]");
  for (const image of reveal?.closest(".graphic")?.querySelectorAll(".picture-sheet > [data-src]") || []) {
    image.src = image.dataset.src;
    image.removeAttribute("data-src");
  }
});

// -- sound and film ---------------------------------------------------------------------------------

const player = document.querySelector("[data-player]");
// A working copy is asked for, stretch by stretch; then it is the one that is being looked at.
const copy = () => document.querySelector("[data-film] [data-player]");
let goesOn = false;
document.addEventListener("htmx:configRequest", (event) => {
  // Who looks at the film need not ask again for each stretch of it.
  const film = event.detail.elt.closest("[data-film]");
  if (film?.querySelector(".player.is-shown")) event.detail.parameters.shown = "1";
});
document.addEventListener("ended", (event) => {
  const after = event.target.closest?.("[data-film]")?.querySelector("[data-after]");
  if (!after) return;
  goesOn = true;
  after.click();
}, true);
document.addEventListener("htmx:load", () => {
  if (player) player.closest("figure").hidden = Boolean(copy());
  if (goesOn) copy()?.play().catch(() => {}); // a browser may want to be asked first
  goesOn = false;
});
if (player) {
  const spell = (seconds) => {
    const whole = Math.max(0, seconds);
    const minutes = Math.floor(whole / 60);
    return `${minutes}:${(whole - 60 * minutes).toFixed(1).padStart(4, "0")}`;
  };
  for (const button of document.querySelectorAll("[data-now]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const watched = copy() ?? player;
      const begins = Number(watched.dataset.begins ?? 0) / 1000;
      document.getElementById(button.dataset.now).value = spell(begins + watched.currentTime);
    });
  }
  const from = Number(said.get("from"));
  if (said.has("from") && Number.isFinite(from)) {
    player.addEventListener("loadedmetadata", () => { player.currentTime = from / 1000; }, { once: true });
    if (player.getAttribute("src")) player.preload = "metadata";
  }
  player.addEventListener("error", () => {
    const failed = document.querySelector("[data-player-failed]");
    if (failed) failed.hidden = false;
  });
}

// -- the rest ---------------------------------------------------------------------------------------

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-prints]")) window.print();
});
for (const form of document.querySelectorAll("[data-closes-after]")) {
  form.addEventListener("submit", () => setTimeout(() => form.closest("dialog")?.close(), 300));
}
