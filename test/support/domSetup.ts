import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Waiting ends with the event; only a failure takes this long, and a busy machine is none.
configure({ asyncUtilTimeout: 10_000 });

// What a browser has and jsdom lacks, so that the real components can run. Nothing is measured: geometry is tested in a browser.
class NoResizeObserver {
  observe(): void {
    // jsdom lays nothing out, so nothing ever changes its size
  }
  unobserve(): void {
    // see observe
  }
  disconnect(): void {
    // see observe
  }
}
const world = globalThis as Partial<typeof globalThis>;
world.ResizeObserver ??= NoResizeObserver;

world.matchMedia ??= (query: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

// radix-ui scrolls the chosen row into view and captures the pointer.
const element = Element.prototype as Partial<Element>;
element.scrollIntoView ??= () => undefined;
element.hasPointerCapture ??= () => false;
element.setPointerCapture ??= () => undefined;
element.releasePointerCapture ??= () => undefined;

afterEach(() => {
  cleanup();
});
