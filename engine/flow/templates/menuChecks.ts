import type { BotCheck } from '../botSchema.ts';
import type { MenuTexts } from './menuTexts.ts';

/** What the author of «cakes to order» would try by hand. */
export function menuChecks(texts: MenuTexts): BotCheck[] {
  const { said, checks } = texts;
  const menu = `${texts.menu}*`;
  const catalogue = `${texts.catalogue}*`;
  const begin = [{ customer: said.hello }, { bot: [...texts.hello, menu] }, { status: 'st_first' }];
  return [
    {
      id: 'path',
      name: checks.path,
      steps: [
        ...begin,
        { customer: '1' },
        { bot: [texts.about, menu] },
        { customer: texts.options.contacts },
        { bot: [texts.contacts, menu] },
        { customer: '3' },
        { bot: catalogue },
        { customer: '1' },
        { bot: [...texts.cakes, catalogue] },
        { customer: '2.' },
        { bot: [texts.desserts, catalogue] },
        { customer: texts.goods.delivery },
        { bot: [texts.delivery, catalogue] },
        { at: 'catalogue' },
        { customer: '0' },
        { bot: menu },
        { at: 'menu' },
      ],
    },
    {
      id: 'wrong',
      name: checks.wrong,
      steps: [
        ...begin,
        { customer: said.nonsense },
        { bot: `${texts.hint}*1 — ${texts.options.about}*` },
        { at: 'menu' },
        { customer: '9' },
        { bot: `*1 — ${texts.options.about}*` },
        { customer: said.nonsense },
        { bot: texts.handoff },
        { status: 'st_human' },
      ],
    },
    {
      id: 'order',
      name: checks.order,
      steps: [
        ...begin,
        { customer: '4' },
        { bot: texts.ordered },
        { status: 'st_order' },
        { customer: said.thanks },
        { silent: true },
        ...texts.words.slice(0, 2).flatMap((word) => [{ customer: word }, { bot: menu }, { status: 'st_order' }]),
        { customer: '3' },
        { bot: catalogue },
        { customer: '4' },
        { bot: texts.ordered },
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
        { customer: said.wait },
        { silent: true },
        { operator: said.answer },
        { customer: '1' },
        { silent: true },
        { manager: { status: 'st_first' } },
        { bot: [texts.resumed, menu] },
        { customer: '1' },
        { bot: texts.about },
      ],
    },
    {
      id: 'closed',
      name: checks.closed,
      steps: [
        ...begin,
        { advance: '11h' },
        { customer: said.operator },
        { bot: texts.askPhone },
        { status: 'st_human' },
        { customer: said.phone },
        { bot: texts.thanks },
        { customer: said.thanks },
        { silent: true },
      ],
    },
    {
      id: 'noPhone',
      name: checks.noPhone,
      steps: [
        ...begin,
        { advance: '11h' },
        { customer: said.operator },
        { bot: texts.askPhone },
        { customer: said.noPhones[0] },
        { bot: texts.phoneHint },
        { customer: said.noPhones[1] },
        { bot: texts.thanks },
        { status: 'st_human' },
      ],
    },
    {
      id: 'refused',
      name: checks.refused,
      steps: [
        ...begin,
        { refuse: true },
        { customer: '4' },
        { bot: [texts.notOrdered, menu] },
        { status: 'st_first' },
        { refuse: false },
        { customer: '4' },
        { bot: texts.ordered },
        { status: 'st_order' },
      ],
    },
  ];
}
