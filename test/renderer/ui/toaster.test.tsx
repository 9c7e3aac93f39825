import { act, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';

afterEach(() => vi.restoreAllMocks());

/** Everything lies at 100…500, so a toast would cover the words in the top bar. */
function Screen({ hasCanvas }: { readonly hasCanvas: boolean }) {
  return (
    <>
      <div data-region="topbar">
        <b>Торты</b>
      </div>
      {hasCanvas && <div data-region="canvas" />}
      <Toaster />
    </>
  );
}

test('a toast over the canvas does not keep that place on a screen without one', () => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 0, 400, 20));
  const { container, rerender } = render(<Screen hasCanvas />);
  const place = container.querySelector<HTMLElement>('[data-toasts]');
  if (place === null) throw new Error('no place for toasts');
  expect(place.hasAttribute('data-below')).toBe(true);
  expect(place.style.getPropertyValue('--middle')).toBe('300px');
  expect(place.style.getPropertyValue('--room')).toBe('400px');

  rerender(<Screen hasCanvas={false} />);
  act(() => void window.dispatchEvent(new Event('resize')));
  expect(place.hasAttribute('data-below')).toBe(true);
  expect(place.style.getPropertyValue('--middle')).toBe('');
  expect(place.style.getPropertyValue('--room')).toBe('');
});
