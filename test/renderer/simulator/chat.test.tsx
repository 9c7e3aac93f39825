import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { Dock } from '../../../renderer/inspector/Dock.tsx';
import { showDockTab } from '../../../renderer/inspector/dockStore.ts';
import { useSimulator } from '../../../renderer/simulator/store.ts';
import { ActionKeys } from '../../support/ActionKeys.tsx';
import { flowers } from './flowers.ts';

beforeEach(() => {
  setLanguage('en');
  useSimulator.getState().reset();
  useEditor.getState().open(structuredClone(flowers));
  showDockTab('test');
});

const log = () => screen.getByTestId('chat-log');
const input = () => screen.getByTestId('chat-input');

async function greeted() {
  const user = userEvent.setup();
  render(<Dock />);
  await user.type(input(), 'hello{Enter}');
  await within(log()).findByText(/How can we help/);
  return user;
}

test('a menu is talked through: the chips send numbers, the grey line says where and why', async () => {
  const user = await greeted();
  const offers = screen.getByRole('group', { name: 'Options the bot offers' });
  await user.click(within(offers).getByRole('button', { name: /Delivery/ }));
  expect(within(log()).getByText('1')).toBeTruthy();
  expect(within(log()).getByText('We deliver in 3 days.')).toBeTruthy();
  expect(within(log()).getByText(/number/)).toBeTruthy();
  await user.click(within(log()).getByRole('button', { name: 'Show block “Delivery”' }));
  expect(useEditor.getState().selection.nodes).toEqual(['delivery']);
  expect(screen.getByTestId('dock').dataset['tab']).toBe('test');
  expect(document.activeElement).not.toBe(document.body);
});

test('step back takes the last exchange away', async () => {
  const user = await greeted();
  await user.type(input(), '1{Enter}');
  expect(within(log()).queryByText('We deliver in 3 days.')).toBeTruthy();
  await user.click(screen.getByTestId('chat-back'));
  expect(within(log()).queryByText('We deliver in 3 days.')).toBeNull();
  expect(within(log()).queryByText(/How can we help/)).toBeTruthy();
});

test('begun again, the talk waits for the customer’s words', async () => {
  const user = await greeted();
  await user.click(screen.getByTestId('chat-restart'));
  await waitFor(() => expect(document.activeElement).toBe(input()));
});

test('handed off, the author writes as the operator, the bot is silent, and is given back', async () => {
  const user = await greeted();
  await user.type(input(), '0{Enter}');
  expect(within(log()).getByText(/An operator has the conversation: handed off by the flow/)).toBeTruthy();
  expect(within(log()).getByText(/Status: No status → Dialogue \(in the test, Umnico untouched\)/)).toBeTruthy();
  await user.type(input(), 'Hi, Anna here{Enter}');
  expect(within(log()).getByText('Hi, Anna here').closest('[data-from]')?.getAttribute('data-from')).toBe('operator');
  await user.click(screen.getByRole('radio', { name: 'Customer' }));
  await user.type(input(), 'thanks{Enter}');
  expect(within(log()).getByText('The bot is silent: an operator has the conversation')).toBeTruthy();
  await user.click(screen.getByTestId('sim-give-back'));
  expect(within(log()).getAllByText(/How can we help/)).toHaveLength(2);
  expect(input().getAttribute('placeholder')).toBe('Write as a customer…');
});

