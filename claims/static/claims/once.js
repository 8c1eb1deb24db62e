// A button that is pressed twice sends its form once: two equal corrections would both stand before readers for good.

const AGAIN = 10_000; // Milliseconds, after which nothing has come of it and it may be tried again.

export function startOnce() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    // What is sent by a script, or was stopped by one, is that script's.
    if (event.defaultPrevented || form.method !== "post" || (event.submitter?.formTarget || form.target)) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, AGAIN);
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
}
