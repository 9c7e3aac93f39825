import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { ACTION_IDS, specOf } from '../../../renderer/actions/actionTable.ts';
import { type ActionHandlers, useActions } from '../../../renderer/actions/provide.ts';
import { usePreferences } from '../../../renderer/app/preferences.ts';
import { useToasts } from '../../../renderer/ui/toast.ts';
import { ActionKeys } from '../../support/ActionKeys.tsx';

let done: string[] = [];

beforeEach(() => {
  done = [];
  usePreferences.setState({ keys: {}, singleLetters: true });
});

function Part({ handlers }: { readonly handlers: ActionHandlers }) {
  useActions(handlers);
  return null;
}

function open(handlers: ActionHandlers) {
  render(
    <ActionKeys>
      <Part handlers={handlers} />
      <input aria-label="field" />
      <button type="button">page</button>
      <div data-keys="canvas">
        <button type="button">card</button>
      </div>
    </ActionKeys>,
  );
  return userEvent.setup();
}
const doing = (name: string) => () => void done.push(name);
const focus = (name: string) => (name === 'field' ? screen.getByRole('textbox') : screen.getByText(name)).focus();

test('letters act on the canvas only, Ctrl+Z on the whole page, Ctrl+K everywhere', async () => {
  const user = open({ addBlock: doing('add'), undo: doing('undo'), palette: doing('palette') });
  for (const place of ['field', 'page', 'card']) {
    focus(place);
    await user.keyboard('n{Control>}z{/Control}{Control>}k{/Control}');
    done.push(place);
  }
  expect(done).toEqual(['palette', 'field', 'undo', 'palette', 'page', 'add', 'undo', 'palette', 'card']);
});

test('letters can be switched off; combinations stay', async () => {
  usePreferences.setState({ singleLetters: false });
  const user = open({ addBlock: doing('add'), addLoose: doing('loose'), duplicate: doing('duplicate') });
  focus('card');
  await user.keyboard('nN{Control>}d{/Control}');
  expect(done).toEqual(['duplicate']);
});

test('the person’s own keys act instead of the built-in ones', async () => {
  usePreferences.setState({ keys: { addBlock: ['Mod+B'], undo: [] } });
  const user = open({ addBlock: doing('add'), undo: doing('undo') });
  focus('card');
  await user.keyboard('n{Control>}z{/Control}{Control>}b{/Control}');
  expect(done).toEqual(['add']);
});

test('the part that came last does it; when it goes, the one before does', async () => {
  const user = userEvent.setup();
  const outer = <Part handlers={{ find: doing('outer') }} />;
  const { rerender } = render(
    <ActionKeys>
      {outer}
      <Part key="inner" handlers={{ find: doing('inner') }} />
    </ActionKeys>,
  );
  await user.keyboard('{Control>}f{/Control}');
  rerender(<ActionKeys>{outer}</ActionKeys>);
  await user.keyboard('{Control>}f{/Control}');
  expect(done).toEqual(['inner', 'outer']);
});

test('what can’t be done now says why', async () => {
  const user = open({ remove: { run: doing('remove'), reason: () => 'Только смотреть' } });
  focus('card');
  await user.keyboard('{Delete}');
  expect(done).toEqual([]);
  expect(useToasts.getState().items.at(-1)?.text).toBe('Только смотреть');
});

test('no two actions that can be meant in one place have the same keys', () => {
  const all = ACTION_IDS.flatMap((id) => specOf(id).keys.map((keys) => keys.toLowerCase()));
  expect(new Set(all).size).toBe(all.length);
});

test('nothing stands on keys that are not there on every layout', () => {
  for (const id of ACTION_IDS) {
    for (const keys of specOf(id).keys) expect(keys).not.toMatch(/[/\\[\];'`]$|^Ctrl\+Alt\+.$|^Alt\+Shift$/);
  }
});
