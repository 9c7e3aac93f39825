import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { explore, type ExploreReport } from '../../../engine/check/explore/explore.ts';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { compileBot } from '../../../engine/runtime/compileBot.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { usePaths } from '../../../renderer/explore/pathsStore.ts';
import type { Walk } from '../../../renderer/explore/walk.ts';
import { Dock } from '../../../renderer/inspector/Dock.tsx';
import { showDockTab } from '../../../renderer/inspector/dockStore.ts';
import { BottomPanel } from '../../../renderer/problems/BottomPanel.tsx';
import { useSimulator } from '../../../renderer/simulator/store.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { drawBot } from '../../support/botBuilder.ts';

/** «About us» stops without an end, «Lost» is reached by nobody, and the server of «Stock» may not answer. */
const shop: Bot = drawBot('en')
  .start('menu')
  .menu('menu', 'What would you like?', { about: 'About us', stock: 'In stock?' })
  .also({ name: 'Main menu' })
  .message('about', 'We bake cakes')
  .node(
    'stock',
    'http',
    { method: 'GET', url: 'https://shop.example/stock', sample: { left: 3 } },
    { ok: 'bye', error: 'sorry' },
  )
  .also({ name: 'Stock' })
  .message('sorry', 'Our server is asleep')
  .end('bye', 'Yes, we have some')
  .message('lost', 'Nobody will read this')
  .variable('name')
  .build();

/** The walk itself, without a thread of its own. */
const here: Walk = (bot, tell) => {
  tell(explore(compileBot(bot)));
  return () => undefined;
};

/** A walk that takes as long as the test wants it to. */
function slowWalk() {
  const walks: { bot: Bot; stopped: boolean; finish: () => void; fail: () => void }[] = [];
  const walk: Walk = (bot, tell) => {
    const end = (report: () => ExploreReport | null) => () => {
      if (!one.stopped) act(() => tell(report()));
    };
    const one = { bot, stopped: false, finish: end(() => explore(compileBot(bot))), fail: end(() => null) };
    walks.push(one);
    return () => {
      one.stopped = true;
    };
  };
  return { walks, walk };
}

beforeEach(() => {
  setLanguage('en');
  showDockTab('block');
  useSimulator.getState().reset();
  usePaths.setState({ walk: here, walking: null, walked: null, failed: false });
  useEditor.getState().open(structuredClone(shop));
});

async function openPaths() {
  render(
    <div>
      <BottomPanel />
      <Dock />
      <Toaster />
    </div>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('tab', { name: /^Paths/ }));
  return user;
}

async function walkPaths() {
  const user = await openPaths();
  await user.click(screen.getByRole('button', { name: 'Walk every path' }));
  return user;
}

const group = (name: RegExp) => within(screen.getByRole('region', { name }));
const isOutdated = () => screen.queryByText('The bot has changed since.') !== null;

/** Draws the block «About us» otherwise. */
function editAbout(text: string): void {
  act(() => {
    useEditor.getState().run('setData', { flow: 'main', node: 'about', patch: { parts: [{ text }] } });
    useEditor.getState().flush();
  });
}