test('an edit in the middle of a test keeps the chat and asks what to do', async () => {
  const user = await greeted();
  act(() => {
    const patch = { parts: [{ text: 'We deliver tomorrow.' }] };
    useEditor.getState().run('setData', { flow: 'main', node: 'delivery', patch });
  });
  expect(within(log()).getByText(/How can we help/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Continue from here' }));
  await waitFor(() => expect(screen.queryByText(/The flow has changed/)).toBeNull());
  await user.type(input(), '1{Enter}');
  expect(within(log()).getByText('We deliver tomorrow.')).toBeTruthy();
});

test('«why» tells what was heard and how it was understood', async () => {
  const user = await greeted();
  await user.type(input(), 'delivry{Enter}');
  const said = within(log()).getByText('We deliver in 3 days.').closest('[data-from]');
  await user.click(within(said as HTMLElement).getByRole('button', { name: 'Why did the bot say that?' }));
  const card = await screen.findByRole('dialog');
  expect(within(card).getByText('The customer wrote: “delivry”')).toBeTruthy();
  expect(within(card).getByText('It fitted the caption of an option')).toBeTruthy();
  expect(within(card).getByText('“Delivery” · similar, with a typo')).toBeTruthy();
});

test('the arrows bring earlier messages back into the empty field, and leave what is typed alone', async () => {
  const user = await greeted();
  await user.type(input(), '1{Enter}');
  await user.keyboard('{ArrowUp}');
  expect(input()).toHaveProperty('value', '1');
  await user.keyboard('{ArrowUp}');
  expect(input()).toHaveProperty('value', 'hello');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(input()).toHaveProperty('value', '');
  await user.type(input(), 'half a w');
  await user.keyboard('{ArrowUp}');
  expect(input()).toHaveProperty('value', 'half a w');
});

test('the status is moved by hand, and a half-typed message survives a look at the block', async () => {
  const user = await greeted();
  await user.click(within(screen.getByTestId('sim-status')).getByRole('combobox'));
  await user.click(screen.getByRole('option', { name: /Dialogue/ }));
  expect(within(log()).getByText('Operator changed the status: No status → Dialogue')).toBeTruthy();
  await user.type(input(), 'one mom');
  await user.click(screen.getByTestId('tab-block'));
  await user.click(screen.getByTestId('tab-test'));
  expect(input()).toHaveProperty('value', 'one mom');
});

test('Mod+E shows the chat with the focus in it, and from inside it goes back to the block', async () => {
  showDockTab('block');
  const user = userEvent.setup();
  render(
    <ActionKeys>
      <Dock />
    </ActionKeys>,
  );
  await user.keyboard('{Control>}e{/Control}');
  expect(document.activeElement).toBe(input());
  await user.keyboard('{Control>}e{/Control}');
  expect(screen.getByTestId('dock').dataset['tab']).toBe('block');
});

test('the hidden steps tell every step of the bot in words, and can be switched off again', async () => {
  const user = await greeted();
  expect(screen.queryByTestId('chat-steps')).toBeNull();
  const toggle = async () => {
    await user.click(screen.getByTestId('chat-more'));
    await user.click(screen.getByRole('menuitem', { name: 'Show hidden steps' }));
  };
  await toggle();
  const steps = screen.getByTestId('chat-steps');
  expect(within(steps).getByText('“Start”: output “Next” → “Main menu”')).toBeTruthy();
  expect(within(steps).getByText('Will go off in 1 h if nothing changes')).toBeTruthy();
  expect(within(steps).getByText('Waits at block “Main menu”')).toBeTruthy();
  await toggle();
  expect(screen.queryByTestId('chat-steps')).toBeNull();
});

test('the customer keeps silent: the bot reminds, and «why» says that the time had come', async () => {
  const user = await greeted();
  expect(screen.getByText('Waits 1 h for an answer')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Customer is silent' }));
  const said = within(log()).getByText('Still there?').closest('[data-from]');
  await user.click(within(said as HTMLElement).getByRole('button', { name: 'Why did the bot say that?' }));
  expect(await screen.findByText('Nobody wrote: the time had come.')).toBeTruthy();
});

test('an operator writes although the bot has the conversation: the bot steps back', async () => {
  const user = await greeted();
  await user.click(screen.getByTestId('chat-more'));
  await user.click(screen.getByRole('menuitem', { name: 'Write as an operator' }));
  await user.type(input(), 'Let me help you{Enter}');
  expect(screen.getByTestId('conv-state').textContent).toBe('Operator');
  expect(within(log()).getByText('Let me help you').closest('[data-from]')?.getAttribute('data-from')).toBe('operator');
});

test('a message answered otherwise is another conversation, and closing it brings the first one back', async () => {
  const user = await greeted();
  await user.type(input(), '1{Enter}');
  const mine = within(log()).getByText('1').closest('[data-from]');
  await user.click(within(mine as HTMLElement).getByRole('button', { name: /Answer otherwise/ }));
  expect(input()).toHaveProperty('value', '1');
  await user.clear(input());
  await user.type(input(), '2{Enter}');
  expect(within(log()).getByText('What is the number?')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Close conversation 2' }));
  expect(within(log()).getByText('We deliver in 3 days.')).toBeTruthy();
  expect(screen.queryByTestId('talk-1')).toBeNull();
});

test('the clock goes to the time that is set, in the time zone of the bot', async () => {
  const user = await greeted();
  await user.click(screen.getByTestId('sim-clock'));
  const field = await screen.findByTestId('sim-clock-field');
  const now = useSimulator.getState().conversation?.now ?? 0;
  const wanted = new Date(now + 25 * 3_600_000).toISOString().slice(0, 16);
  fireEvent.change(field, { target: { value: wanted } });
  await user.click(screen.getByTestId('sim-clock-set'));
  expect(useSimulator.getState().conversation?.now).toBe(Date.parse(`${wanted}:00Z`));
  expect(within(log()).getByText('Still there?')).toBeTruthy();
});

test('whoever writes is known by name from the next words on', async () => {
  const user = await greeted();
  await user.click(screen.getByTestId('sim-profile'));
  await user.type(await screen.findByTestId('sim-customer-name'), 'Olga{Enter}');
  expect(useSimulator.getState().conversation?.state.customer).toEqual({ name: 'Olga' });
  expect(screen.getByTestId('sim-profile').textContent).toContain('Olga');
});
