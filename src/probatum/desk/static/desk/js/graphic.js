// Graphic material shows when somebody asks, one picture at a time, and hides again.
// <figure class="graphic"><img ...><div class="graphic-ask">...<button data-reveal>...</button></div>
//   <button class="graphic-again" data-hide>...</button></figure>
// A picture with data-src instead of src is not even fetched before.

document.addEventListener("click", (event) => {
  const reveal = event.target.closest("[data-reveal]");
  const hide = event.target.closest("[data-hide]");
  const box = (reveal || hide)?.closest(".graphic");
  if (!box) return;
  event.preventDefault();
  event.stopPropagation();
  box.classList.toggle("is-shown", Boolean(reveal));
  if (reveal) {
    for (const media of box.querySelectorAll(":scope > [data-src]")) {
      media.src = media.dataset.src;
      media.removeAttribute("data-src");
    }
    box.querySelector("[data-hide]")?.focus();
  } else {
    box.querySelector("video, audio")?.pause();
    box.querySelector("[data-reveal]")?.focus();
  }
});
