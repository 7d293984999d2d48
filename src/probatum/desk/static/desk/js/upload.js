// Files into the case's quarantine, in pieces, through tus: resumed after a reload or a lost network.

const PIECE = 8 * 1024 * 1024;
const AT_ONCE = 3;
const drop = document.getElementById("drop");
const coming = document.getElementById("coming");
const token = () => document.querySelector("#take input[name=csrfmiddlewaretoken]").value;
const waiting = [];
let running = 0;


/** One line for a file: its name, how far it is, what became of it. */
function line(name) {
  const item = document.createElement("li");
  const words = document.createElement("bdi");
  const bar = document.createElement("progress");
  const said = document.createElement("span");
  words.textContent = name;
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", name);
  said.className = "small muted";
  item.append(words, " ", bar, " ", said);
  coming.append(item);
  return { bar, said, item };
}

function next() {
  while (running < AT_ONCE && waiting.length) {
    running += 1;
    send(waiting.shift());
  }
}

function done(shown) {
  running -= 1;
  shown.item.remove();
  document.body.dispatchEvent(new Event("uploads-changed"));
  next();
}

function send({ file, path }) {
  const shown = line(path);
  const upload = new window.tus.Upload(file, {
    endpoint: drop.dataset.uploadTo,
    chunkSize: PIECE,
    retryDelays: [0, 1000, 3000, 10_000, 30_000, 60_000],
    headers: { "X-CSRFToken": token() },
    metadata: { filename: file.name, path, modified: new Date(file.lastModified).toISOString() },
    removeFingerprintOnSuccess: true,
    onProgress: (sent, all) => { shown.bar.value = all ? (100 * sent) / all : 100; },
    onShouldRetry: (error) => {
      shown.said.textContent = drop.dataset.wordsWaits;
      const status = error.originalResponse ? error.originalResponse.getStatus() : 0;
      return status === 0 || status === 409 || status === 423 || status >= 500;
    },
    onError: () => {
      running -= 1;
      shown.said.textContent = drop.dataset.wordsFailed;
      next();
    },
    onSuccess: () => done(shown),
  });
  upload.findPreviousUploads().then((earlier) => {
    if (earlier.length) upload.resumeFromPreviousUpload(earlier[0]);
    upload.start();
  });
}

function take(files) {
  for (const file of files) waiting.push({ file, path: file.webkitRelativePath || file.name });
  next();
}

/** A dropped folder is walked: its files come with their paths. */
async function walk(entry, found) {
  if (entry.isFile) {
    const file = await new Promise((yes, no) => entry.file(yes, no));
    found.push({ file, path: entry.fullPath.replace(/^\//, "") });
  } else if (entry.isDirectory) {
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((yes, no) => reader.readEntries(yes, no));
      if (!some.length) break;
      for (const each of some) await walk(each, found);
    }
  }
}

for (const id of ["pick", "pick-folder"]) {
  const input = document.getElementById(id);
  const taken = () => { take(input.files); input.value = ""; };
  input.addEventListener("change", taken);
  // What was chosen before this ran; not earlier than htmx listens for what arrived.
  document.addEventListener("DOMContentLoaded", taken);
}
for (const kind of ["dragenter", "dragover"]) {
  drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("is-over"); });
}
for (const kind of ["dragleave", "drop"]) {
  drop.addEventListener(kind, () => drop.classList.remove("is-over"));
}
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  const found = [];
  for (const entry of entries) await walk(entry, found);
  waiting.push(...found);
  next();
});

// Choosing: arrows move, 1, 2 and 3 say relevant, unsure, not relevant.
const CHOICES = { 1: "take", 2: "unsure", 3: "leave" };

async function choose(thing, choice, whole = false) {
  const form = thing.querySelector("[data-choices]");
  const body = new FormData(form);
  body.set("choice", choice);
  if (whole) body.set("series", "yes");
  const answer = await fetch(form.action, {
    method: "POST", body, headers: { "X-CSRFToken": token(), "HX-Request": "true" },
  });
  if (!answer.ok) return;
  const all = body.get("series") === "yes" && thing.dataset.series
    ? document.querySelectorAll(`[data-triage] .thing[data-series="${CSS.escape(thing.dataset.series)}"]`) : [thing];
  for (const each of all) {
    each.dataset.choice = choice;
    for (const button of each.querySelectorAll("[data-choices] button")) {
      button.setAttribute("aria-pressed", String(button.value === choice));
    }
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-choices]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  choose(form.closest(".thing"), event.submitter.value);
});

document.addEventListener("keydown", (event) => {
  const thing = event.target.closest("[data-triage] .thing");
  if (!thing || event.ctrlKey || event.altKey || event.metaKey) return;
  const things = [...thing.parentElement.children];
  const at = things.indexOf(thing);
  const rtl = document.documentElement.dir === "rtl";
  const steps = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, ArrowDown: 1, ArrowUp: -1 };
  // With Shift a key has another sign on it, and which one depends on the keyboard.
  const digit = /^(?:Digit|Numpad)([1-3])$/.exec(event.code)?.[1] ?? event.key;
  let to = at;
  if (event.key in steps) to = at + steps[event.key];
  else if (event.key === "Enter" || event.key === " ") {
    if (event.target !== thing) return;
    const reveal = thing.querySelector("[data-reveal]");
    if (reveal) reveal.click();
  } else if (digit in CHOICES && event.target === thing) {
    choose(thing, CHOICES[digit], event.shiftKey);
    to = at + 1;
  } else return;
  event.preventDefault();
  const other = things[Math.max(0, Math.min(things.length - 1, to))];
  thing.tabIndex = -1;
  other.tabIndex = 0;
  other.focus();
});

// What no picture can be made of shows its name alone.
document.addEventListener("error", (event) => {
  const missed = event.target.matches && event.target.matches("img[data-may-miss]");
  if (missed) event.target.closest(".graphic").remove();
}, true);

