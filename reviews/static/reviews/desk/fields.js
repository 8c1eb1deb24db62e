// Counters under fields with a limit.

export function startFields(form) {
  for (const field of form.querySelectorAll("[data-counts-to]")) {
    const counter = document.createElement("span");
    counter.className = "counter figures";
    field.after(counter);
    const count = () => show(counter, [...field.value.trim()].length, Number(field.dataset.countsTo));
    field.addEventListener("input", count);
    count();
  }
}

function show(counter, used, limit) {
  counter.textContent = used > limit ? `${used} of ${limit}: ${used - limit} too many` : `${used} of ${limit}`;
  counter.classList.toggle("counter-over", used > limit);
}
