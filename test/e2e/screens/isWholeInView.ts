/** All of it is on the canvas, above its toolbar. Runs in the page. */
export function isWholeInView(block: Element): boolean {
  const card = block.getBoundingClientRect();
  const canvas = block.closest('[data-testid="canvas"]')?.getBoundingClientRect() ?? new DOMRect();
  const toolbar = document.querySelector('[data-testid="add-block"]')?.getBoundingClientRect() ?? canvas;
  return card.left >= canvas.left && card.right <= canvas.right && card.top >= canvas.top && card.bottom <= toolbar.top;
}
