import type { NodeKind } from '../kind.ts';
import { resumeSchema, type ResumeData } from './schema.ts';

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
    if (data.continue === 'node') return { do: 'leave', exit: 'next' };
    if (data.continue === 'start') return { do: 'jump', target: { to: 'flow', flow: context.place.flow } };
    return { do: 'jump', target: { to: 'lastMenu' } };
  },
  texts: (data) => [data.text ?? ''],
  problems: () => [],
};
