// A review: one suggestion is open at a time, its characters are marked in the text, and after each
// decision the next one that is open comes. Everything here is also a plain link or form.

import { say } from "./live.js";

const report = document.querySelector("[data-report]");
const ROLES = ["content", "mention", "speaker", "cue", "hedge", "figure", "place", "date"].map((role) => `m-${role}`);

const steps = () => [...document.querySelectorAll("details.step[data-step]")];
const opened = () => document.querySelector("details.step[open][data-step]");

// -- the characters of what is open ---------------------------------------------------------------

function unmark() {
  for (const piece of document.querySelectorAll("[data-m]")) piece.classList.remove(...ROLES);
}

function mark(name) {
  unmark();
  if (!name) return;
  const wanted = `${name}:`;
  for (const piece of document.querySelectorAll(`[data-m*="${CSS.escape(name)}:"]`)) {
    for (const each of piece.dataset.m.split(" ")) {
      if (each.startsWith(wanted)) piece.classList.add(`m-${each.slice(wanted.length)}`);
    }
  }
}

// -- opening ----------------------------------------------------------------------------------------

const fresh = new WeakSet();

function load(step) {
  const body = step.querySelector(".step-body");
  if (!body || fresh.has(body) || body.querySelector("form")) return;
  fresh.add(body);
  window.htmx?.ajax("GET", step.dataset.address, { target: body, swap: "innerHTML", source: body });
}

document.addEventListener("toggle", (event) => {
  const step = event.target;
  if (!(step instanceof HTMLDetailsElement) || !step.matches(".step[data-step]")) return;
  if (!step.open) {
    if (!opened()) unmark();
    return;
  }
  for (const other of steps()) if (other !== step) other.open = false;
  mark(step.dataset.step);
  load(step);
}, true);

/** Open a step, bring it into view, and have it announced by moving the focus there. */
function show(step) {
  if (!step) return;
  step.open = true;
  const summary = step.querySelector("summary");
  summary.focus({ preventScroll: true });
  step.closest(".line")?.scrollIntoView({ block: "nearest" });
  step.scrollIntoView({ block: "nearest" });
}

function move(way) {
  const all = steps();
  const now = opened() ?? document.activeElement?.closest?.("details.step");
  const at = all.indexOf(now);
  if (way === "after") {
    const next = all[at + 1];
    if (next) return show(next);
    document.querySelector(".report-more")?.scrollIntoView();
    return undefined;
  }
  return show(all[at < 0 ? all.length - 1 : Math.max(at - 1, 0)]);
}

function to(name) {
  const step = document.getElementById(`s-${name}`);
  if (step) show(step);
  else if (report && name) window.location.assign(`${report.dataset.stepAddress}?at=${encodeURIComponent(name)}#s-${name}`);
}

document.addEventListener("click", (event) => {
  const mover = event.target.closest("[data-move]");
  if (mover && report) {
    event.preventDefault();
    move(mover.dataset.move);
    return;
  }
  const link = event.target.closest("[data-to]");
  if (link && report) {
    event.preventDefault();
    to(link.dataset.to);
    return;
  }
  const rejects = event.target.closest("[data-rejects]");
  if (rejects) {
    const form = document.getElementById(rejects.dataset.rejects);
    form.hidden = !form.hidden;
    rejects.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) form.querySelector("[name=reasons]").focus();
  }
});

// Forms of rejection are open where there is no script, and closed where one can open them.
function closeRejections(within) {
  for (const form of within.querySelectorAll?.(".step-reject") ?? []) form.hidden = true;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  if (!event.target.matches?.("details.step > summary")) return;
  event.preventDefault();
  move(event.key === "ArrowDown" ? "after" : "before");
});

// -- after a decision ---------------------------------------------------------------------------------

document.addEventListener("htmx:load", (event) => {
  const arrived = event.detail.elt;
  closeRejections(arrived.parentElement ?? arrived);
  const now = opened();
  if (now) mark(now.dataset.step);
  if (arrived.closest?.(".step-body") && arrived.matches?.("form.correct, .notice")) {
    arrived.closest(".step-body").querySelector("select, input:not([type=hidden])")?.focus();
  }
});

document.addEventListener("review-decided", (event) => {
  const { said, next } = event.detail;
  say(said);
  // What was decided about may change what the others take along: they are asked anew.
  for (const step of steps()) {
    const body = step.querySelector(".step-body");
    if (!step.open && body) fresh.delete(body);
    if (!step.open && body?.querySelector("form")) body.replaceChildren();
  }
  if (next) to(next);
  else document.getElementById("ending")?.scrollIntoView({ block: "center" });
});

// -- words that a person selects ------------------------------------------------------------------------

const bar = document.getElementById("selected");
let chosen = null;

/** The place of a point of the page in the text, in code points. */
function place(node, offset) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-s]");
  if (!piece) return null;
  const start = Number(piece.dataset.s);
  if (piece.dataset.n) return start + (offset > 0 ? Number(piece.dataset.n) : 0);
  if (node.nodeType !== Node.TEXT_NODE) return start + (offset > 0 ? [...piece.textContent].length : 0);
  return start + [...node.data.slice(0, offset)].length;
}

function selection() {
  const found = document.getSelection();
  if (!found || found.isCollapsed || !found.rangeCount || !report?.contains(found.anchorNode)) return null;
  const range = found.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end, words: found.toString() };
}

document.addEventListener("selectionchange", () => {
  if (!bar || document.querySelector("dialog[open]")) return;
  const now = selection();
  if (!now && bar.contains(document.activeElement)) return;
  chosen = now;
  bar.hidden = !chosen;
  if (chosen) bar.querySelector("[data-selected]").textContent = `“${chosen.words.trim()}”`;
});

const beside = document.getElementById("beside");

async function besides(address) {
  await window.htmx.ajax("GET", address, { target: "#beside-body", swap: "innerHTML" });
  if (!beside.open) beside.showModal();
  beside.querySelector("[autofocus]")?.focus();
}

document.addEventListener("click", (event) => {
  if (!beside || !window.htmx) return;
  const link = event.target.closest("[data-beside]");
  if (link) {
    event.preventDefault();
    besides(link.href);
    return;
  }
  const missed = event.target.closest("[data-missed]");
  const where = event.target.closest("[data-where]");
  if (!missed && !where) return;
  if (!chosen) {
    if (missed) say(missed.dataset.nothing);
    return;
  }
  const { start, end } = chosen;
  besides(missed ? `${missed.dataset.missed}?start=${start}&end=${end}` : `${where.dataset.where}where/${start}-${end}/`);
});

// -- the beginning ----------------------------------------------------------------------------------------

closeRejections(document);
const first = opened();
if (first) {
  mark(first.dataset.step);
  show(first);
}
