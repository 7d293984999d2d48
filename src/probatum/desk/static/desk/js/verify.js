// A package is handed over as it is, with how far it is; then its form goes its ordinary way.
import { say } from "./live.js";

const form = document.querySelector("form[data-verify]");
const input = document.getElementById("package");
const told = form.querySelector("[data-sent]");
const bar = form.querySelector("[data-bar]");

function hand(file) {
  return new Promise((done, failed) => {
    const line = new XMLHttpRequest();
    line.open("POST", `${form.dataset.verify}?name=${encodeURIComponent(file.name)}`);
    line.setRequestHeader("X-CSRFToken", form.elements.csrfmiddlewaretoken.value);
    line.setRequestHeader("Content-Type", "application/octet-stream");
    line.setRequestHeader("HX-Request", "true");
    line.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      bar.value = Math.round((100 * event.loaded) / event.total);
      told.textContent = `${told.dataset.words} ${bar.value} %`;
    });
    line.addEventListener("load", () => (line.status === 200 ? done(JSON.parse(line.responseText)) : failed(line)));
    line.addEventListener("error", () => failed(line));
    line.send(file);
  });
}

form.addEventListener("submit", async (event) => {
  const [file] = input.files;
  if (!file) return;
  event.preventDefault();
  const button = form.querySelector("button.is-primary");
  button.disabled = true;
  told.hidden = bar.hidden = false;
  told.textContent = told.dataset.words;
  say(told.dataset.words);
  try {
    const answer = await hand(file);
    let field = form.elements.arrived;
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = "arrived";
      form.append(field);
    }
    field.value = answer.arrived;
    input.disabled = true;
    form.submit();
  } catch (line) {
    const page = new DOMParser().parseFromString(line.responseText || "", "text/html");
    document.getElementById("messages")?.prepend(...page.body.childNodes);
    told.hidden = bar.hidden = true;
    button.disabled = false;
    button.focus();
  }
});
