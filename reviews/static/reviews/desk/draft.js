// Saves the draft a moment after each change; two windows can't overwrite each other, and nothing typed is lost.
import { post, renewToken } from "./post.js";
import { forget, remember, restore } from "./backup.js";
import { showNotes } from "./notes.js";

const PAUSE = 1500; // Milliseconds without typing before a save.
const RETRY = 5000;

const PROBLEMS = {
  offline: "Not saved: no connection. Trying again …",
  broken: "Not saved: the server is in trouble. Trying again …",
  "signed-out": "Not saved: you were signed out. Sign in in another window; this page then saves by itself.",
  forbidden: "Not saved: your sign-in has changed. Sign in in another window; this page then saves by itself.",
};

const same = (one, other) => JSON.stringify([...one]) === JSON.stringify([...other]);

export function startDraft(form, lease) {
  const draft = new Draft(form, lease);
  // Fields that belong to another step of the page are sent by its own button; they are no part of the draft.
  form.addEventListener("input", (event) => event.target.closest("[data-not-draft]") || draft.touched());
  form.addEventListener("submit", (event) => draft.submitted(event));
  document.addEventListener("click", (event) => draft.clicked(event));
  // A page that goes away is hidden first: what it sends on leaving must not race with what it is leaving for.
  document.addEventListener("visibilitychange", () => document.hidden && !draft.leaving && draft.flush());
  // Nothing typed, nothing saved: an empty draft would bar its author from approving for no reason.
  document.addEventListener("desk:save", () => draft.flush({ always: form.elements.version.value !== "0" }));
  for (const other of document.querySelectorAll("form[data-leaves]")) {
    other.addEventListener("submit", (event) => draft.leaveBy(event, other));
  }
  addEventListener("beforeunload", (event) => (draft.dirty || draft.saving) && !draft.leaving && event.preventDefault());
  if (restore(form)) draft.touched();
}

class Draft {
  constructor(form, lease) {
    Object.assign(this, { form, lease, dirty: false, leaving: false, blocked: false, saving: null, timer: 0, unanswered: null });
    this.state = document.getElementById("save-state");
    this.announced = document.getElementById("announce");
    this.alerts = document.getElementById("alerts");
  }

  touched() {
    this.dirty = true;
    if (this.blocked) return;
    this.say("Not saved yet");
    this.soon(PAUSE);
  }

  soon(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), delay);
  }

  say(text) {
    if (this.state.textContent !== text) this.state.textContent = text;
  }

  /** Also to screen readers: a save every few seconds is not worth a word, one that failed is. */
  announce(text) {
    this.say(text);
    if (this.announced.textContent !== text) this.announced.textContent = text;
  }

  /** One save at a time: a later one waits, so that it carries the version that the earlier one made. */
  async flush({ always = false } = {}) {
    clearTimeout(this.timer);
    if (this.saving) await this.saving;
    if (this.blocked && always) this.alerts.scrollIntoView({ block: "center" }); // What to do stands there.
    if (this.blocked || !(this.dirty || always)) return;
    this.saving = this.save();
    try {
      await this.saving;
    } finally {
      this.saving = null;
    }
  }

  /** What got no answer may be stored all the same: it goes again as it was, so that it is no other window's. */
  async save() {
    const now = new FormData(this.form);
    const body = this.unanswered ? this.renewed(this.unanswered) : now;
    this.unanswered = null;
    this.dirty = !same(body, now); // What was typed since then follows.
    const more = this.dirty;
    this.say("Saving …");
    const answer = await post(this.form.action, body);
    if (answer.status === 200) this.saved(answer.json);
    else if (answer.json?.kind) this.refused(answer.json);
    else return this.failed(answer.status, body);
    if (more) this.soon(0);
  }

  renewed(body) {
    for (const name of ["csrfmiddlewaretoken", "lease_number"]) body.set(name, this.form.elements[name].value);
    return body;
  }

  saved({ version, saved, seconds, standing }) {
    this.form.elements.version.value = version;
    this.say(this.dirty ? "Not saved yet" : saved);
    this.announced.textContent = "";
    this.alerts.replaceChildren();
    this.lease.runs(seconds);
    forget(this.form);
    const old = document.getElementById("standing");
    const wasOpen = old.querySelector("details")?.open;
    old.outerHTML = standing;
    const details = document.querySelector("#standing details");
    if (details && wasOpen) details.open = true;
    document.getElementById("standing-summary").textContent = document.getElementById("standing").dataset.summary;
    showNotes();
  }

  refused({ kind, html, version }) {
    this.alerts.innerHTML = html;
    this.offered = version;
    if (kind === "out_of_bounds") {
      this.dirty = true;
      this.say("Not saved: see above");
      return;
    }
    this.blocked = true;
    this.dirty ||= kind !== "lease_lost"; // After a lost lease what was sent is kept on the server.
    this.say(kind === "lease_lost" ? "Kept, but no longer yours to save" : "Not saved: see above");
    if (kind === "lease_lost") {
      // What was kept is no other window's: pressing “Submit” now says again that the time has ended.
      this.form.elements.version.value = version;
      if (this.dirty) remember(this.form);
      else forget(this.form);
      this.lease.lost();
    }
    this.alerts.scrollIntoView({ block: "center" });
  }

  async failed(status, body) {
    this.dirty = true;
    if (status === "offline" || status === "broken") this.unanswered = body;
    remember(this.form);
    this.announce(PROBLEMS[status] ?? PROBLEMS.broken);
    if (status === "forbidden" && (await renewToken(this.form))) return this.soon(0);
    this.soon(RETRY);
  }

  clicked(event) {
    if (event.target.closest("[data-keep-mine]")) {
      event.preventDefault();
      this.form.elements.version.value = this.offered ?? this.form.elements.version.value;
      this.blocked = false;
      this.flush({ always: true });
    }
    if (event.target.closest("[data-discard]")) {
      forget(this.form);
      this.leaving = true;
    }
  }

  async submitted(event) {
    if (this.leaving) return;
    const button = event.submitter;
    event.preventDefault();
    if (button?.matches("[data-renew]")) return this.lease.renew();
    if (!button || button.matches("[data-save]")) return this.flush({ always: true });
    await this.leave();
    this.form.requestSubmit(button);
  }

  /** A button outside of the draft's form leads away: store the text first, then go. */
  async leaveBy(event, other) {
    if (this.leaving || !this.dirty) return;
    event.preventDefault();
    await this.flush();
    if (this.dirty) return this.alerts.scrollIntoView({ block: "center" }); // Going now would lose it.
    await this.leave();
    other.requestSubmit();
  }

  async leave() {
    if (this.unanswered) await this.flush(); // What is left for carries the version that this may have made.
    clearTimeout(this.timer);
    if (this.saving) await this.saving;
    if (this.dirty) remember(this.form, { leaving: true }); // Where the answer is no page of ours, coming back shows it again.
    // A form ignores a second submission while the event of the first is still being handled.
    await new Promise((resolve) => setTimeout(resolve));
    this.leaving = true;
  }
}
