import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';

let isSaid = false;

/** The first time the keyboard comes to the canvas, how to leave it is told (ux.md, 7: no trap). */
export function sayWayOut(): void {
  if (isSaid) return;
  isSaid = true;
  announce(copyOf('canvas')('saidWayOut'));
}
