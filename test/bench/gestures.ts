import type { Page } from 'playwright-core';
import { quantile } from './figure.ts';

/** What a gesture cost: time from one frame to the next with the frame rate unlimited, so the frame's work and no waiting. */
export interface FrameTimes {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

const STEPS = 120;

/** Presses the mouse here and moves it in a figure of eight, one move a frame. */
async function dragFrom(page: Page, selector: string, x: number, y: number): Promise<FrameTimes> {
  const times = await page.evaluate(
    async ({ selector, x, y, steps }) => {
      const target = document.querySelector(selector);
      if (!target) throw new Error(`nothing to drag: ${selector}`);
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const send = (to: EventTarget, type: string, at: { x: number; y: number }, buttons: number): void => {
        const place = { clientX: at.x, clientY: at.y, screenX: at.x, screenY: at.y };
        const init = { ...place, button: 0, buttons, bubbles: true, cancelable: true, view: window };
        if (type !== 'mousemove')
          to.dispatchEvent(new PointerEvent(type.replace('mouse', 'pointer'), { ...init, pointerId: 1 }));
        else to.dispatchEvent(new PointerEvent('pointermove', { ...init, pointerId: 1 }));
        to.dispatchEvent(new MouseEvent(type, init));
      };
      send(target, 'mousedown', { x, y }, 1);
      const taken: number[] = [];
      let last = await frame();
      for (let step = 1; step <= steps; step += 1) {
        const turn = (step / steps) * 2 * Math.PI;
        send(window, 'mousemove', { x: x + 160 * Math.sin(turn), y: y + 120 * Math.sin(2 * turn) }, 1);
        await frame();
        const now = performance.now();
        taken.push(now - last);
        last = now;
      }
      send(window, 'mouseup', { x, y }, 0);
      await frame();
      return taken;
    },
    { selector, x, y, steps: STEPS },
  );
  return summed(times.slice(2));
}

function summed(times: readonly number[]): FrameTimes {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), worst: sorted.at(-1) ?? 0 };
}

/** Drags the empty canvas. */
export async function pan(page: Page): Promise<FrameTimes> {
  const at = await page.evaluate(() => {
    for (let y = 120; y < innerHeight - 120; y += 7) {
      for (let x = 120; x < innerWidth - 420; x += 11) {
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane') === true) return { x, y };
      }
    }
    throw new Error('no empty spot on the canvas');
  });
  return dragFrom(page, '.react-flow__pane', at.x, at.y);
}

/** Drags one card that is on screen. */
export async function drag(page: Page): Promise<FrameTimes> {
  const at = await page.evaluate(() => {
    for (const node of document.querySelectorAll('.react-flow__node')) {
      const box = node.getBoundingClientRect();
      const x = box.x + box.width / 2;
      const y = box.y + Math.min(12, box.height / 2);
      const hit = document.elementFromPoint(x, y)?.closest('.react-flow__node');
      if (hit === node && x > 200 && x < innerWidth - 500 && y > 150 && y < innerHeight - 200)
        return { id: node.getAttribute('data-id') ?? '', x, y };
    }
    throw new Error('no card to drag');
  });
  return dragFrom(page, `.react-flow__node[data-id="${at.id}"]`, at.x, at.y);
}

/** Ctrl and the wheel, in and out again. */
export async function zoom(page: Page): Promise<FrameTimes> {
  const times = await page.evaluate(async (steps) => {
    const pane = document.querySelector('.react-flow__pane');
    if (!pane) throw new Error('no canvas');
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const taken: number[] = [];
    let last = await frame();
    for (let step = 0; step < steps; step += 1) {
      const deltaY = step % 40 < 20 ? 12 : -12;
      const place = { clientX: 500, clientY: 350, deltaY, ctrlKey: true };
      pane.dispatchEvent(new WheelEvent('wheel', { ...place, bubbles: true, cancelable: true, view: window }));
      await frame();
      const now = performance.now();
      taken.push(now - last);
      last = now;
    }
    return taken;
  }, STEPS);
  return summed(times.slice(2));
}
