import { matchCaption, matchCode } from '../../nlu/matchOption.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Offered } from '../../model/state.ts';
import type { Answer, Move, NodeContext, NodeKind } from '../kind.ts';
import { menuPage, MORE, pageText, PREVIOUS, shortened, WHOLE } from './pages.ts';
import { menuProblems } from './problems.ts';
import { menuSchema, type MenuData } from './schema.ts';

function show(data: MenuData, page: number, context: NodeContext): Move {
  const offered = menuPage(data.options ?? [], page, context.words, context.fill);
  const text = context.fill(data.text ?? '').trim();
  const seen = (context.state.shown[`${context.place.flow}/${context.place.node}`] ?? 0) > 1;
  context.say(pageText(page > 0 ? '' : seen ? shortened(text) : text, offered));
  return wait(data, offered, page);
}

function wait(data: MenuData, offered: readonly Offered[], page: number): Move {
  const timers = (data.reminders ?? []).map((reminder, index) => ({
    name: `reminder-${String(index)}`,
    minutes: reminder.minutes,
  }));
  if (data.timeoutMinutes !== undefined) timers.push({ name: 'expiry', minutes: data.timeoutMinutes });
  return { do: 'wait', offered, memo: { page }, timers };
}

function choose(
  data: MenuData,
  match: { id: string; by: string } | null,
  page: number,
  context: NodeContext,
): Answer | null {
  if (match === null) return null;
  const move: Move =
    match.id === MORE
      ? show(data, page + 1, context)
      : match.id === PREVIOUS
        ? show(data, Math.max(0, page - 1), context)
        : match.id === WHOLE
          ? show(data, 0, context)
          : { do: 'leave', exit: match.id };
  return { move, detail: match.id, by: match.by };
}

export const menu: NodeKind<MenuData, 'menu'> = {
  kind: 'menu',
  family: 'ask',
  schema: menuSchema,
  entry: false,
  exits: (data) => [
    ...(data.options ?? []).map((option, index) => ({
      id: option.id,
      required: true,
      dashed: false,
      label: option.label,
      code: option.code ?? String(index + 1),
    })),
    { id: 'other', required: false, dashed: true },
    ...(data.timeoutMinutes === undefined ? [] : [{ id: 'timeout', required: true, dashed: true }]),
  ],
  initial: (language) => ({
    text: language === 'ru' ? 'Чем помочь? Ответьте цифрой:' : 'How can we help? Answer with a number:',
    options: [
      { id: 'o1', label: language === 'ru' ? 'О нас' : 'About us' },
      { id: 'o2', label: language === 'ru' ? 'Контакты' : 'Contacts' },
    ],
    after: 'repeat',
  }),
  enter: (data, context) => show(data, 0, context),
  answers: {
    menuCode: (data, waiting, message, context) =>
      choose(data, matchCode(message.text, waiting.offered), pageOf(waiting.memo.page), context),
    caption: (data, waiting, message, context) =>
      choose(
        data,
        matchCaption(message.text, waiting.offered, { fuzzy: data.fuzzy !== false }),
        pageOf(waiting.memo.page),
        context,
      ),
  },
  timer(data, _wait, name, context) {
    if (name === 'expiry') return context.isConnected('timeout') ? { do: 'leave', exit: 'timeout' } : null;
    const reminder = (data.reminders ?? [])[Number(name.slice('reminder-'.length))];
    if (reminder !== undefined) context.say(context.fill(reminder.text ?? shortened((data.text ?? '').trim())));
    return null;
  },
  menu: {
    after: (data) => data.after ?? 'none',
    askAgain(data, context) {
      const offered = menuPage(data.options ?? [], 0, context.words, context.fill);
      const code = offered.some((option) => option.code === '0') ? '#' : '0';
      const whole = { id: WHOLE, code, label: context.words.toMenu, synonyms: [] };
      context.say(`${context.words.anythingElse} ${code} — ${context.words.toMenu}`);
      return wait(data, [...offered, whole].slice(0, LIMITS.optionsPerMenu), 0);
    },
  },
  texts: (data) => [
    data.text ?? '',
    ...(data.options ?? []).map((option) => option.label),
    ...(data.reminders ?? []).map((reminder) => reminder.text ?? ''),
  ],
  problems: menuProblems,
};

function pageOf(memo: unknown): number {
  return typeof memo === 'number' ? memo : 0;
}
