import type { BotCheck, CheckStep } from '../botSchema.ts';
import type { NlpTexts } from './nlpTexts.ts';

/** What the author of «first touch» would try by hand. */
export function nlpChecks(texts: NlpTexts): BotCheck[] {
  const { said, checks } = texts;
  const begin = [{ customer: said.hello }, { bot: [...texts.hello, texts.ask] }, { status: 'st_first' }];
  const askPay = texts.askPay.replace('{{name}}', said.nameKept);
  const helped = [{ customer: said.nonsense[0] }, { bot: texts.help }];
  const order = [
    { customer: said.order },
    { bot: texts.askName },
    { customer: said.name },
    { bot: askPay },
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
    {
      id: 'help',
      name: checks.help,
      steps: [
        ...begin,
        ...helped,
        { customer: said.hours },
        { bot: [texts.hoursInfo, texts.ask] },
        ...helped,
        { customer: said.payment },
        { bot: [texts.payInfo, texts.ask] },
        ...helped,
        { customer: said.order },
        { bot: texts.askName },
        { customer: texts.words[1] },
        { bot: texts.ask },
        ...helped,
        { customer: said.operator },
        { bot: texts.handoff },
        { status: 'st_human' },
      ],
    },
    {
      id: 'anywhere',
      name: checks.anywhere,
      steps: [
        ...begin,
        { customer: said.order },
        { bot: texts.askName },
        { customer: said.hours },
        { bot: [texts.hoursInfo, texts.ask] },
        { customer: said.order },
        { bot: texts.askName },
        { customer: said.name },
        { bot: askPay },
        { customer: said.payment },
        { bot: [texts.payInfo, texts.ask] },
        { customer: said.order },
        { bot: texts.askName },
        { customer: said.order },
        { bot: texts.askName },
        { customer: said.operator },
        { bot: texts.handoff },
        { status: 'st_human' },
      ],
    },
    {
      id: 'offer',
      name: checks.offer,
      steps: [
        ...begin,
        ...helped,
        { customer: said.nonsense[1] },
        { bot: `${texts.offer}*` },
        { customer: '2' },
        { bot: texts.ask },
        ...helped,
        { customer: said.nonsense[1] },
        { bot: `${texts.offer}*` },
        { customer: said.nonsense[0] },
        { bot: `${texts.hint}\n1 — ${texts.offerYes.label}*` },
        { customer: said.nonsense[1] },
        { bot: `*1 — ${texts.offerYes.label}*` },
        { customer: said.nonsense[0] },
        { bot: texts.handoff },
        { status: 'st_human' },
      ],
    },
    {
      id: 'noName',
      name: checks.noName,
      steps: [
        ...begin,
        { customer: said.order },
        { bot: texts.askName },
        ...given(said.noNames, texts.nameHint),
        { bot: texts.handoff },
        { status: 'st_human' },
      ],
    },
    {
      id: 'noPay',
      name: checks.noPay,
      steps: [
        ...begin,
        ...order.slice(0, -1),
        ...given(said.noPays, texts.payHint),
        { bot: texts.handoff },
        { status: 'st_human' },
      ],
    },
  ];
}

/** Answers that do not fit; the last of them is one too many. */
function given(lines: readonly string[], hint: string): CheckStep[] {
  return lines.flatMap((line, at) => [{ customer: line }, ...(at + 1 < lines.length ? [{ bot: hint }] : [])]);
}
