// Minutes left on the claims in hand, by the server's clock: this machine's may be wrong.

export function startCountdowns() {
  const list = document.querySelector("[data-now]");
  const places = list?.querySelectorAll("[data-left]");
  if (!places?.length) return;
  const ahead = Date.now() / 1000 - Number(list.dataset.now);
  const show = () => {
    for (const place of places) {
      const left = Math.max(0, Number(place.dataset.left) + ahead - Date.now() / 1000);
      place.textContent = left ? ` (${Math.ceil(left / 60)} min left)` : " (ended)";
    }
  };
  show();
  setInterval(show, 10_000);
}
