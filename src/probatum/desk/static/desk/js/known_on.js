// "As known on": the date field works by itself; this adds a slider over the days of the record.

const DAY = 86_400_000;
const day = (text) => Math.round(Date.parse(`${text}T00:00:00Z`) / DAY);
const spelled = (number) => new Date(number * DAY).toISOString().slice(0, 10);

for (const form of document.querySelectorAll("[data-known-on]")) {
  const field = form.querySelector('input[name="known"]');
  const [first, last] = [day(form.dataset.first), day(form.dataset.last)];
  if (!field || !(first < last)) continue;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.className = "known-slider";
  slider.min = String(first);
  slider.max = String(last);
  slider.value = String(field.value ? day(field.value) : last);
  slider.setAttribute("aria-label", form.dataset.label);
  const say = () => slider.setAttribute("aria-valuetext", spelled(Number(slider.value)));
  say();
  slider.addEventListener("input", () => {
    field.value = spelled(Number(slider.value));
    say();
  });
  slider.addEventListener("change", () => form.requestSubmit());
  field.closest(".field").after(slider);
}
