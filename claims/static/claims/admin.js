// Makes the admin quicker; everything works without it.
import { startOnce } from "./once.js";

/** UTF-16 offset inside a string as a count of code points, which is how the server counts. */
export function codePoints(text, utf16) {
  return [...text.slice(0, utf16)].length;
}

/** The selected part of `container`, as {start, end, passage} in code points; null when nothing in it is selected. */
export function selectedSpan(container, selection) {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!container.contains(range.startContainer) || !container.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(container);
  before.setEnd(range.startContainer, range.startOffset);
  const start = codePoints(before.toString(), before.toString().length);
  const chosen = range.toString();
  const passage = chosen.trim();
  if (!passage) return null;
  const from = start + codePoints(chosen, chosen.length - chosen.trimStart().length);
  return { start: from, end: from + codePoints(passage, passage.length), passage };
}

function fillFromSelection(form) {
  const container = document.getElementById(form.dataset.selection);
  const field = (name) => form.querySelector(`[name$="-${name}"]`);
  if (!container || !field("passage")) return;
  document.addEventListener("selectionchange", () => {
    const span = selectedSpan(container, document.getSelection());
    if (!span) return;
    form.closest("details").open = true;
    for (const name of ["start", "end", "passage"]) field(name).value = span[name];
    if (!field("wording").value || field("wording").dataset.filled) {
      field("wording").value = span.passage.replace(/\s+/g, " ");
      field("wording").dataset.filled = "yes";
    }
  });
  field("wording").addEventListener("input", () => delete field("wording").dataset.filled);
  // What is typed by hand is looked for by the server.
  field("passage").addEventListener("input", () => {
    field("start").value = field("end").value = "";
  });
}

function tickBoxes(row) {
  const boxes = row.closest("form").querySelectorAll('input[type="checkbox"][name$="-claims"]');
  const tick = (on) => boxes.forEach((box) => { box.checked = on && !("settled" in box.dataset); });
  row.hidden = false;
  row.querySelector("[data-tick-all]").addEventListener("click", () => tick(true));
  row.querySelector("[data-tick-none]").addEventListener("click", () => tick(false));
}

let lists = 0;

function suggest(input) {
  const list = document.createElement("datalist");
  list.id = `suggestions-${(lists += 1)}`;
  input.after(list);
  input.setAttribute("list", list.id);
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (input.value.trim().length < 2) return;
      const address = new URL(input.dataset.suggest, location.href);
      address.searchParams.set("term", input.value.trim());
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const { results } = await answer.json();
      list.replaceChildren(...results.map(({ text }) => Object.assign(document.createElement("option"), { value: text })));
    }, 200);
  });
}

document.querySelectorAll("form[data-selection]").forEach(fillFromSelection);
document.querySelectorAll("[data-tick]").forEach(tickBoxes);
document.querySelectorAll("[data-suggest]").forEach(suggest);
startOnce();

// On a narrow screen the list comes first; the filters open on demand.
if (matchMedia("(max-width: 47.99rem)").matches) document.querySelectorAll("details.filters").forEach((part) => part.removeAttribute("open"));
