// Forms that save by their button only: leaving the page with something typed asks first.

export function startGuards() {
  for (const form of document.querySelectorAll("form[data-guard]")) {
    let typed = false;
    form.addEventListener("input", () => (typed = true));
    form.addEventListener("submit", () => (typed = false));
    addEventListener("beforeunload", (event) => typed && event.preventDefault());
  }
}
