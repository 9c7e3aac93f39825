import type { Bot } from '../../../engine/flow/botSchema.ts';

/** A small flower shop: a menu, a question, a status, a hand-off, and words that bring the menu back. */
export const flowers: Bot = {
  format: 1,
  id: 'bot_flowers',
  name: 'Flowers',
  language: 'en',
  timeZone: 'UTC',
  statuses: [
    { id: 'st_new', name: 'New', role: 'bot' },
    { id: 'st_human', name: 'Dialogue', role: 'operator' },
    { id: 'st_order', name: 'Ordering', role: 'none' },
  ],
  variables: [{ id: 'order', label: 'Order', type: 'number' }],
  intents: [],
  settings: { resumeWord: 'bot' },
  flows: [
    {
      id: 'main',
      name: 'Main',
      main: true,
      nodes: [
        { id: 'start', kind: 'start', exits: { next: 'menu' } },
        {
          id: 'menu',
          kind: 'menu',
          name: 'Main menu',
          data: {
            text: 'How can we help?',
            options: [
              { id: 'o1', label: 'Delivery' },
              { id: 'o2', label: 'My order' },
              { id: 'o3', label: 'A person', code: '0' },
            ],
            after: 'repeat',
            reminders: [{ minutes: 60, text: 'Still there?' }],
          },
          exits: { o1: 'delivery', o2: 'ask', o3: 'human' },
        },
        {
          id: 'delivery',
          kind: 'message',
          name: 'Delivery',
          data: { parts: [{ text: 'We deliver in 3 days.' }] },
        },
        {
          id: 'ask',
          kind: 'question',
          name: 'Number',
          data: { text: 'What is the number?', answer: 'number', saveTo: 'order' },
          exits: { answered: 'found' },
        },
        { id: 'found', kind: 'status', name: 'Found', data: { status: 'st_order' }, exits: { next: 'thanks' } },
        {
          id: 'thanks',
          kind: 'message',
          name: 'Thanks',
          data: { parts: [{ text: 'Order {{order}} is on its way.' }] },
        },
        {
          id: 'human',
          kind: 'handoff',
          name: 'To a person',
          data: { status: 'st_human', text: 'Passing you on.' },
        },
      ],
    },
  ],
};
