import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { navigate, useRoute } from '../../../renderer/app/route.ts';
import { TopBar } from '../../../renderer/app/TopBar.tsx';
import { useEditor } from '../../../renderer/editor/store.ts';
import { useDraft } from '../../../renderer/editor/useDraft.ts';
import { PhrasesScreen } from '../../../renderer/phrases/PhrasesScreen.tsx';
import { CompareBar } from '../../../renderer/publish/CompareBar.tsx';
import { PublishDialog } from '../../../renderer/publish/PublishDialog.tsx';
import { closePublish, usePublish } from '../../../renderer/publish/publishState.ts';
import { VersionBar } from '../../../renderer/publish/VersionBar.tsx';
import { botOf, type ScriptedEngine, startScriptedEngine } from '../bridge/scriptedEngine.ts';

const shop = (id: string, name: string, phrases: string[]): Bot => ({
  format: 1,
  id,
  name,
  language: 'ru',
  flows: [{ id: 'main', name: 'Главный', main: true, nodes: [{ id: 'start', kind: 'start' }] }],
  intents: [{ id: 'delivery', name: 'Доставка', phrases }],
});
const CAKES = shop('cakes', 'Торты', ['доставка', 'привезите']);
const BEFORE = shop('cakes', 'Торты прежние', ['доставка']);

/** The canvas without what jsdom cannot draw. */
function Canvas({ bot }: { readonly bot: string }) {
  const { draft } = useDraft(bot, undefined);
  if (draft === null) return null;
  return (
    <div data-testid="canvas">
      <VersionBar />
      <CompareBar />
    </div>
  );
}

function Window() {
  const route = useRoute((state) => state.route);
  return (
    <>
      <TopBar />
      {route.screen === 'flow' && <Canvas key={route.bot} bot={route.bot} />}
      {route.screen === 'phrases' && <PhrasesScreen route={route} />}
      <PublishDialog />
    </>
  );
}

let engine: ScriptedEngine;
beforeEach(() => {
  vi.stubGlobal('Worker', undefined);
  engine = startScriptedEngine({
    'bots.list': () => ({
      bots: [botOf({ live: 1, published: 1, audience: 'all' }), botOf({ id: 'soaps', name: 'Мыло' })],
    }),
    'bots.open': ({ id }) => ({ bot: id === 'cakes' ? CAKES : shop(id, 'Мыло', []), revision: 1 }),
    'bots.versions': () => ({
      versions: [{ id: 11, number: 1, note: 'первая', publishedAt: 1, audience: 'all' as const }],
    }),
    'bots.version': () => ({ bot: BEFORE }),
    'bots.publishPreview': () => ({
      errors: 0,
      against: { id: 11, number: 1 },
      changes: [
        {
          flow: null,
          node: null,
          field: 'intents',
          before: 1,
          after: 2,
          flowName: null,
          words: { ru: 'Фразы', en: 'Phrases' },
        },
      ],
      waiting: [],
      total: 0,
    }),
  });
  closePublish();
  usePublish.setState({ rollback: null, check: null, comparing: null, tab: 'publish' });
});

/** On the phrases of the bot, with its dialog open. */
async function openFromPhrases() {
  const user = userEvent.setup();
  navigate({ screen: 'phrases', bot: 'cakes' });
  render(<Window />);
  await waitFor(() => expect(useEditor.getState().bot.id).toBe('cakes'));
  await user.click(await screen.findByTestId('draft-pill'));
  return user;
}
const route = () => useRoute.getState().route;

test('an older version asked for on the phrases opens on the canvas, and leads back to the draft', async () => {
  const user = await openFromPhrases();
  await user.click(screen.getByRole('tab', { name: 'Версии' }));
  await user.click(await screen.findByRole('button', { name: 'Посмотреть версию 1' }));
  const bar = await screen.findByTestId('version-bar');
  expect(route()).toMatchObject({ screen: 'flow', bot: 'cakes' });
  expect(useEditor.getState()).toMatchObject({ readOnly: true, bot: { name: 'Торты прежние' } });
  await user.click(within(bar).getByTestId('version-close'));
  expect(useEditor.getState()).toMatchObject({ readOnly: false, bot: { name: 'Торты' } });
});

test('«show on the canvas» asked for on the phrases goes there, and is over when the canvas is left', async () => {
  const user = await openFromPhrases();
  await user.click(await screen.findByTestId('show-on-canvas'));
  expect(await screen.findByTestId('compare-bar')).toBeTruthy();
  expect(route()).toMatchObject({ screen: 'flow', bot: 'cakes' });
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => navigate({ screen: 'flow', bot: 'soaps' }));
  await waitFor(() => expect(useEditor.getState().bot.id).toBe('soaps'));
  await screen.findByTestId('canvas');
  expect(screen.queryByTestId('compare-bar')).toBeNull();
  expect(usePublish.getState().comparing).toBeNull();
});

test('who goes elsewhere before the canvas is there has changed their mind', async () => {
  const user = await openFromPhrases();
  const answer = engine.hold('bots.open');
  await user.click(await screen.findByTestId('show-on-canvas'));
  expect(route()).toMatchObject({ screen: 'flow', bot: 'cakes' });
  act(() => navigate({ screen: 'phrases', bot: 'cakes' }));
  act(answer);
  await waitFor(() => expect(useEditor.getState().isOpen).toBe(true));
  act(() => navigate({ screen: 'flow', bot: 'cakes' }));
  await screen.findByTestId('canvas');
  expect(screen.queryByTestId('compare-bar')).toBeNull();
  expect(usePublish.getState().comparing).toBeNull();
});
