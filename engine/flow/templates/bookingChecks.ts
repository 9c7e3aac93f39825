import type { BotCheck, CheckStep } from '../botSchema.ts';
import type { BookingTexts } from './bookingTextsRu.ts';

/** What the author of «a visit» would try by hand. */
export function bookingChecks(texts: BookingTexts): BotCheck[] {
  const { said, checks, prices, variables } = texts;
  const services = `${texts.services}*`;
  const confirm = `${texts.confirm}*`;
  const [done = ''] = texts.done.split('{{');
  const begin: CheckStep[] = [{ customer: said.hello }, { bot: [texts.hello, services] }];
  const chosen: CheckStep[] = [
    ...begin,
    { customer: said.haircut },
    { bot: texts.master },
    { customer: said.master },
    { bot: texts.day },
    { customer: said.tomorrow },
    { bot: texts.hour },
    { customer: said.afternoon },
  ];
  const asked: CheckStep[] = [
    ...chosen,
    { bot: texts.name },
    { customer: said.name },
    { bot: texts.phone },
    { customer: said.phone },
    { bot: [`*${said.afternoonKept}*${said.nameKept}, ${said.phoneKept}`, confirm] },
  ];
  const booked: CheckStep[] = [...asked, { customer: '1' }, { bot: `${done}*` }, { status: 'st_order' }];
  /** Three answers that do not fit, and people are called. */
  const failing = (id: 'master' | 'day' | 'hour' | 'name' | 'phone', lines: readonly string[]): CheckStep[] => [
    ...lines.slice(0, 2).flatMap((line) => [{ customer: line }, { bot: texts[`${id}Hint`] }, { at: id }]),
    { customer: lines[2] },
    { bot: texts.handoff },
    { status: 'st_human' },
  ];
  return [
    {
      id: 'booking',
      name: checks.booking,
      steps: [
        ...booked,
        {
          expect: {
            [variables.service]: texts.options.haircut.service,
            [variables.price]: prices.haircut,
            [variables.master]: said.masterKept,
            [variables.day]: '2026-11-19',
            [variables.hour]: said.afternoonKept,
            [variables.name]: said.nameKept,
            [variables.phone]: said.phoneKept,
          },
        },
        { customer: said.thanks },
        { silent: true },
      ],
    },
    {
      id: 'other',
      name: checks.other,
      steps: [
        ...asked,
        { customer: said.other },
        { bot: texts.day },
        { customer: said.date },
        { bot: texts.hour },
        { customer: said.evening },
        { bot: [`*${said.eveningKept}*`, confirm] },
        { expect: { [variables.day]: '2026-11-25', [variables.hour]: said.eveningKept } },
        { customer: said.no },
        { bot: texts.later },
        { customer: said.again },
        { bot: services },
        { customer: '2' },
        { bot: texts.master },
        { customer: said.anyone },
        { bot: texts.day },
        { expect: { [variables.service]: texts.options.manicure.service, [variables.master]: said.anyoneKept } },
      ],
    },
    {
      id: 'move',
      name: checks.move,
      steps: [
        ...booked,
        { customer: said.move },
        { bot: texts.day },
        { customer: said.date },
        { bot: texts.hour },
        { customer: said.evening },
        { bot: [`*${said.eveningKept}*${said.phoneKept}`, confirm] },
        { customer: '1' },
        { bot: `${done}*${said.eveningKept}*` },
        { status: 'st_order' },
      ],
    },
    {
      id: 'cancel',
      name: checks.cancel,
      steps: [
        ...booked,
        { customer: said.cancel },
        { bot: texts.cancelled },
        { status: 'st_first' },
        { customer: said.again },
        { bot: services },
      ],
    },
    {
      id: 'reminders',
      name: checks.reminders,
      steps: [
        ...asked,
        { advance: '30m' },
        { bot: `*${said.afternoonKept}*` },
        { at: 'confirm' },
        { advance: '2h30m' },
        { bot: texts.later },
        ...begin,
      ],
    },
    {
      id: 'silent',
      name: checks.silent,
      steps: [
        ...begin,
        { advance: '1h' },
        { bot: texts.servicesReminder },
        { customer: '3' },
        { bot: texts.master },
        { expect: { [variables.service]: texts.options.massage.service } },
        { customer: texts.words.again[0] },
        { bot: services },
        { advance: '3h' },
        { bot: [texts.servicesReminder, texts.later] },
      ],
    },
    ...(['master', 'day', 'hour'] as const).map((id) => ({
      id,
      name: checks[id],
      steps: [{ begin: id }, { bot: texts[id] }, ...failing(id, said[`${id}s`])],
    })),
    {
      id: 'name',
      name: checks.name,
      steps: [...chosen, { bot: texts.name }, ...failing('name', said.names)],
    },
    {
      id: 'phone',
      name: checks.phone,
      steps: [
        ...chosen,
        { bot: texts.name },
        { customer: said.name },
        { bot: texts.phone },
        ...failing('phone', said.phones),
      ],
    },
    {
      id: 'nonsense',
      name: checks.nonsense,
      steps: [
        ...begin,
        { customer: said.nonsense[0] },
        { bot: `${texts.hint}\n1 — ${texts.options.haircut.label}*` },
        { customer: said.nonsense[1] },
        { bot: `*1 — ${texts.options.haircut.label}*` },
        { at: 'services' },
        { customer: said.nonsense[2] },
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
        { customer: said.wait },
        { silent: true },
        { customer: said.call },
        { bot: [texts.resumed, services] },
      ],
    },
    {
      id: 'night',
      name: checks.night,
      steps: [
        { advance: '12h' },
        ...begin,
        { customer: said.operator },
        { bot: texts.outside },
        { status: 'st_human' },
        { customer: said.wait },
        { silent: true },
      ],
    },
    {
      id: 'refused',
      name: checks.refused,
      steps: [
        ...asked,
        { refuse: true },
        { customer: '1' },
        { bot: [texts.notBooked, confirm] },
        { refuse: false },
        { customer: '1' },
        { bot: `${done}*` },
        { status: 'st_order' },
      ],
    },
  ];
}
