// The page of one notification leads on by itself, once it is really shown: looked up ahead it stays as it is.

export function startOpening() {
  const form = document.querySelector("form[data-leads-to]");
  if (!form) return;
  if (document.prerendering) document.addEventListener("prerenderingchange", () => leadOn(form), { once: true });
  else leadOn(form);
}

/** In the place of this page, so that going back does not come here again. Where it fails, the button is still there. */
async function leadOn(form) {
  try {
    await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
  } catch {
    return;
  }
  location.replace(form.dataset.leadsTo);
}
