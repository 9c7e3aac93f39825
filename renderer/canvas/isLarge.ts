/** Above it only what is on screen is drawn (ux.md, 1.A). */
const MANY_CARDS = 150;

export function isLarge(cards: number): boolean {
  return cards > MANY_CARDS;
}
