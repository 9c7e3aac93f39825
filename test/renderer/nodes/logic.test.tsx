import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Bot, BotNode } from '../../../engine/flow/botSchema.ts';
import { kindOf } from '../../../engine/nodes/registry.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { Dock } from '../../../renderer/inspector/Dock.tsx';
import { showDockTab } from '../../../renderer/inspector/dockStore.ts';
import { faceOf } from '../../../renderer/nodes/registry.ts';
import { useSimulator } from '../../../renderer/simulator/store.ts';

const bot: Bot = {
  format: 1,
  id: 'bot_logic',
  name: 'Logic',
  language: 'en',
  timeZone: 'UTC',
  statuses: [
    { id: 'st_new', name: 'New', role: 'bot' },
    { id: 'st_order', name: 'Ordering', role: 'none' },
  ],
  variables: [
    { id: 'total', label: 'Total', type: 'number' },
    { id: 'city', type: 'text' },
    { id: 'vip', type: 'boolean' },
  ],
  flows: [
    {
      id: 'main',
      name: 'Main',
      main: true,
      nodes: [
        { id: 'start', kind: 'start', exits: { next: 'decide' } },
        {
          id: 'decide',
          kind: 'condition',
          data: {
            cases: [
              { id: 'big', label: 'Wholesale', all: [{ left: 'total', op: '>=', right: 5000 }] },
              { id: 'rest', all: [{ left: 'city', op: 'filled' }] },
            ],
          },
          exits: { big: 'set', rest: 'split' },
        },
        { id: 'set', kind: 'set', data: { assignments: [{ variable: 'total', op: '=', value: '10' }] } },
        {
          id: 'split',
          kind: 'split',
          data: {
            branches: [
              { id: 'a', label: 'A', weight: 50 },
              { id: 'b', label: 'B', weight: 50 },
            ],
          },
          exits: { b: 'set' },
        },
        { id: 'paid', kind: 'goal', data: { name: 'Paid' } },
      ],
    },
  ],
};

beforeEach(() => {
  setLanguage('en');
  useSimulator.getState().reset();
  useEditor.getState().open(structuredClone(bot));
  showDockTab('block');
});

function opened(id: string) {
  useEditor.getState().select({ nodes: [id] });
  render(<Dock />);
  return userEvent.setup();
}

