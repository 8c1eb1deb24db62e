// Names of sources that fit what is typed, from all sources; and the source of a pasted address.

const PAUSE = 200;

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
    if (/^evidence-\d+-address$/.test(event.target.name)) nameTheSource(form, ask, event.target).catch(() => {});
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
  if (source.value || !field.value) return;
  const { names } = await ask({ address: field.value });
  if (names.length && !source.value) {
    source.value = names[0];
    source.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
