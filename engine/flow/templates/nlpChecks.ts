import type { BotCheck } from '../botSchema.ts';
import type { NlpTexts } from './nlpTexts.ts';

/** What the author of «first touch» would try by hand. */
export function nlpChecks(texts: NlpTexts): BotCheck[] {
  const { said, checks } = texts;
  const begin = [{ customer: said.hello }, { bot: [...texts.hello, texts.ask] }, { status: 'st_first' }];
  const order = [
    { customer: said.order },
    { bot: texts.askName },
    { customer: said.name },
    { bot: texts.askPay.replace('{{name}}', said.nameKept) },
    { expect: { name: said.nameKept } },
    { customer: said.pay },
  ];
  return [
    {
      id: 'order',
      name: checks.order,
      steps: [
        ...begin,
        ...order,
        { bot: texts.handoff },
        { status: 'st_human' },
        { expect: { payment: texts.payEntity.values[1]?.value ?? '' } },
        { customer: said.wait },
        { silent: true },
      ],
    },
    {
      id: 'answers',
      name: checks.answers,
      steps: [
        ...begin,
        { customer: said.payment },
        { bot: [texts.payInfo, texts.ask] },
        { customer: said.hours },
        { bot: [texts.hoursInfo, texts.ask] },
        { at: 'ask' },
      ],
    },
    {
      id: 'unknown',
      name: checks.unknown,
      steps: [
        ...begin,
        { customer: said.nonsense[0] },
        { bot: texts.help },
        { customer: said.nonsense[1] },
        { bot: `${texts.offer}*` },
        { customer: said.payment },
        { bot: [texts.payInfo, texts.ask] },
        { customer: said.nonsense[1] },
        { bot: texts.help },
        { customer: said.nonsense[0] },
        { bot: `${texts.offer}*` },
        { customer: '1' },
        { bot: texts.handoff },
        { status: 'st_human' },
      ],
    },
    {
      id: 'operator',
      name: checks.operator,
      steps: [
        ...begin,
        { customer: said.operator },
        { bot: texts.handoff },
        { status: 'st_human' },
        { operator: said.answer },
        { customer: said.payment },
        { silent: true },
        { customer: texts.resumeWord },
        { bot: [texts.resumed, texts.ask] },
        { customer: said.payment },
        { bot: texts.payInfo },
      ],
    },
    {
      id: 'closed',
      name: checks.closed,
      steps: [...begin, { advance: '9h' }, ...order, { bot: texts.outside }, { status: 'st_human' }],
    },
  ];
}
