import { matchCaption, matchCode } from '../../nlu/matchOption.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Offered } from '../../model/state.ts';
import type { Answer, Move, NodeContext, NodeKind } from '../kind.ts';
import { expires, remind, reminderTexts, waitTimers } from '../reminders.ts';
import { menuPageOf, MORE, namedOptions, optionCodes, pageText, PREVIOUS, shortened, WHOLE } from './pages.ts';
import { menuProblems } from './problems.ts';
import { readOnce } from './replies.ts';
import { menuSchema, type MenuData, type MenuOption } from './schema.ts';

const wording = (data: MenuData, context: NodeContext): string =>
  context.fill(context.textFor(data.text, data.texts)).trim();

function page(data: MenuData, index: number, context: NodeContext): readonly Offered[] {
  const caption = (option: MenuOption): string => context.fill(context.textFor(option.label, option.texts));
  return menuPageOf(data.options ?? [], index, context.words, caption);
}

function show(data: MenuData, index: number, context: NodeContext): Move {
  const offered = page(data, index, context);
  const text = wording(data, context);
  const seen = (context.state.shown[`${context.place.flow}/${context.place.node}`] ?? 0) > 1;
  context.say(pageText(index > 0 ? '' : seen ? shortened(text) : text, offered));
  return wait(data, offered, index);
}

const named = (data: MenuData, offered: readonly Offered[], context: NodeContext): ReturnType<typeof namedOptions> =>
  namedOptions(data.options ?? [], offered, context.words);

function wait(data: MenuData, offered: readonly Offered[], index: number): Move {
  return { do: 'wait', offered, memo: { page: index }, timers: waitTimers(data) };
}

function choose(
  data: MenuData,
  match: { id: string; by: string } | null,
  index: number,
  context: NodeContext,
): Answer | null {
  if (match === null) return null;
  const move: Move =
    match.id === MORE
      ? show(data, index + 1, context)
      : match.id === PREVIOUS
        ? show(data, Math.max(0, index - 1), context)
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
  exits(data) {
    const codes = optionCodes(data.options ?? []);
    return [
      ...(data.options ?? []).map(({ id, label }) => ({
        id,
        required: true,
        dashed: false,
        label,
        code: codes.get(id) ?? '',
      })),
      { id: 'other', required: false, dashed: true },
      ...(expires(data) ? [{ id: 'timeout', required: true, dashed: true }] : []),
    ];
  },
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
    menuCode(data, waiting, message, context) {
      const read = matchCode(message.text, waiting.offered);
      // Only a number in words may be what another option is called.
      const match = read?.by === 'noisyCode' ? matchCode(message.text, named(data, waiting.offered, context)) : read;
      return choose(data, match, pageOf(waiting.memo.page), context);
    },
    caption(data, waiting, message, context) {
      const match = readOnce(data.options ?? [], waiting.offered, message.text, () =>
        matchCaption(message.text, named(data, waiting.offered, context), { fuzzy: data.fuzzy ?? true }),
      );
      return choose(data, match, pageOf(waiting.memo.page), context);
    },
  },
  timer(data, _wait, name, context) {
    if (name === 'expiry') return context.isConnected('timeout') ? { do: 'leave', exit: 'timeout' } : null;
    remind(name, data, shortened(wording(data, context)), context);
    return null;
  },
  menu: {
    after: (data) => data.after ?? 'none',
    named,
    askAgain(data, context) {
      const offered = page(data, 0, context);
      const code = offered.some((option) => option.code === '0') ? '#' : '0';
      const whole = { id: WHOLE, code, label: context.words.toMenu };
      context.say(`${context.words.anythingElse} ${code} — ${context.words.toMenu}`);
      return wait(data, [...offered, whole].slice(0, LIMITS.optionsPerMenu), 0);
    },
  },
  question: wording,
  texts: (data) => [
    data.text ?? '',
    ...Object.values(data.texts ?? {}),
    ...(data.options ?? []).flatMap(({ label, texts }) => [label, ...Object.values(texts ?? {})]),
    ...reminderTexts(data),
  ],
  problems: menuProblems,
};

function pageOf(memo: unknown): number {
  return typeof memo === 'number' ? memo : 0;
}