function node(id: string): BotNode {
  const found = useEditor.getState().bot.flows[0]?.nodes.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no node ${id}`);
  return found;
}

/** What the card says, line by line. */
function cardOf(kind: string, data: unknown): string[] {
  const Card = faceOf(kind)?.Card;
  const read = kindOf(kind)?.schema.parse(data);
  if (Card === undefined) throw new Error(`no card for ${kind}`);
  const { container } = render(<Card node={{ id: 'x', kind }} data={read} />);
  return [...container.querySelectorAll('p')].map((line) => line.textContent);
}

const cases = () => (node('decide').data as { cases: Record<string, unknown>[] }).cases;
const lines = () => (node('set').data as { assignments: Record<string, unknown>[] }).assignments;
const branches = () => (node('split').data as { branches: { label?: string; weight?: number }[] }).branches;
const branch = (number: number) => within(document.querySelectorAll<HTMLElement>('[data-case]')[number - 1]!);

async function pick(user: ReturnType<typeof userEvent.setup>, box: HTMLElement, option: string): Promise<void> {
  await user.click(box);
  await user.click(screen.getByRole('option', { name: new RegExp(`^${option}`) }));
}

describe('a condition', () => {
  test('a row is put together from what, how and a value, and the branch is called by it', async () => {
    const user = opened('decide');
    await user.click(screen.getByRole('button', { name: 'Add branch' }));
    const fresh = branch(3);
    await pick(user, fresh.getByRole('combobox', { name: 'What to check' }), 'Total');
    await pick(user, fresh.getByRole('combobox', { name: 'How to compare' }), 'is less than');
    await user.type(fresh.getByRole('textbox', { name: 'Value' }), '12,5');
    expect(cases()[2]).toMatchObject({ all: [{ left: 'total', op: '<', right: '12,5' }] });
    expect(fresh.getByRole('textbox', { name: 'Branch 3' }).getAttribute('placeholder')).toBe('if Total < 12.5');
    await user.type(fresh.getByRole('textbox', { name: 'Branch 3' }), 'Small');
    expect(cases()[2]).toMatchObject({ label: 'Small' });
  });

  test('only comparisons that fit the type are offered, and another type begins without a value', async () => {
    const user = opened('decide');
    const first = branch(1);
    await pick(user, first.getByRole('combobox', { name: 'What to check' }), 'vip');
    expect(cases()[0]).toMatchObject({ all: [{ left: 'vip', op: '=' }] });
    expect(cases()[0]).not.toHaveProperty('all.0.right');
    await user.click(first.getByRole('combobox', { name: 'How to compare' }));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'equals',
      'does not equal',
      'is filled',
      'is empty',
    ]);
    await user.keyboard('{Escape}');
    await user.click(first.getByRole('radio', { name: 'yes' }));
    expect(cases()[0]).toMatchObject({ all: [{ left: 'vip', op: '=', right: true }] });
  });

  test('a status is chosen by its name and kept by its id', async () => {
    const user = opened('decide');
    const first = branch(1);
    await pick(user, first.getByRole('combobox', { name: 'What to check' }), 'Lead status');
    await pick(user, first.getByRole('combobox', { name: /Value/ }), 'Ordering');
    expect(cases()[0]).toMatchObject({ all: [{ left: 'lead.status', op: '=', right: 'st_order' }] });
  });

  test('days are ticked', async () => {
    const user = opened('decide');
    const first = branch(1);
    await pick(user, first.getByRole('combobox', { name: 'What to check' }), 'Weekday');
    await pick(user, first.getByRole('combobox', { name: 'How to compare' }), 'is one of');
    await user.click(first.getByRole('checkbox', { name: 'Saturday' }));
    await user.click(first.getByRole('checkbox', { name: 'Sunday' }));
    expect(cases()[0]).toMatchObject({ all: [{ left: 'weekday', op: 'in', right: ['sat', 'sun'] }] });
  });

  test('rows are joined by «all» or «any», and a group stands inside', async () => {
    const user = opened('decide');
    const first = branch(1);
    await user.click(first.getByRole('button', { name: 'Condition' }));
    await user.click(first.getByRole('radio', { name: 'Any holds' }));
    expect(Object.keys(cases()[0]!)).toEqual(['id', 'label', 'any']);
    await user.click(first.getByRole('button', { name: 'Group' }));
    expect(cases()[0]).toMatchObject({
      any: [{ left: 'total' }, { op: '=' }, { all: [{ op: '=' }, { op: '=' }] }],
    });
    await user.click(first.getByRole('button', { name: 'Remove the group' }));
    await user.click(first.getAllByRole('button', { name: 'Remove the condition' })[1]!);
    expect(cases()[0]).toMatchObject({ any: [{ left: 'total', op: '>=', right: 5000 }] });
  });

  test('an expression says where it stops making sense', async () => {
    const user = opened('decide');
    const first = branch(1);
    await user.click(first.getByRole('button', { name: 'Write an expression' }));
    await user.type(first.getByRole('textbox', { name: 'Expression' }), 'total > 12,5');
    expect(first.getByText('Character 11: fractions are written with a point: 12.5')).toBeTruthy();
    await user.type(first.getByRole('textbox', { name: 'Expression' }), '{Backspace}{Backspace}');
    expect(first.queryByText(/Character/)).toBeNull();
    expect(cases()[0]).toEqual({ id: 'big', label: 'Wholesale', expression: 'total > 12' });
    await user.click(first.getByRole('button', { name: 'Build from rows' }));
    expect(cases()[0]).toEqual({ id: 'big', label: 'Wholesale', all: [{ op: '=' }] });
  });

  test('branches change places with their connections, and a removed one takes its own along', async () => {
    const user = opened('decide');
    await user.click(branch(2).getByRole('textbox', { name: 'Branch 2' }));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(cases().map(({ id }) => id)).toEqual(['rest', 'big']);
    expect(node('decide').exits).toEqual({ big: 'set', rest: 'split' });
    await user.click(screen.getByRole('button', { name: 'Delete branch 1' }));
    expect(node('decide').exits).toEqual({ big: 'set' });
    act(() => void useEditor.getState().undo());
    expect(node('decide').exits).toEqual({ big: 'set', rest: 'split' });
  });

  test('the card says what stands behind the names', () => {
    expect(cardOf('condition', node('decide').data)).toEqual(['Wholesale: if Total ≥ 5,000']);
    expect(cardOf('condition', {})).toEqual(['Add a branch']);
  });

  test('a name is edited on its output row; emptied, the branch is called by what it asks', () => {
    const editing = faceOf('condition')?.exits;
    const data = { cases: cases() };
    expect(editing?.rename(data, 'rest', 'Known')).toMatchObject({ cases: [{ id: 'big' }, { label: 'Known' }] });
    expect(editing?.next(data, 'big')).toEqual({ exit: 'rest', patch: {} });
    expect(editing?.next(data, 'else')).toBeNull();
    const emptied = editing?.rename(data, 'big', '') as { cases: { label?: string }[] };
    expect(editing?.leave(emptied, 'big', true)).toMatchObject({ cases: [{ id: 'big' }, { id: 'rest' }] });
    expect(editing?.leave(data, 'big', true)).toBeNull();
  });
});

describe('values', () => {
  test('a line is put together, and what needs no value has no field for it', async () => {
    const user = opened('set');
    await user.click(screen.getByRole('button', { name: 'Add line' }));
    const second = within(screen.getByRole('group', { name: 'Line 2' }));
    await user.click(second.getByRole('combobox', { name: 'Variable' }));
    await user.keyboard('Discount{Enter}');
    await pick(user, second.getByRole('combobox', { name: 'Operation' }), 'random');
    await user.type(second.getByRole('textbox', { name: 'What to draw from' }), '1-6');
    expect(lines()[1]).toEqual({ variable: 'discount', op: 'random', value: '1-6' });
    await pick(user, second.getByRole('combobox', { name: 'Operation' }), 'clear');
    expect(lines()[1]).toEqual({ variable: 'discount', op: 'clear' });
    expect(second.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Delete line 1' }));
    expect(lines()).toEqual([{ variable: 'discount', op: 'clear' }]);
  });

  test('yes and no are chosen', async () => {
    const user = opened('set');
    const first = within(screen.getByRole('group', { name: 'Line 1' }));
    await pick(user, first.getByRole('combobox', { name: 'Variable' }), 'vip');
    await user.clear(first.getByRole('textbox', { name: 'Value' }));
    await user.click(first.getByRole('radio', { name: 'yes' }));
    expect(lines()).toEqual([{ variable: 'vip', op: '=', value: true }]);
  });

  test.each<[unknown, string[]]>([
    [{}, ['Choose a variable']],
    [{ assignments: [{ variable: 'total', op: '-', value: 5 }] }, ['total − 5']],
    [{ assignments: [{ variable: 'total', op: 'random', value: { min: 1, max: 6 } }] }, ['total = random 1–6']],
    [
      { assignments: ['a', 'b', 'c', 'd', 'e'].map((variable) => ({ variable, op: 'now' })) },
      ['a = now', 'b = now', 'c = now', '2 more'],
    ],
  ])('the card of %j', (data, said) => {
    expect(cardOf('set', data)).toEqual(said);
  });
});

describe('an A/B test', () => {
  test('a share typed leaves the rest to the last variant', async () => {
    const user = opened('split');
    const share = screen.getByRole('spinbutton', { name: 'Share of variant 1, %' });
    await user.clear(share);
    await user.type(share, '70');
    expect(branches().map(({ weight }) => weight)).toEqual([70, 30]);
    expect(screen.getByRole('status', { name: 'Share of variant 2, %' }).textContent).toBe('30%');
  });

  test('a new variant makes the shares even; a test keeps two at least', async () => {
    const user = opened('split');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Delete variant 1' }).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Add variant' }));
    expect(branches().map(({ label, weight }) => [label, weight])).toEqual([
      ['A', 33],
      ['B', 33],
      ['C', 34],
    ]);
    await user.click(screen.getByRole('button', { name: 'Delete variant 2' }));
    expect(branches().map(({ weight }) => weight)).toEqual([33, 67]);
    expect(node('split').exits).toBeUndefined();
  });

  test('the goals of the bot are offered', async () => {
    const user = opened('split');
    await pick(user, screen.getByRole('combobox', { name: /Goal/ }), 'Paid');
    expect(node('split').data).toMatchObject({ goal: 'Paid' });
    await user.click(screen.getByRole('switch', { name: 'Keep the variant per customer' }));
    expect(node('split').data).toMatchObject({ sticky: false });
  });

  test('the card tells the shares', () => {
    expect(
      cardOf('split', {
        branches: [
          { id: 'a', weight: 2 },
          { id: 'b', label: 'Long', weight: 1 },
        ],
        goal: 'Paid',
      }),
    ).toEqual(['A 67% · Long 33%', 'Goal: Paid']);
  });
});
