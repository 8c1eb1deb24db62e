// The lease runs out while nobody works on the page; while somebody does, it is renewed.
import { post } from "./post.js";

const WARN = 5 * 60; // Seconds left.
const RENEW = 20 * 60; // Renewed below this, if the page was used since: a few requests an hour.
const SIGNS_OF_LIFE = ["keydown", "pointerdown", "wheel", "touchmove"];

export function startLease(form) {
  const lease = new Lease(form);
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, () => (lease.used = true), { passive: true });
  lease.runs(Number(lease.shown.dataset.countdown));
  setInterval(() => lease.tick(), 1000);
  return lease;
}

class Lease {
  constructor(form) {
    Object.assign(this, { form, used: false, ended: false, renewing: false, ends: 0 });
    this.shown = document.querySelector("[data-countdown]");
    this.warning = document.getElementById("lease-warning");
    this.address = form.querySelector("[data-renew]").formAction;
  }

  runs(seconds) {
    this.ends = Date.now() + seconds * 1000;
    this.ended = false;
    this.tick();
  }

  lost() {
    this.ends = 0;
    this.ended = true;
    this.shown.textContent = "ended";
    this.warning.hidden = true;
  }

  tick() {
    if (this.ended) return;
    const left = Math.max(0, Math.round((this.ends - Date.now()) / 1000));
    this.shown.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    this.warning.hidden = left > WARN || left === 0;
    if (left === 0) this.over();
    else if (left < RENEW && this.used) this.renew();
  }

  over() {
    this.lost();
    this.warning.textContent = "Your time on this claim has ended. Reload the page to take the claim again.";
    this.warning.hidden = false;
    document.dispatchEvent(new CustomEvent("desk:save")); // Its refusal says who has the claim now.
  }

  async renew() {
    if (this.renewing) return;
    this.renewing = true;
    this.used = false;
    const body = new FormData();
    for (const name of ["csrfmiddlewaretoken", "lease_number"]) body.set(name, this.form.elements[name].value);
    const answer = await post(this.address, body);
    this.renewing = false;
    if (answer.status === 200) this.runs(answer.json.seconds);
    // The refused save tells the whole story and keeps the text.
    else if (answer.status === 409) this.over();
  }
}
