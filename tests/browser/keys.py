"""A person without a mouse: keys only, and the focus in sight after each of them."""

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

NO_MOUSE = """for (const kind of ["mousedown", "pointerdown", "touchstart"])
  addEventListener(kind, () => sessionStorage.setItem("mouse", "used"), true);"""

# A ring (or a shadow that stands for one) that differs from the element without focus, inside the window, and not
# covered: what is found at its middle is the element itself, something in it, or the label that it sits in.
SEEN = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return "";
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
  const name = `${element.tagName} ${element.id || element.name || element.textContent.trim().slice(0, 30)}`;
  if (!ring) return `${name} has no ring`;
  if (box.bottom < 1 || box.top > innerHeight - 1) return `${name} is out of sight: ${box.top} to ${box.bottom}`;
  const x = Math.min(Math.max(box.left + Math.min(box.width, 40) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const own = top && (element.contains(top) || top.contains(element) || element.closest("label")?.contains(top));
  return own ? "" : `${name} is covered by ${top?.outerHTML.slice(0, 60)}`;
}"""


class Keyboard:
    """Presses keys on `page`; fails where the focus can't be seen after one."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(NO_MOUSE)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.look()

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.look()

    def opens(self, key: str, path: str) -> None:
        """A key that leads to another page."""
        self.page.keyboard.press(key)
        self.page.wait_for_url(lambda url: urlsplit(url).path == path)

    def tab_to(self, wanted: Locator, *, most: int = 120, key: str = "Tab") -> None:
        for _ in range(most):
            if wanted.evaluate("element => element === document.activeElement"):
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to {wanted}")

    def look(self) -> None:
        fault = self.page.evaluate(SEEN)
        assert not fault, fault

    def used_no_mouse(self) -> bool:
        return self.page.evaluate("sessionStorage.getItem('mouse')") is None
