// The desk's pages work without this; with it they save by themselves, count down, and obey the keyboard.
import { startOnce } from "../claims/once.js";
import { startCountdowns } from "./desk/countdowns.js";
import { startDraft } from "./desk/draft.js";
import { startFields } from "./desk/fields.js";
import { startGuards } from "./desk/guard.js";
import { startKeys } from "./desk/keys.js";
import { startLease } from "./desk/lease.js";
import { startOpening } from "./desk/opening.js";
import { startPresses } from "./desk/press.js";
import { startRows } from "./desk/rows.js";
import { startSuggestions } from "./desk/suggest.js";

document.documentElement.classList.add("has-script");
startKeys();
startCountdowns();
startGuards();
startOnce();
startOpening();
startPresses();
const form = document.querySelector("[data-draft]");
if (form) {
  startRows(form);
  startFields(form);
  startSuggestions(form);
  const lease = startLease(form);
  startDraft(form, lease);
}
document.querySelector("[aria-invalid=true], [data-invalid] input")?.focus();