describe('the findings', () => {
  test('before the first walk one sentence says what it does; after it they are there, kind by kind, with figures', async () => {
    const user = await openPaths();
    expect(screen.getByText(/walks every conversation that can happen/)).toBeTruthy();
    expect(screen.queryByText(/Dead ends/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Walk every path' }));
    expect(group(/^Dead ends/).getByText('We bake cakes')).toBeTruthy();
    expect(group(/^Dead ends/).getAllByText(/After the output “.*” the conversation stops/)).toHaveLength(2);
    expect(group(/^Lost blocks/).getByRole('button', { name: /No conversation leads to this block/ })).toBeTruthy();
    expect(screen.getByText('Connections gone through: 5 of 5')).toBeTruthy();
    expect(screen.getByText(/^States of the conversation: \d+$/)).toBeTruthy();
    expect(screen.getByText('All of it was walked')).toBeTruthy();
    expect(screen.getByRole('tab', { name: /^Paths\s?3$/ })).toBeTruthy();
  });

  test('in Russian they are in Russian', async () => {
    setLanguage('ru');
    render(<BottomPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('tab', { name: 'Пути' }));
    await user.click(screen.getByRole('button', { name: 'Проверить все пути' }));
    expect(group(/^Потерянные блоки/).getByText('К этому блоку не приводит ни один разговор.')).toBeTruthy();
    await user.click(group(/^Тупики/).getAllByRole('button', { name: 'Пример: 2 шага' })[0]!);
    expect(screen.getByRole('list', { name: 'Пример разговора' }).textContent).toContain('Клиент');
  });

  test('a click on one selects its block and asks to see it', async () => {
    const user = await walkPaths();
    await user.click(group(/^Lost blocks/).getByRole('button', { name: /No conversation leads/ }));
    expect(useEditor.getState().selection.nodes).toEqual(['lost']);
    expect(useEditor.getState().reveal).toMatchObject({ touched: { flow: 'main', nodes: ['lost'] }, view: 'centre' });
  });

  test('the keyboard goes from one to the next, unfolds its example and goes to the block', async () => {
    const user = await walkPaths();
    const rows = screen.getAllByRole('button', { name: /We bake cakes|Our server|Nobody will/ });
    rows[0]!.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(rows[1]);
    await user.keyboard('{ArrowRight}');
    const lines = within(screen.getByRole('list', { name: 'Example conversation' })).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      'CustomerHello',
      'The server does not answer block “Stock”',
      'Customer2',
    ]);
    await user.keyboard('{ArrowLeft}');
    expect(screen.queryByRole('list', { name: 'Example conversation' })).toBeNull();
    await user.keyboard('{Enter}');
    expect(useEditor.getState().selection.nodes).toEqual(['sorry']);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(rows[0]);
  });

  test('where all is well there is a calm word', async () => {
    useEditor.getState().open(drawBot('en').start('bye').end('bye', 'Bye').build());
    await walkPaths();
    expect(screen.getByText('Every path leads to an answer, a person or an end.')).toBeTruthy();
    expect(screen.getByRole('tab', { name: /^Paths$/ })).toBeTruthy();
  });

  test('a walk that was cut short says so', async () => {
    usePaths.setState({
      walk(bot, tell) {
        tell(explore(compileBot(bot), { maxStates: 1 }));
        return () => undefined;
      },
    });
    await walkPaths();
    expect(screen.getByText('Not all of it was walked')).toBeTruthy();
    expect(screen.queryByText('All of it was walked')).toBeNull();
  });
});

describe('an example is played in the test chat', () => {
  async function play(kind: RegExp, at = 0) {
    const user = await walkPaths();
    await user.click(group(kind).getAllByRole('button', { name: 'Play in the test' })[at]!);
    return user;
  }
  const said = () =>
    useSimulator.getState().conversation?.items.flatMap((item) => (item.from === 'system' ? [] : [item.text]));

  test('the chat shows it, the canvas its way, «back» goes through it', async () => {
    useSimulator.getState().setVariable('name', 'Ann');
    await play(/^Dead ends/, 1);
    await waitFor(() => expect(screen.getByTestId('dock').dataset['tab']).toBe('test'));
    const log = await screen.findByTestId('chat-log');
    expect(await within(log).findByText('Our server is asleep', { selector: 'p' })).toBeTruthy();
    const { visits, travelled, conversation } = useSimulator.getState();
    expect(Object.keys(visits)).toEqual(['main/start', 'main/menu', 'main/stock', 'main/sorry']);
    expect(travelled).toHaveProperty('main/stock/error');
    expect(conversation?.state.variables).toEqual({});
    expect(useEditor.getState().selection.nodes).toEqual(['sorry']);
    act(() => useSimulator.getState().back());
    expect(said()?.[0]).toBe('Hello');
    expect(said()).toHaveLength(2);
    act(() => useSimulator.getState().back());
    expect(useSimulator.getState().conversation).toBeNull();
  });

  test('on the bot as it is now; what it cannot play any more it says', async () => {
    const user = await walkPaths();
    act(() => void useEditor.getState().run('removeSelection', { flow: 'main', nodes: ['stock'], edges: [] }));
    await user.click(group(/^Dead ends/).getAllByRole('button', { name: 'Play in the test' })[1]!);
    expect(await screen.findByText(/The example cannot go on: The server does not answer block “stock”/)).toBeTruthy();
    expect(said()?.[0]).toBe('Hello');
  });

  test('a conversation that was on before is one way back', async () => {
    act(() => useSimulator.getState().send('good morning'));
    await waitFor(() => expect(useSimulator.getState().conversation).not.toBeNull());
    const before = useSimulator.getState().conversation;
    await play(/^Dead ends/);
    await waitFor(() => expect(said()).toContain('We bake cakes'));
    for (let step = 0; step < 3; step += 1) act(() => useSimulator.getState().back());
    expect(useSimulator.getState().conversation).toBe(before);
  });
});

