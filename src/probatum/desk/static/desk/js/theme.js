// Light or dark at once, without waiting for the page: the form still tells the server, which remembers.
// <form method="post" action="..." data-theme-form><button name="theme" value="dark">...</button></form>

const root = document.documentElement;

function show(theme) {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
  for (const button of document.querySelectorAll("[data-theme-form] button[name=theme]")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
  document.dispatchEvent(new CustomEvent("desk:theme"));
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-theme-form]");
  const theme = event.submitter?.value;
  if (!form || !theme) return;
  event.preventDefault();
  show(theme);
  const body = new FormData(form, event.submitter);
  // Not remembered when the server is gone or the session over: the page stays as the person wants it,
  // and the next act says what is wrong.
  fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => {});
});

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  document.dispatchEvent(new CustomEvent("desk:theme"));
});
