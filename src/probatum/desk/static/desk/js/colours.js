// Colours of the page's own tokens, as a canvas wants them: light-dark() decided, in rgb().

/** Return a function from the name of a token ("--line") to its colour now. */
export function colours(within) {
  const probe = document.createElement("span");
  probe.hidden = true;
  within.append(probe);
  const now = (token) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  now.done = () => probe.remove();
  return now;
}
