import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { runAction } from '../../../renderer/actions/provide.ts';
import { useRoute } from '../../../renderer/app/route.ts';
import { useAppActions } from '../../../renderer/app/useAppActions.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { ChatHint } from '../../../renderer/firstSteps/ChatHint.tsx';
import { NOTHING_DONE, STEPS, useFirstSteps } from '../../../renderer/firstSteps/firstSteps.ts';
import { FirstStepsCard } from '../../../renderer/firstSteps/FirstStepsCard.tsx';
import { openSample, openStep } from '../../../renderer/firstSteps/openStep.ts';
import { useEditorSteps } from '../../../renderer/firstSteps/useEditorSteps.ts';
import { useEngineSteps } from '../../../renderer/firstSteps/useEngineSteps.ts';
import { useDock } from '../../../renderer/inspector/dockStore.ts';
import { usePublish } from '../../../renderer/publish/publishState.ts';
import { useSimulator } from '../../../renderer/simulator/store.ts';
import { templateBot } from '../../../engine/flow/templates/templateBot.ts';
import {
  botOf,
  connectionOf,
  type ScriptedEngine,
  sessionOf,
  startScriptedEngine,
  statusOf,
} from '../bridge/scriptedEngine.ts';

const FLOWERS = templateBot('flowers', 'ru', 'b1');
const ROW = botOf({ id: 'b1', name: 'Цветочная лавка' });

let kept: unknown;
let engine: ScriptedEngine;
let rows: (typeof ROW)[];
beforeEach(() => {
  kept = null;
  rows = [];
  useFirstSteps.setState(NOTHING_DONE, true);
  useSimulator.getState().reset();
  useEditor.getState().close();
  usePublish.setState({ bot: null });
  engine = startScriptedEngine({
    'bots.list': () => ({ bots: rows }),
    'bots.create': () => {
      rows = [ROW];
      return { id: 'b1' };
    },
    'settings.get': ({ key }) => ({ value: key === 'firstSteps' ? kept : null }),
    'settings.set': ({ key, value }) => {
      if (key === 'firstSteps') kept = value;
      return {};
    },
  });
});

function Window() {
  useAppActions();
  useEngineSteps();
  useEditorSteps();
  return (
    <>
      <FirstStepsCard />
      <ChatHint />
    </>
  );
}

async function open() {
  render(<Window />);
  await screen.findByTestId('first-steps');
  return userEvent.setup();
}
const isDone = (step: string) => screen.getByTestId(`first-step-${step}`).getAttribute('data-done') === 'true';
const doneOnes = () => STEPS.filter(isDone);

