// What htmx could not bring is said, not swallowed: an answer that is an error may carry its own notice
// (a piece with [data-notice], made by the server from a ProbatumError); without one the page says
// that the desk did not answer.

import { say } from "./live.js";

const toasts = () => document.getElementById("toasts");

function toast(notice) {
  const room = toasts();
  if (!room) return;
  room.append(notice);
  say(notice.textContent.replace(/\s+/g, " ").trim());
}

/** The page's own words for "no answer", from <template id="no-answer">. */
function noAnswer() {
  const template = document.getElementById("no-answer");
  return template?.content.firstElementChild?.cloneNode(true);
}

document.addEventListener("htmx:responseError", (event) => {
  const made = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const notice = made.querySelector("[data-notice]");
  const shown = notice ? document.importNode(notice, true) : noAnswer();
  if (shown) toast(shown);
});

document.addEventListener("htmx:sendError", () => {
  const shown = noAnswer();
  if (shown) toast(shown);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-dismiss]")) event.target.closest("[data-notice]")?.remove();
});
