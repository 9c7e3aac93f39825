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

test('a canvas whose block is out of sight takes the keyboard itself, not the first button on it', () => {
  function Flow({ isSeen }: { readonly isSeen: boolean }) {
    return (
      <main data-region="canvas" onFocus={(event) => rememberFocus(event.nativeEvent)}>
        <div data-keys="canvas" data-testid="surface" tabIndex={-1}>
          <div className="react-flow__pane" />
          {isSeen && <div className="react-flow__node" data-testid="card" tabIndex={0} />}
          <button type="button">Добавить блок</button>
        </div>
      </main>
    );
  }
  const { rerender } = render(<Flow isSeen />);
  screen.getByTestId('card').focus();
  rerender(<Flow isSeen={false} />);
  rescueFocus();
  expect(document.activeElement).toBe(screen.getByTestId('surface'));
});
