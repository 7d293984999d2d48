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

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-theme-form]");
  const theme = event.submitter?.value;
  if (!form || !theme) return;
  event.preventDefault();
  show(theme);
  const body = new FormData(form, event.submitter);
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (answer.status >= 400) form.submit();
  } catch {
    // The server is gone; the page stays as the person wants it until it is back.
  }
});

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  document.dispatchEvent(new CustomEvent("desk:theme"));
});
