import type { BotCheck, CheckStep } from '../botSchema.ts';
import type { AfterHoursTexts } from './afterHoursTextsRu.ts';

/** What the author of «after hours» would try by hand. */
export function afterHoursChecks(texts: AfterHoursTexts): BotCheck[] {
  const { said, checks, variables } = texts;
  // The moment is written in the bot's language: «19 нояб. 2026 г., 09:00».
  const until = (text: string): string => text.replace(/\{\{.*?\}\}/u, '*19*9:00*');
  const [closed = '', note = ''] = texts.closed;
  const thanks = until(texts.thanks);
  const atNight: CheckStep[] = [
    { advance: '12h' },
    { customer: said.hello },
    { bot: [until(closed), note, texts.question] },
  ];
  const skipped: CheckStep[] = [
    { customer: said.skip },
    { bot: texts.name },
    { customer: said.skip },
    { bot: texts.phone },
    { customer: said.skip },
  ];
  return [
    {
      id: 'night',
      name: checks.night,
      steps: [
        ...atNight,
        { customer: said.question },
        { bot: texts.name },
        { customer: said.name },
        { bot: texts.phone },
        { customer: said.phone },
        { bot: thanks },
        { status: 'st_human' },
        {
          expect: {
            [variables.question]: said.question,
            [variables.name]: said.name,
            [variables.phone]: said.phoneKept,
          },
        },
        { customer: said.more },
        { silent: true },
        { advance: '11h' },
        { bot: texts.morning },
        { customer: said.thanks },
        { silent: true },
      ],
    },
    {
      id: 'day',
      name: checks.day,
      steps: [
        { customer: said.hello },
        { bot: texts.handoff },
        { status: 'st_human' },
        { customer: said.more },
        { silent: true },
      ],
    },
    {
      id: 'skips',
      name: checks.skips,
      steps: [...atNight, ...skipped, { bot: thanks }, { status: 'st_human' }, { expect: { [variables.phone]: null } }],
    },
    {
      id: 'unclear',
      name: checks.unclear,
      steps: [
        ...atNight,
        { customer: { image: 'https://example.com/table.jpg' } },
        { bot: texts.name },
        ...wrong(said.names, texts.nameHint),
        { bot: texts.phone },
        ...wrong(said.phones, texts.phoneHint),
        { bot: thanks },
        { status: 'st_human' },
      ],
    },
    {
      id: 'opened',
      name: checks.opened,
      steps: [
        { advance: '22h55m' },
        { customer: said.hello },
        { bot: [until(closed), note, texts.question] },
        { customer: said.question },
        { advance: '10m' },
        { customer: said.name },
        { customer: said.phone },
        { bot: texts.handoff },
        { status: 'st_human' },
      ],
    },
    {
      id: 'early',
      name: checks.early,
      steps: [...atNight, ...skipped, { bot: thanks }, { operator: said.answer }, { advance: '24h' }, { silent: true }],
    },
    {
      id: 'returned',
      name: checks.returned,
      steps: [
        { customer: said.hello },
        { bot: texts.handoff },
        { manager: { status: 'st_first' } },
        { silent: true },
        { advance: '12h' },
        { customer: said.again },
        { bot: [until(closed), note, texts.question] },
      ],
    },
    {
      id: 'refused',
      name: checks.refused,
      steps: [
        { refuse: true },
        { customer: said.hello },
        { bot: texts.handoffFailed.replace('{{contact}}', texts.contact) },
        { refuse: false },
        { customer: said.more },
        { bot: texts.handoff },
        { status: 'st_human' },
      ],
    },
  ];
}

/** Answers that do not fit; with the last of them the bot goes on. */
function wrong(lines: readonly string[], hint: string): CheckStep[] {
  return lines.flatMap((line, at) => [{ customer: line }, ...(at + 1 < lines.length ? [{ bot: hint }] : [])]);
}
