// Posting to our own pages: what comes back is JSON, or it says in one word why it does not.

/** Resolves to {status, json}; status "signed-out", "forbidden", "offline" or "broken" come without json. */
export async function post(address, body) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
  } catch {
    return { status: "offline" };
  }
  // The sign-in page is the only place that we are ever redirected to.
  if (answer.type === "opaqueredirect") return { status: "signed-out" };
  if (answer.status === 403) return { status: "forbidden" };
  if (!answer.headers.get("Content-Type")?.includes("json")) return { status: "broken" };
  try {
    return { status: answer.status, json: await answer.json() };
  } catch {
    return { status: "offline" }; // It broke off in the middle.
  }
}

/** After signing in again the token in this page is stale: take the one of the page as it is served now. */
export async function renewToken(form) {
  const answer = await fetch(location.pathname, { redirect: "manual" }).catch(() => null);
  if (!answer?.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = fresh.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!token || token === form.elements.csrfmiddlewaretoken.value) return false;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  return true;
}
