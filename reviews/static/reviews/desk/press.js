// A button that was pressed is clicked, also where the page has moved under the mouse meanwhile: leaving a field looks
// its address up, and what is found then shows above the button. Browsers click nothing where press and release differ.

const STILL = 10; // Pixels: further away somebody has changed their mind.

export function startPresses() {
  let pressed = null;
  addEventListener("pointerdown", (event) => {
    const button = event.pointerType === "mouse" && event.button === 0 && event.target.closest("button, summary");
    pressed = button ? { button, x: event.clientX, y: event.clientY } : null;
  });
  addEventListener("pointerup", (event) => {
    const { button, x, y } = pressed ?? {};
    pressed = null;
    // Released on it: that is the browser's own click.
    if (!button?.isConnected || button.contains(event.target)) return;
    if (Math.hypot(event.clientX - x, event.clientY - y) < STILL) button.click();
  });
}
