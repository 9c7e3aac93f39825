import type { ChannelFacts, SelfTest } from '../umnico/selfTest.ts';
import type { WriteTest } from '../umnico/selfTestWrite.ts';
import { inWords } from './output.ts';

/** What of the account decides how the engine is to be set. */
export interface Findings extends SelfTest {
  readonly at: string;
  readonly write?: WriteTest;
  readonly first?: { readonly known: boolean; readonly leadInReply: boolean };
  readonly settleMs?: number;
}

interface Line {
  readonly ru: string;
  readonly en: string;
}

/** What the customer of a test lead reads. */
export function testText(number: number, of: number): string {
  return inWords({
    ru: `Проверка связи Dialogram ${String(number)}/${String(of)}. Отвечать не нужно.`,
    en: `Dialogram connection test ${String(number)}/${String(of)}. No need to answer.`,
  });
}

/** The findings in words: what was seen, and what it means for the bot. */
export function doctorLines(found: Findings): readonly Line[] {
  return [
    ...accountLines(found),
    ...found.facts.channels.map(channelLine),
    ...writeLines(found),
    ...serviceLines(found),
  ];
}

const list = (texts: readonly string[]): string => [...new Set(texts)].join(', ') || '—';

function accountLines({ facts }: Findings): readonly Line[] {
  const { managers, sources, statuses, webhooks, leads } = facts;
  const n = String;
  return [
    { ru: 'Токен принят.', en: 'The token is accepted.' },
    {
      ru: `Сотрудников: ${n(managers.all)}, владельцев: ${n(managers.owners)}, не подтверждены: ${n(managers.unconfirmed)}.`,
      en: `Employees: ${n(managers.all)}, owners: ${n(managers.owners)}, not confirmed: ${n(managers.unconfirmed)}.`,
    },
    {
      ru: `Каналы: ${list(sources.map(({ type }) => type))}; отключённых: ${n(sources.filter(({ active }) => !active).length)}.`,
      en: `Channels: ${list(sources.map(({ type }) => type))}; switched off: ${n(sources.filter(({ active }) => !active).length)}.`,
    },
    {
      ru: `Статусов: ${n(statuses.all)}, виды: ${list(statuses.types)}, в архиве: ${n(statuses.archived)}.`,
      en: `Statuses: ${n(statuses.all)}, kinds: ${list(statuses.types)}, archived: ${n(statuses.archived)}.`,
    },
    {
      ru: `Вебхуков: ${n(webhooks.all)} из 10, наших: ${n(webhooks.ours)}, выключенных: ${n(webhooks.off)}. Чужих мы не трогаем.`,
      en: `Webhooks: ${n(webhooks.all)} of 10, ours: ${n(webhooks.ours)}, switched off: ${n(webhooks.off)}. Others’ are never touched.`,
    },
    leads.heedsFilter === false
      ? {
          ru: 'Список обращений не учитывает дату: пропущенное ищем дольше.',
          en: 'The list of leads does not heed the date: what was missed takes longer to find.',
        }
      : {
          ru: `Обращений за месяц просмотрено: ${n(leads.lastDays)}.`,
          en: `Leads of the last month looked at: ${n(leads.lastDays)}.`,
        },
  ];
}

function channelLine(facts: ChannelFacts): Line {
  const { channel, conversations, incoming, outgoing, withCustomId, newestFirst, withoutId, reachDays } = facts;
  const n = String;
  const marks = { ru: withCustomId > 0 ? 'есть' : 'не видно', en: withCustomId > 0 ? 'present' : 'not seen' };
  return {
    ru: `${channel}: диалогов ${n(conversations)}, входящих ${n(incoming)}, исходящих ${n(outgoing)}; customId в истории: ${marks.ru}; без id: ${n(withoutId)}; новые первыми: ${newestFirst ? 'да' : 'нет'}; назад на ${n(reachDays)} дн.`,
    en: `${channel}: conversations ${n(conversations)}, incoming ${n(incoming)}, outgoing ${n(outgoing)}; customId in the history: ${marks.en}; without id: ${n(withoutId)}; newest first: ${newestFirst ? 'yes' : 'no'}; ${n(reachDays)} days back`,
  };
}

function writeLines({ write, first }: Findings): readonly Line[] {
  const lines: Line[] = write === undefined ? [] : lagLines(write);
  if (first?.known === false)
    lines.push({
      ru: 'Мессенджер такого номера не знает: не писали.',
      en: 'The messenger does not know the number: nothing was sent.',
    });
  if (first?.known === true)
    lines.push({
      ru: `Первое сообщение отправлено; обращение ${first.leadInReply ? 'названо в ответе' : 'придёт вебхуком'}.`,
      en: `A first message was sent; its lead ${first.leadInReply ? 'is named in the reply' : 'comes by webhook'}.`,
    });
  return lines;
}

function lagLines({ messages, settleMs }: WriteTest): Line[] {
  const shown = messages.flatMap(({ shownMs }) => shownMs ?? []);
  const lost = messages.length - shown.length;
  const longest = String(Math.max(0, ...shown));
  const ids = messages.filter(({ customIdShown }) => customIdShown).map(({ customIdLength }) => customIdLength);
  const same = messages.filter(({ sameId }) => sameId === true).length;
  const all = String(messages.length);
  return [
    {
      ru: `Отправлено проверочных: ${all}; в истории через ${longest} мс самое позднее, не появилось: ${String(lost)}.`,
      en: `Test messages sent: ${all}; in the history after ${longest} ms at the latest, not shown: ${String(lost)}.`,
    },
    {
      ru: `customId вернулся у ${String(ids.length)} из ${all} (до ${String(Math.max(0, ...ids))} знаков); номер сообщения тот же у ${String(same)}.`,
      en: `customId came back with ${String(ids.length)} of ${all} (up to ${String(Math.max(0, ...ids))} characters); the same message id with ${String(same)}.`,
    },
    {
      ru: `Неясную отправку проверяем через ${String(Math.ceil(settleMs / 1_000))} с.`,
      en: `An unclear send is looked up after ${String(Math.ceil(settleMs / 1_000))} s.`,
    },
  ];
}

function serviceLines({ seen }: Findings): readonly Line[] {
  const { clockOffMs, limitHeaders, tooMany } = seen;
  const seconds = String(Math.round(Math.abs(clockOffMs ?? 0) / 1_000));
  return [
    clockOffMs === null
      ? { ru: 'Сервис не говорит времени (нет Date).', en: 'The service does not tell the time (no Date).' }
      : {
          ru: `Часы расходятся с сервисом на ${seconds} с.`,
          en: `The clock differs from the service’s by ${seconds} s.`,
        },
    {
      ru: `Ответов 429: ${String(tooMany)}; заголовки о лимитах: ${list(limitHeaders)}.`,
      en: `Answers 429: ${String(tooMany)}; headers about limits: ${list(limitHeaders)}.`,
    },
  ];
}
