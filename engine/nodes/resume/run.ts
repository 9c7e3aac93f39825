import type { NodeKind } from '../kind.ts';
import { resumeSchema, type ResumeData } from './schema.ts';

const LONGEST_TEXT = 300;

export const resume: NodeKind<ResumeData, 'resume'> = {
  kind: 'resume',
  family: 'start',
  schema: resumeSchema,
  entry: true,
  exits: (data) =>
    data.continue === 'node'
      ? [{ id: 'next', required: true, dashed: false }]
      : [{ id: 'next', required: false, dashed: false }],
  initial: (language) => ({
    text: language === 'ru' ? 'Снова на связи бот.' : 'The bot is back with you.',
    continue: 'menu',
  }),
  enter(data, context) {
    const text = context.fill(data.text ?? '').trim();
    if (text !== '') context.say(text);
    // A connection that was drawn is meant, where nothing else is said.
    const way = data.continue ?? (context.isConnected('next') ? 'node' : 'menu');
    if (way === 'node') return { do: 'leave', exit: 'next' };
    if (way === 'start') return { do: 'jump', target: { to: 'flow', flow: context.place.flow } };
    return { do: 'jump', target: { to: 'lastMenu' } };
  },
  texts: (data) => [data.text ?? ''],
  problems: (data) =>
    (data.text ?? '').length > LONGEST_TEXT
      ? [{ code: 'W-LEN', level: 'warning', field: 'text', facts: { limit: LONGEST_TEXT } }]
      : [],
};
