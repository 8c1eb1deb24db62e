// The keyboard. Single keys work outside of fields only, so that no letter of a text becomes a command.

const FIELDS = "input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]";

const click = (selector) => () => document.querySelector(selector)?.click();
const focus = (selector) => () => document.querySelector(selector)?.focus();

const unfold = (selector) => () => {
  const details = document.querySelector(selector);
  if (!details) return;
  details.open = true;
  details.querySelector("input, select, textarea")?.focus();
};

const jump = (selector) => {
  const part = document.querySelector(selector);
  const details = part?.querySelector("details");
  if (details) details.open = true;
  part?.scrollIntoView({ block: "center" });
  part?.focus({ preventScroll: true });
};

const KEYS = {
  "?": () => document.getElementById("keys").showModal(),
  // The desk
  n: click("#next"),
  f: focus("#id_topic"),
  j: () => step(1),
  k: () => step(-1),
  t: () => document.activeElement.closest("[data-row]")?.querySelector("[data-take]")?.click(),
  // The workspace
  s: focus("#said input:checked, #said input"),
  r: focus("#rating input:checked, #rating input"),
  h: focus("#id_headline"),
  x: focus("#id_explanation"),
  e: focus("#evidence-rows input"),
  a: click("[data-add]"),
  u: unfold("#reuse"),
  c: unfold("#new-contact"),
  m: () => jump("#standing"),
  p: click("#preview-button"),
  v: click("[data-page]"),
  l: click("[data-renew]"),
  o: click("#siblings"),
  w: unfold("#not-now"),
  d: click(".eyebrow a[href='/desk/']"),
};

const OFF = "single-keys-off"; // Voice control types letters: who uses it must be able to switch these off.

export function startKeys() {
  const on = document.getElementById("single-keys");
  on.checked = !localStorage.getItem(OFF);
  on.addEventListener("change", () => (on.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  document.addEventListener("keydown", (event) => {
    const command = commandFor(event);
    if (!command) return;
    event.preventDefault();
    command();
  });
}

function commandFor(event) {
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (event.key === "s") return click("[data-save]");
    if (event.key === "Enter") return click("[data-submit]");
    return null;
  }
  if (event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return null;
  if (event.target.matches(FIELDS)) {
    return event.key === "Escape" ? () => event.target.blur() : null;
  }
  if (localStorage.getItem(OFF) && event.key !== "?") return null;
  return Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
}

function step(by) {
  const links = [...document.querySelectorAll("[data-row] .row-link")];
  const here = links.indexOf(document.activeElement.closest("[data-row]")?.querySelector(".row-link"));
  links[Math.min(Math.max(here + by, 0), links.length - 1)]?.focus();
}
