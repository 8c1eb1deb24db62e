// Evidence rows: add, remove and move without a round trip. Names and ids carry the row's place, so they are renumbered.

const PLACE = /\b(evidence|id_evidence|up|down|remove|fill)-(\d+|__prefix__)/g;
const ATTRIBUTES = ["id", "name", "for", "value", "aria-describedby"];

const rowsOf = (form) => [...form.querySelectorAll("[data-evidence]")];

export function startRows(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add], [data-remove], [data-move]");
    if (!button) return;
    event.preventDefault();
    if (button.matches("[data-add]")) focusFirst(addRow(form));
    else if (button.matches("[data-remove]")) removeRow(form, button.closest("[data-evidence]"));
    else moveRow(form, button);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export function ensureRows(form, count) {
  while (rowsOf(form).length < count) addRow(form);
}

export function addRow(form) {
  const rows = form.querySelector("#evidence-rows");
  rows.append(document.getElementById("evidence-template").content.cloneNode(true));
  renumber(form);
  return rows.lastElementChild;
}

function removeRow(form, row) {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  renumber(form);
  focusFirst(next ?? addRow(form));
}

function moveRow(form, button) {
  const row = button.closest("[data-evidence]");
  const up = button.dataset.move === "up";
  if (up) row.previousElementSibling?.before(row);
  else row.nextElementSibling?.after(row);
  renumber(form);
  (button.disabled ? row.querySelector(`[data-move=${up ? "down" : "up"}]`) : button).focus();
}

function focusFirst(row) {
  row.querySelector("input, select, textarea").focus();
}

function renumber(form) {
  const rows = rowsOf(form);
  rows.forEach((row, place) => {
    for (const element of [row, ...row.querySelectorAll("*")]) renumberElement(element, place);
    row.querySelector("[data-number]").textContent = place + 1;
    row.querySelector("[data-move=up]").disabled = place === 0;
    row.querySelector("[data-move=down]").disabled = place === rows.length - 1;
  });
  form.elements["evidence-TOTAL_FORMS"].value = rows.length;
}

function renumberElement(element, place) {
  for (const name of ATTRIBUTES) {
    // A field's value is what somebody typed; a button's is its command.
    if (!element.hasAttribute(name) || (name === "value" && element.tagName !== "BUTTON")) continue;
    element.setAttribute(name, element.getAttribute(name).replace(PLACE, `$1-${place}`));
  }
  if (element.matches("button .visually-hidden")) element.textContent = `evidence ${place + 1}`;
}
