// <button data-opens="id"> opens <dialog id="id">; <button data-closes> closes the one it is in.
// What arrives by htmx as <dialog data-open> opens by itself. Menus close on Escape and elsewhere.

document.addEventListener("click", (event) => {
  const opens = event.target.closest("[data-opens]");
  if (opens) {
    event.preventDefault();
    document.getElementById(opens.dataset.opens)?.showModal();
  }
  if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
  if (event.target instanceof HTMLDialogElement && outside(event.target, event)) event.target.close();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

/** A click on the backdrop arrives at the dialog itself, but beside its box. */
function outside(dialog, event) {
  if (dialog.dataset.stays !== undefined) return false;
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

document.addEventListener("htmx:load", (event) => {
  const arrived = event.detail.elt;
  if (arrived instanceof HTMLDialogElement && arrived.dataset.open !== undefined) arrived.showModal();
});
