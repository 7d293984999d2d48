// Fields that name a record: <span data-picker data-src="..."> round an input. What is typed is
// looked for; choosing puts the reference into the field, so that it also works without this script.

const WAIT = 180;
let made = 0;

function mount(picker) {
  if (picker.dataset.mounted !== undefined) return;
  picker.dataset.mounted = "";
  const input = picker.querySelector("input");
  const list = document.createElement("ul");
  list.className = "picker-list";
  list.id = `picker-list-${++made}`;
  list.role = "listbox";
  list.setAttribute("aria-label", input.labels?.[0]?.textContent ?? input.getAttribute("aria-label") ?? "");
  list.hidden = true;
  picker.append(list);
  input.role = "combobox";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  const state = { picker, input, list, chosen: -1, asked: 0, timer: 0 };
  input.addEventListener("input", () => {
    clearTimeout(state.timer);
    tell(state, "");
    state.timer = setTimeout(() => ask(state), WAIT);
  });
  input.addEventListener("focus", () => { if (!input.value) ask(state); });
  input.addEventListener("keydown", (event) => keys(state, event));
  input.addEventListener("blur", () => setTimeout(() => close(state), WAIT));
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const one = event.target.closest("li");
    if (one) take(state, one);
  });
}

async function ask(state) {
  const number = ++state.asked;
  const address = new URL(state.picker.dataset.src, location.href);
  address.searchParams.set("q", state.input.value.trim());
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok || number !== state.asked || document.activeElement !== state.input) return;
  const { found } = await answer.json();
  state.list.replaceChildren(...found.map((each, at) => line(state, each, at)));
  state.chosen = -1;
  open(state, found.length > 0);
}

function line(state, { ref, kind, caption }, at) {
  const one = document.createElement("li");
  one.id = `${state.list.id}-${at}`;
  one.role = "option";
  one.dataset.ref = ref;
  one.dataset.caption = caption || ref;
  const name = document.createElement("bdi");
  name.textContent = caption || ref;
  const more = document.createElement("bdi");
  more.className = "id small";
  more.dir = "ltr";
  more.textContent = ref;
  one.title = kind;
  one.append(name, more);
  return one;
}

function keys(state, event) {
  const lines = [...state.list.children];
  if (event.key === "Escape" && !state.list.hidden) {
    event.stopPropagation();
    close(state);
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && lines.length) {
    event.preventDefault();
    open(state, true);
    const step = event.key === "ArrowDown" ? 1 : -1;
    state.chosen = (state.chosen + step + lines.length) % lines.length;
    lines.forEach((one, at) => one.setAttribute("aria-selected", String(at === state.chosen)));
    lines[state.chosen].scrollIntoView({ block: "nearest" });
    state.input.setAttribute("aria-activedescendant", lines[state.chosen].id);
  } else if (event.key === "Enter" && !state.list.hidden && state.chosen >= 0) {
    event.preventDefault();
    take(state, lines[state.chosen]);
  }
}

function take(state, one) {
  state.input.value = one.dataset.ref;
  tell(state, one.dataset.caption);
  close(state);
}

function tell(state, words) {
  const place = state.picker.querySelector("[data-picked]");
  if (!place) return;
  const name = document.createElement("bdi");
  name.textContent = words;
  place.replaceChildren(name);
}

function open(state, shown) {
  state.list.hidden = !shown;
  state.input.setAttribute("aria-expanded", String(shown));
  if (!shown) state.input.removeAttribute("aria-activedescendant");
}

function close(state) {
  state.asked += 1;
  open(state, false);
}

function mountAll(within) {
  for (const picker of within.querySelectorAll("[data-picker]")) mount(picker);
}

mountAll(document);
document.addEventListener("htmx:load", (event) => mountAll(event.detail.elt.parentElement ?? document));
