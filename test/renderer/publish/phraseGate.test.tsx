import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { phraseGate } from '../../../engine/nlu/phraseGate.ts';
import type { TrainingSet } from '../../../engine/nlu/intentModel.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { DraftPill } from '../../../renderer/publish/DraftPill.tsx';
import { PublishButton } from '../../../renderer/publish/PublishButton.tsx';
import { PublishDialog } from '../../../renderer/publish/PublishDialog.tsx';
import { closePublish, usePublish } from '../../../renderer/publish/publishState.ts';
import { botOf, type ScriptedEngine, startScriptedEngine } from '../bridge/scriptedEngine.ts';

const LONG = { timeout: 50_000 };

const DELIVERY = [
  'сколько стоит доставка',
  'доставка по городу',
  'сколько ждать курьера',
  'когда приедет курьер',
  'курьер привезёт сегодня',
  'условия доставки',
];
const ORDER = ['статус заказа', 'что с моим заказом', 'мой заказ собран', 'номер моего заказа'];
const STOLEN = [
  'где курьер',
  'курьер где',
  'сколько ещё ждать курьера',
  'долго ли ждать курьера',
  'когда же приедет курьер',
  'во сколько приедет курьер',
  'ждать курьера сколько',
  'курьер сегодня привезёт заказ',
];

let bots = 0;
/** A shop nobody in this file has seen before. */
function shop(id: string, order: readonly string[]): Bot {
  return {
    format: 1,
    id,
    name: 'Цветы',
    language: 'ru',
    flows: [{ id: 'main', name: 'Главный', main: true, nodes: [{ id: 'start', kind: 'start' }] }],
    intents: [
      { id: 'delivery', name: 'Доставка', phrases: DELIVERY },
      { id: 'order', name: 'Статус заказа', phrases: [...order] },
    ],
  };
}

/** The thread of the gate, in this one: jsdom has none. */
class GateThread extends EventTarget {
  postMessage({ before, after }: { before: TrainingSet; after: TrainingSet }): void {
    queueMicrotask(() => {
      const run = phraseGate(before, after);
      let { done, value } = run.next();
      while (done !== true) ({ done, value } = run.next());
      this.dispatchEvent(new MessageEvent('message', { data: { gate: value } }));
    });
  }
  terminate(): void {}
}

let engine: ScriptedEngine;
let id: string;
beforeEach(() => {
  id = `shop${String(++bots)}`;
  vi.stubGlobal('Worker', GateThread);
  engine = startScriptedEngine({
    'bots.list': () => ({ bots: [botOf({ id, live: 1, published: 1, audience: 'all' })] }),
    'bots.versions': () => ({
      versions: [{ id: 100 + bots, number: 1, note: '', publishedAt: 1, audience: 'all' as const }],
    }),
    'bots.version': () => ({ bot: shop(id, ORDER) }),
    'bots.publish': () => ({
      version: { id: 900, number: 2, note: '', publishedAt: 2, audience: 'all' as const },
      waiting: 0,
      before: { all: null, test: null },
    }),
  });
  closePublish();
  usePublish.setState({ rollback: null, check: null, comparing: null, tab: 'publish' });
});

function show(order: readonly string[]) {
  useEditor.getState().open(shop(id, order));
  render(
    <div>
      <PublishButton bot={id} />
      <PublishDialog />
    </div>,
  );
  return userEvent.setup();
}

const confirm = () => screen.getByTestId<HTMLButtonElement>('publish-confirm');
const isShut = () => confirm().disabled || confirm().getAttribute('aria-disabled') === 'true';
const gate = () => screen.queryByTestId('phrase-gate')?.dataset['state'] ?? null;
const published = () => engine.paramsOf('bots.publish').length;

describe('before it is known what was published', () => {
  test('Enter publishes nothing; what the comparison finds leaves the keyboard where it is', async () => {
    const answer = engine.hold('bots.versions');
    const user = show([...ORDER, ...STOLEN]);
    await user.click(screen.getByTestId('publish'));
    expect(document.activeElement).toBe(confirm());
    await user.keyboard('{Enter}');
    expect({ gate: gate(), published: published() }).toEqual({ gate: 'running', published: 0 });
    act(answer);
    await waitFor(() => expect(gate()).toBe('done'), LONG);
    expect(isShut()).toBe(true);
    expect(document.activeElement).toBe(confirm());
    await user.keyboard('{Enter}');
    expect(published()).toBe(0);
    await user.click(screen.getByTestId('publish-anyway'));
    await user.click(confirm());
    await waitFor(() => expect(published()).toBe(1));
  });

  test('who does not wait is not made to wait later either', async () => {
    const answer = engine.hold('bots.version');
    const user = show([...ORDER, ...STOLEN]);
    await user.click(screen.getByTestId('publish'));
    await user.click(screen.getByRole('button', { name: 'Не ждать' }));
    expect({ gate: gate(), shut: isShut() }).toEqual({ gate: 'skipped', shut: false });
    expect(document.activeElement).toBe(confirm());
    act(answer);
    await waitFor(() => expect(engine.paramsOf('bots.version')).toHaveLength(1));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(published()).toBe(1));
  });
});

test.each(['bots.versions', 'bots.version'] as const)(
  'when %s fails that is said, and it can be published',
  async (at) => {
    engine.answer({ [at]: () => ({ fault: { code: 'engineGone' as const } }) });
    const user = show([...ORDER, ...STOLEN]);
    await user.click(screen.getByTestId('publish'));
    expect(await screen.findByText(/не получилось/)).toBeTruthy();
    expect({ gate: gate(), shut: isShut() }).toEqual({ gate: 'failed', shut: false });
    await user.click(confirm());
    await waitFor(() => expect(published()).toBe(1));
  },
);

test('when no thread can be had that is said, and it can be published', async () => {
  vi.stubGlobal('Worker', undefined);
  const user = show([...ORDER, ...STOLEN]);
  await user.click(screen.getByTestId('publish'));
  await waitFor(() => expect(gate()).toBe('failed'));
  expect(isShut()).toBe(false);
});

describe('phrases that are those that were published', () => {
  test('are not mentioned and let it pass', async () => {
    const user = show(ORDER);
    await user.click(screen.getByTestId('publish'));
    await waitFor(() => expect({ gate: gate(), shut: isShut() }).toEqual({ gate: null, shut: false }));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(published()).toBe(1));
  });

  test('let it pass at once where the pill knows the version already', async () => {
    const user = show(ORDER);
    render(<DraftPill bot={id} />);
    await waitFor(() => expect(screen.getByTestId('draft-pill').dataset['tone']).toBe('live'));
    engine.hold('bots.versions');
    await user.click(screen.getByTestId('publish'));
    expect({ gate: gate(), shut: isShut() }).toEqual({ gate: null, shut: false });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(published()).toBe(1));
  });
});

test('a bot without phrases has nothing to wait for', async () => {
  engine.hold('bots.versions');
  const user = show([]);
  act(() => useEditor.getState().open({ ...shop(id, []), intents: [] }));
  await user.click(screen.getByTestId('publish'));
  expect({ gate: gate(), shut: isShut() }).toEqual({ gate: null, shut: false });
});