describe('the list of first steps', () => {
  test('begins with nothing done, and each line says what it is about', async () => {
    await open();
    expect(doneOnes()).toEqual([]);
    expect(screen.getByText('0 из 6')).toBeTruthy();
    expect(within(screen.getByTestId('first-step-umnico')).getByText('Подключите Umnico')).toBeTruthy();
  });

  test('ticks a published bot, and the engine keeps it', async () => {
    await open();
    rows = [{ ...ROW, published: 1 }];
    engine.push({ push: 'bots' });
    await waitFor(() => expect(doneOnes()).toEqual(['publish']));
    expect(kept).toMatchObject({ done: ['publish'], welcomed: true });
  });

  test('ticks Umnico when its account answers, not when it is only being checked', async () => {
    await open();
    const status = (state: 'checking' | 'on') => statusOf({ connection: connectionOf({ kind: 'umnico', state }) });
    act(() => engine.push({ push: 'status', status: status('checking') }));
    expect(doneOnes()).toEqual([]);
    act(() => engine.push({ push: 'status', status: status('on') }));
    expect(doneOnes()).toEqual(['umnico']);
  });

  test('a sandbox that runs by itself is no step; a customer who writes in it is', async () => {
    await open();
    act(() =>
      engine.push({ push: 'status', status: statusOf({ connection: connectionOf({ kind: 'sandbox', state: 'on' }) }) }),
    );
    expect(doneOnes()).toEqual([]);
    act(() => engine.push({ push: 'session', session: sessionOf() }));
    expect(doneOnes()).toEqual(['sandbox']);
  });

  test('a conversation counts as handed over once the bot has it back', async () => {
    await open();
    act(() => engine.push({ push: 'session', session: sessionOf({ owner: 'human', reason: 'handoff' }) }));
    expect(isDone('handoff')).toBe(false);
    act(() => engine.push({ push: 'session', session: sessionOf({ owner: 'bot', reason: 'status' }) }));
    expect(isDone('handoff')).toBe(true);
  });

  test('ticks the first answer in the test chat, and the hint under its field goes', async () => {
    await open();
    act(() => useEditor.getState().open(FLOWERS));
    expect(screen.getByTestId('chat-hint').textContent).toContain('Напишите как покупатель');
    act(() => useSimulator.getState().send('Здравствуйте'));
    await waitFor(() => expect(doneOnes()).toEqual(['example']));
    expect(screen.queryByTestId('chat-hint')).toBeNull();
  });

  test('ticks a changed menu: opening a bot, moving a card or editing a message is none', async () => {
    await open();
    act(() => useEditor.getState().open(FLOWERS));
    const { run } = useEditor.getState();
    act(() => {
      run('moveNodes', { flow: 'main', positions: { menu: { x: 8, y: 8 } } });
      run('setData', { flow: 'main', node: 'delivery', patch: { parts: [{ text: 'Завтра' }] } });
    });
    expect(doneOnes()).toEqual([]);
    act(() => void run('setData', { flow: 'main', node: 'menu', patch: { text: 'Чем помочь?' } }));
    expect(doneOnes()).toEqual(['edit']);
  });

  test('what happened before the engine has answered counts as well', async () => {
    kept = { done: ['publish'], closed: false, welcomed: true };
    useFirstSteps.setState({ done: ['edit'] });
    await open();
    expect(doneOnes()).toEqual(['edit', 'publish']);
  });

  test('kept by an older or a broken version, it begins anew and nothing breaks', async () => {
    kept = { done: ['fly'], closed: 'yes' };
    await open();
    expect(doneOnes()).toEqual([]);
  });

  test('is put away for good, and comes back by its command', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Убрать список' }));
    expect(screen.queryByTestId('first-steps')).toBeNull();
    expect(kept).toMatchObject({ closed: true });
    act(() => void runAction('firstSteps'));
    expect(screen.getByTestId('first-steps')).toBeTruthy();
    expect(useRoute.getState().route).toEqual({ screen: 'flows' });
  });

  test('says so when all is done', async () => {
    kept = { done: [...STEPS] };
    await open();
    expect(screen.getByText(/Всё сделано/)).toBeTruthy();
  });
});

describe('a line of the list opens its place', () => {
  test('the example with the test chat; a second time the same bot', async () => {
    await open();
    await openSample();
    expect(useRoute.getState().route).toEqual({ screen: 'flow', bot: 'b1' });
    expect(useDock.getState().tab).toBe('test');
    await waitFor(() => expect(kept).toMatchObject({ sample: 'b1' }));
    await openSample();
    expect(engine.paramsOf('bots.create')).toEqual([{ template: 'flowers', language: 'ru' }]);
  });

  test('the menu of the bot that was worked on last', async () => {
    rows = [ROW];
    engine.push({ push: 'bots' });
    await open();
    await waitFor(() => expect(useFirstSteps.getState().welcomed).toBe(true));
    const opening = openStep('edit');
    expect(useRoute.getState().route).toEqual({ screen: 'flow', bot: 'b1' });
    act(() => useEditor.getState().open(FLOWERS)); // as the editor does once it is there
    await opening;
    expect(useEditor.getState().selection.nodes).toEqual(['menu']);
    expect(useDock.getState().tab).toBe('block');
  });

  test('publishing', async () => {
    rows = [ROW];
    engine.push({ push: 'bots' });
    await open();
    await waitFor(() => expect(useFirstSteps.getState().welcomed).toBe(true));
    const opening = openStep('publish');
    act(() => useEditor.getState().open(FLOWERS));
    await opening;
    expect(usePublish.getState().bot).toBe('b1');
  });

  test.each([
    ['sandbox', 'connections'],
    ['umnico', 'connections'],
    ['handoff', 'live'],
  ] as const)('%s: %s', async (step, place) => {
    const user = await open();
    await user.click(screen.getByTestId(`first-step-${step}`));
    expect(useRoute.getState().route).toEqual({ screen: place });
  });
});
