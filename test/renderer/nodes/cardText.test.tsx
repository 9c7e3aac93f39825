import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import type { BotNode } from '../../../engine/flow/botSchema.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { CardEditingContext } from '../../../renderer/nodes/cardEditing.ts';
import { EndCard } from '../../../renderer/nodes/end/Card.tsx';
import { HandoffCard } from '../../../renderer/nodes/handoff/Card.tsx';
import { IntentCard } from '../../../renderer/nodes/intent/Card.tsx';
import { MessageCard } from '../../../renderer/nodes/message/Card.tsx';
import { PauseCard } from '../../../renderer/nodes/pause/Card.tsx';
import { ResumeCard } from '../../../renderer/nodes/resume/Card.tsx';

beforeEach(() => setLanguage('en'));

type Shown = (node: BotNode) => ReactNode;

/** A card whose text is open for editing, as a click on it opens it. */
function Opened({ show, first }: { readonly show: Shown; readonly first: NonNullable<BotNode['data']> }) {
  const [data, setData] = useState(first);
  const [field, setField] = useState<string | null>('text');
  const update = (patch: object): void => setData((before) => ({ ...before, ...patch }));
  const editing = { canEdit: true, isTabStop: true, field, start: setField, stop: () => setField(null), update };
  return <CardEditingContext value={editing}>{show({ id: 'n', kind: 'any', data })}</CardEditingContext>;
}

test.for<[string, Shown, NonNullable<BotNode['data']>]>([
  ['handoff', (node) => <HandoffCard node={node} data={node.data ?? {}} />, { text: 'One moment' }],
  ['end', (node) => <EndCard node={node} data={node.data ?? {}} />, { text: 'Bye' }],
  ['resume', (node) => <ResumeCard node={node} data={node.data ?? {}} />, { text: 'I am back' }],
  ['pause', (node) => <PauseCard node={node} data={node.data ?? {}} />, { text: 'A person is here' }],
  [
    'intent',
    (node) => <IntentCard node={node} data={node.data ?? {}} />,
    { text: 'What is it about?', intents: 'all' },
  ],
  [
    'message',
    (node) => <MessageCard node={node} data={node.data ?? {}} />,
    { parts: [{ text: 'Our list' }, { file: 'prices.pdf' }] },
  ],
])('the text of a card «%s» is deleted whole and written anew in one go', async ([, show, first]) => {
  const user = userEvent.setup();
  render(<Opened show={show} first={first} />);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  await user.clear(field);
  expect(document.activeElement).toBe(field);
  await user.keyboard('{Backspace}New words');
  expect(field.value).toBe('New words');
  await user.keyboard('{Escape}');
  screen.getByText('New words');
});

test('a text that was left empty is gone from the card', async () => {
  const user = userEvent.setup();
  const show: Shown = (node) => <IntentCard node={node} data={node.data ?? {}} />;
  render(<Opened show={show} first={{ text: 'What is it about?', intents: 'all' }} />);
  await user.clear(screen.getByRole('textbox'));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  screen.getByText('Reads the last message');
});
