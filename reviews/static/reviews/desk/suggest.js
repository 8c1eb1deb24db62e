// Names of sources that fit what is typed, from all sources; and what a pasted address tells.
import { post } from "./post.js";

const PAUSE = 200;
const ADDRESS = /^evidence-\d+-address$/;

export function startSuggestions(form) {
  const list = document.getElementById("sources");
  const ask = (query) => fetch(`${list.dataset.address}?${new URLSearchParams(query)}`).then((answer) => answer.json());
  let timer;
  form.addEventListener("input", (event) => {
    const how = event.target.dataset?.suggest;
    if (!how) return;
    clearTimeout(timer);
    timer = setTimeout(() => suggest(list, ask, event.target.value, how).catch(() => {}), PAUSE);
  });
  form.addEventListener("change", (event) => {
    if (ADDRESS.test(event.target.name)) nameTheSource(form, ask, event.target).then(() => fill(form, list, event.target)).catch(() => {});
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fill]");
    if (!button) return;
    event.preventDefault();
    fill(form, list, button.closest("[data-evidence]").querySelector("input[name$=-address]"), { asked: true });
  });
}

async function suggest(list, ask, typed, how) {
  // In a field of several names only the last one is being typed; the others stay in front of each suggestion.
  const cut = how === "many" ? typed.lastIndexOf(";") + 1 : 0;
  const before = cut ? `${typed.slice(0, cut)} ` : "";
  const { names } = await ask({ q: typed.slice(cut).trim() });
  list.replaceChildren(...names.map((name) => new Option("", before + name)));
}

async function nameTheSource(form, ask, field) {
  const source = form.elements[field.name.replace("address", "source")];
  const address = field.value;
  if (source.value || !address) return;
  const { names } = await ask({ address });
  // Another address meanwhile has an answer of its own.
  if (names.length && !source.value && field.value === address) {
    source.value = names[0];
    source.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Fills what is empty from our records or the page; what somebody typed stands, and a refusal says why. */
async function fill(form, list, field, { asked = false } = {}) {
  const row = field.closest("[data-evidence]");
  const status = row.querySelector("[data-row-status]");
  const part = (name) => row.querySelector(`[name$="-${name}"]`);
  const address = field.value.trim();
  if (!/^https?:\/\/./.test(address)) return asked && say(status, "Paste its address first: it begins with https:// or http://.");
  if (!asked && part("title").value && part("published_on").value) return;
  say(status, "Looking it up …");
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.set("address", address);
  const { status: code, json } = await post(list.dataset.facts, body);
  if (field.value.trim() !== address) return say(status, ""); // Another address meanwhile: its own answer comes.
  if (code !== 200) return say(status, "Not filled in: the server did not answer.");
  const filled = ["source", "title", "published_on", "language"].filter((name) => put(part(name), json[name]));
  if (filled.length) field.dispatchEvent(new Event("input", { bubbles: true }));
  const words = { source: "source", title: "title", published_on: "date", language: "language" };
  const from = json.origin ? ` from ${json.origin}` : "";
  const did = filled.length ? `Filled in${from}: ${filled.map((name) => words[name]).join(", ")}.` : "";
  say(status, [did, json.problem].filter(Boolean).join(" ") || "Nothing was empty.");
}

function put(field, value) {
  // English is what an untouched row says.
  const empty = !field.value || (field.name.endsWith("-language") && field.value === "en");
  if (!value || !empty || field.value === value) return false;
  field.value = value;
  return true;
}

function say(status, text) {
  status.textContent = text;
}
