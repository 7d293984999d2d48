// A copy is sent as it is and answered with what it is; the server keeps nothing of it.
const input = document.getElementById("copy");
const place = document.getElementById("compared");
const token = () => document.querySelector("input[name=csrfmiddlewaretoken]").value;

async function compare() {
  const [file] = input.files;
  if (!file) return;
  place.setAttribute("aria-busy", "true");
  const answer = await fetch(input.dataset.compareAt, {
    method: "POST", body: file,
    headers: { "X-CSRFToken": token(), "Content-Type": "application/octet-stream", "HX-Request": "true" },
  });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  place.replaceChildren(...page.body.childNodes);
  place.removeAttribute("aria-busy");
}

input.addEventListener("change", compare);
compare(); // a copy that was chosen before this ran