describe('after an edit', () => {
  test('the findings are marked as of before, and hold again when it is taken back', async () => {
    await walkPaths();
    expect(isOutdated()).toBe(false);
    editAbout('We bake bread');
    expect(isOutdated()).toBe(true);
    expect(screen.getByRole('tab', { name: /^Paths$/ })).toBeTruthy();
    act(() => void useEditor.getState().undo());
    expect(isOutdated()).toBe(false);
  });

  test('a block that got a name is found under it, and the findings hold', async () => {
    await walkPaths();
    act(() => void useEditor.getState().run('setNode', { flow: 'main', node: 'about', patch: { name: 'Our story' } }));
    expect(group(/^Dead ends/).getByText('Our story')).toBeTruthy();
    expect(isOutdated()).toBe(false);
  });

  test('a walk anew finds what is there now', async () => {
    const user = await walkPaths();
    act(() => void useEditor.getState().run('removeSelection', { flow: 'main', nodes: ['lost'], edges: [] }));
    const lost = group(/^Lost blocks/).getByRole('button', { name: /Nobody will read this/ });
    expect(lost.getAttribute('aria-disabled')).toBe('true');
    await user.click(lost);
    expect(useEditor.getState().selection.nodes).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Walk again' }));
    expect(screen.queryByText(/Lost blocks/)).toBeNull();
    expect(isOutdated()).toBe(false);
  });

  test('the same bot opened anew keeps its findings, another one has none', async () => {
    await walkPaths();
    act(() => useEditor.getState().open(structuredClone(shop)));
    expect(group(/^Dead ends/).getByText('We bake cakes')).toBeTruthy();
    act(() => useEditor.getState().open(drawBot('en').start('bye').end('bye').build({ id: 'bot_other' })));
    expect(screen.queryByText(/Dead ends/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Walk every path' })).toBeTruthy();
  });
});

describe('while it walks', () => {
  test('it says so, and the draft can be edited: what comes is known to be of before', async () => {
    const { walks, walk } = slowWalk();
    usePaths.setState({ walk });
    await walkPaths();
    expect(screen.getByText('Walking the paths…')).toBeTruthy();
    editAbout('We bake bread');
    walks[0]!.finish();
    expect(screen.queryByText('Walking the paths…')).toBeNull();
    expect(group(/^Dead ends/).getByText('We bake bread')).toBeTruthy();
    expect(isOutdated()).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  test('it can be stopped, and begun again', async () => {
    const { walks, walk } = slowWalk();
    usePaths.setState({ walk });
    const user = await walkPaths();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(walks[0]!.stopped).toBe(true);
    expect(screen.queryByText('Walking the paths…')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Walk every path' }));
    walks[1]!.finish();
    expect(group(/^Dead ends/).getByText('We bake cakes')).toBeTruthy();
  });

  test('what was found before stays until the new findings are there', async () => {
    const user = await walkPaths();
    const { walks, walk } = slowWalk();
    usePaths.setState({ walk });
    await user.click(screen.getByRole('button', { name: 'Walk again' }));
    expect(screen.getByText('Walking the paths…')).toBeTruthy();
    expect(group(/^Dead ends/).getByText('We bake cakes')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(walks[0]!.stopped).toBe(true);
    expect(group(/^Dead ends/).getByText('We bake cakes')).toBeTruthy();
  });

  test('opening another bot stops it', async () => {
    const { walks, walk } = slowWalk();
    usePaths.setState({ walk });
    await walkPaths();
    act(() => useEditor.getState().open({ ...structuredClone(shop), id: 'bot_other' }));
    expect(walks[0]!.stopped).toBe(true);
    expect(screen.getByRole('button', { name: 'Walk every path' })).toBeTruthy();
  });

  test('a walk that breaks off says so and can be tried again', async () => {
    const { walks, walk } = slowWalk();
    usePaths.setState({ walk });
    const user = await walkPaths();
    walks[0]!.fail();
    expect(screen.getByText('The walk failed. Try again.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Walk every path' }));
    walks[1]!.finish();
    expect(screen.queryByText('The walk failed. Try again.')).toBeNull();
    expect(group(/^Dead ends/).getByText('We bake cakes')).toBeTruthy();
  });
});
