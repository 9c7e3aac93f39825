import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { rememberFocus, rescueFocus } from '../../../renderer/app/regions.ts';

function Screen({ withDock }: { readonly withDock: boolean }) {
  return (
    <div onFocus={(event) => rememberFocus(event.nativeEvent)}>
      <header data-region="topbar">
        <button type="button">Опубликовать</button>
      </header>
      <main data-region="canvas" />
      {withDock && (
        <aside data-region="dock">
          <input aria-label="Сообщение" />
        </aside>
      )}
    </div>
  );
}

test('a screen without the dock one was in gives the keyboard to its middle, never to Publish', () => {
  const { rerender } = render(<Screen withDock />);
  screen.getByRole('button').focus();
  screen.getByRole('textbox').focus();
  rerender(<Screen withDock={false} />);
  rescueFocus();
  expect(document.activeElement).toBe(screen.getByRole('main'));
});
