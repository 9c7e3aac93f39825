import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { compileBot } from '../../../engine/runtime/compileBot.ts';
import { replayOn } from '../../../engine/check/replay/replayOn.ts';
import { runChecks } from '../../../engine/check/runChecks.ts';
import { botSchema, type Bot } from '../../../engine/flow/botSchema.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { Dock } from '../../../renderer/inspector/Dock.tsx';
import { showDockTab } from '../../../renderer/inspector/dockStore.ts';
import { LiveScreen } from '../../../renderer/live/LiveScreen.tsx';
import { useSimulator } from '../../../renderer/simulator/store.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { recordOfBot } from '../../support/recordTalk.ts';
import { connectionOf, sessionOf, startScriptedEngine, statusOf } from '../bridge/scriptedEngine.ts';
import { flowers } from '../simulator/flowers.ts';

beforeEach(() => {
  setLanguage('en');
  useSimulator.getState().reset();
  useEditor.getState().open(structuredClone(flowers));
});

/** The bot with another text in the block «Delivery». */
function slower(bot: Bot): Bot {
  const flows: unknown = JSON.parse(JSON.stringify(bot.flows).replaceAll('in 3 days', 'in 5 days'));
  return botSchema.parse({ ...bot, flows });
}

describe('the test chat', () => {
  async function choose(item: string | RegExp) {
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(await screen.findByRole('menuitem', { name: item }));
    return user;
  }

  test('a conversation is saved as a test, which passes until the bot answers otherwise, and is taken back', async () => {
    showDockTab('test');
    render(<Dock />);
    const user = userEvent.setup();
    await user.type(screen.getByTestId('chat-input'), 'hello{Enter}');
    await within(screen.getByTestId('chat-log')).findByText(/How can we help/);
    await user.type(screen.getByTestId('chat-input'), '1{Enter}');
    await choose('Save as a test…');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    expect(name).toHaveProperty('value', 'Hello');
    await user.clear(name);
    await user.type(name, 'Delivery{Enter}');
    const [check] = useEditor.getState().bot.checks ?? [];
    expect(check?.name).toBe('Delivery');
    expect(check?.steps).toContainEqual({ customer: '1' });
    expect(runChecks(useEditor.getState().bot)).toMatchObject({ passed: 1, failed: 0 });

    await choose('Tests of the bot');
    await user.click(await screen.findByTestId('checks-run'));
    expect(await screen.findByText(/1 of 1 passed/)).toBeTruthy();
    expect(screen.getByText('Passed')).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Close' })[0]!);
    useEditor.getState().open(slower(useEditor.getState().bot));
    await choose('Tests of the bot');
    expect(await screen.findByText('Not run')).toBeTruthy();
    await user.click(screen.getByTestId('checks-run'));
    expect(await screen.findByText(/Expected: the bot says “We deliver in 3 days\./)).toBeTruthy();
    expect(screen.getByText(/Got: “We deliver in 5 days\./)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Delete test “Delivery”' }));
    expect(useEditor.getState().bot.checks).toEqual([]);
    useEditor.getState().undo();
    expect(useEditor.getState().bot.checks).toHaveLength(1);
  });

  test('there is nothing to save before the customer wrote', async () => {
    showDockTab('test');
    render(<Dock />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    const item = await screen.findByRole('menuitem', { name: /Save as a test/ });
    expect(item.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a live conversation', () => {
  const record = recordOfBot(flowers, ['hello', '1']);

  async function openWith(saves: (bot: Bot) => void, draft: Bot = flowers) {
    useEditor.getState().close();
    startScriptedEngine({
      'engine.status': () =>
        statusOf({
          connection: connectionOf({ kind: 'sandbox', state: 'on', sandboxUrl: 'http://127.0.0.1:1/' }),
          live: { bot: flowers.id, name: flowers.name, version: 1, number: 1 },
        }),
      'live.list': () => ({ sessions: [sessionOf({ lead: '101' })], total: 1 }),
      'live.open': () => ({ session: sessionOf({ lead: '101' }), turns: [], deliveries: [], bot: flowers }),
      'live.record': () => ({ record }),
      'live.replay': () => ({ on: 'draft', report: replayOn(record, compileBot(draft)), bot: draft }),
      'bots.open': () => ({ bot: draft, revision: 7 }),
      'bots.save': ({ bot }) => {
        saves(botSchema.parse(bot));
        return { revision: 8 };
      },
    });
    setLanguage('en');
    render(
      <div>
        <LiveScreen lead="101" />
        <Toaster />
      </div>,
    );
    const user = userEvent.setup();
    await user.click(await screen.findByTestId('conv-more'));
    return user;
  }

  test('becomes a test of its bot’s draft', async () => {
    const saved: Bot[] = [];
    const user = await openWith((bot) => void saved.push(bot));
    await user.click(await screen.findByRole('menuitem', { name: 'Make it a test…' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'From life');
    await user.click(screen.getByTestId('check-keep'));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.checks?.[0]).toMatchObject({ name: 'From life' });
    expect(runChecks(saved[0] ?? flowers)).toMatchObject({ passed: 1, failed: 0 });
    expect(await screen.findByText(/added to bot/)).toBeTruthy();
  });

  test('is played on the draft: what would be otherwise, in words', async () => {
    const user = await openWith(() => undefined, slower(flowers));
    await user.click(await screen.findByRole('menuitem', { name: 'Replay on the draft' }));
    expect(await screen.findByText('Steps that differ: 1 of 2.')).toBeTruthy();
    expect(screen.getByText('customer: 1')).toBeTruthy();
    const dialog = within(screen.getByRole('dialog'));
    const sides = dialog.getAllByRole('definition').map((side) => side.textContent);
    expect(sides).toEqual(['the bot says “We deliver in 3 days.”', 'the bot says “We deliver in 5 days.”']);
    expect(dialog.getAllByRole('term').map((side) => side.textContent)).toEqual(['Was', 'On the draft']);
  });

  test('that would go the same way is told to', async () => {
    const user = await openWith(() => undefined);
    await user.click(await screen.findByRole('menuitem', { name: 'Replay on the draft' }));
    expect(await screen.findByText('All would be the same: 2 steps.')).toBeTruthy();
  });
});
