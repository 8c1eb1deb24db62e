// What could not be saved stays in this tab until it is: a reload or a new sign-in does not lose it.
import { ensureRows } from "./rows.js";

const OURS = new Set(["csrfmiddlewaretoken", "version", "lease_number", "reason", "wait_for", "wait_until", "reuse"]);

const key = (form) => `draft-${form.dataset.review}`;

/** `leaving`: it goes to the server with this very step, so that a newer draft there most likely holds it. */
export function remember(form, { leaving = false } = {}) {
  const fields = [...new FormData(form)].filter(([name]) => !OURS.has(name));
  try {
    sessionStorage.setItem(key(form), JSON.stringify({ version: form.elements.version.value, fields, leaving }));
  } catch {
    // No room, or storage is switched off: the page itself still has the text.
  }
}

export function forget(form) {
  sessionStorage.removeItem(key(form));
  return false;
}

/** Puts the remembered text back. Where another window has saved since, the next save shows both texts. */
export function restore(form) {
  const kept = JSON.parse(sessionStorage.getItem(key(form)) ?? "null");
  if (!kept) return false;
  if (kept.version !== form.elements.version.value) {
    if (kept.leaving) return forget(form);
    form.elements.version.value = kept.version;
  }
  const fields = new Map(kept.fields);
  ensureRows(form, Number(fields.get("evidence-TOTAL_FORMS") ?? 0));
  for (const field of form.elements) {
    if (!field.name || OURS.has(field.name) || field.type === "hidden" || field.tagName === "BUTTON") continue;
    if (field.type === "radio") field.checked = fields.get(field.name) === field.value;
    else if (field.type === "checkbox") field.checked = fields.has(field.name);
    else if (fields.has(field.name)) field.value = fields.get(field.name);
  }
  return true;
}
