import type { Conversation } from '../check/conversation.ts';
import type { WrongLine } from '../check/playLine.ts';
import type { TalkItem } from '../check/talkItem.ts';
import type { Place } from '../model/state.ts';
import { inWords, printJson, tell } from './output.ts';
import { wrongLine } from './wrongLine.ts';

/** What a line of input made: the conversation after it, or nothing because the line cannot be played. */
export type Heard = { readonly talk: Conversation; readonly fresh?: true } | WrongLine;

/** Shows what is new since `before`: one JSON document a line, or words for people. */
export function showTalk(before: Conversation, heard: Heard, json: boolean): void {
  if ('wrong' in heard) {
    const text = inWords(wrongLine(heard));
    if (json) printJson({ from: 'system', event: 'badCommand', text, at: before.now });
    else tell(text);
    return;
  }
  const { talk, fresh } = heard;
  if (fresh === true && json) printJson({ from: 'system', event: 'new', at: talk.now });
  for (const item of fresh === true ? talk.items : talk.items.slice(before.items.length)) {
    if (json) {
      const document = asJson(item);
      if (document !== null) printJson(document);
    } else {
      const words = asWords(talk, item);
      if (words !== null) tell(words);
    }
  }
  const { wait, status } = talk.state;
  if (json && wait !== null)
    printJson({ from: 'system', event: 'waiting', node: wait.place.node, status, at: talk.now });
}

/** Null: what the reader of the output wrote himself, or traces. */
function asJson(item: TalkItem): Record<string, unknown> | null {
  const { at } = item;
  switch (item.from) {
    case 'customer':
    case 'operator':
      return null;
    case 'bot':
      return {
        from: 'bot',
        text: item.text,
        ...(item.media === undefined ? {} : { media: item.media }),
        ...(item.node === undefined ? {} : { node: item.node.node }),
        at,
      };
    case 'system':
      return systemJson(item);
  }
}

function systemJson(item: Extract<TalkItem, { from: 'system' }>): Record<string, unknown> | null {
  const { from, event, at } = item;
  switch (item.event) {
    case 'path':
      return null;
    case 'status':
      return { from, event, status: item.status, by: item.by, ...refusal(item), at };
    case 'owner':
      return { from, event, owner: item.owner, reason: item.reason, at };
    case 'note':
      return { from, event, text: item.text, at };
    case 'assign':
      return { from, event, to: item.to, ...refusal(item), at };
    case 'tags':
      return { from, event, add: item.add, remove: item.remove, ...refusal(item), at };
    case 'lead':
      return { from, event, ...item.fields, ...refusal(item), at };
    case 'http':
      return { from, event, method: item.method, url: item.url, ok: item.ok, status: item.status, ...nodeOf(item), at };
    case 'goal':
      return { from, event, name: item.name, ...(item.value === null ? {} : { value: item.value }), at };
    case 'advanced':
      return { from, event, ms: item.ms, at };
    case 'ended':
      return { from, event, at };
    case 'silent':
      return { from, event, reason: item.reason, at };
    case 'failure':
      return { from, event, what: item.what, ...nodeOf({ node: item.place }), at };
  }
}

function refusal({ refused }: { readonly refused: boolean }): Record<string, unknown> {
  return refused ? { refused: true } : {};
}

function nodeOf({ node }: { readonly node: Place | null }): Record<string, unknown> {
  return node === null ? {} : { node: node.node };
}

function asWords(talk: Conversation, item: TalkItem): string | null {
  if (item.from === 'bot') return `${inWords({ ru: 'Бот', en: 'Bot' })}: ${item.text}${item.media?.url ?? ''}`;
  if (item.from !== 'system') return null;
  switch (item.event) {
    case 'status': {
      const name = talk.program.facts.statuses.find(({ id }) => id === item.status)?.name ?? '—';
      const refused = item.refused ? inWords({ ru: ' (отказ)', en: ' (refused)' }) : '';
      return `  [${inWords({ ru: 'статус', en: 'status' })}: ${name}${refused}]`;
    }
    case 'owner':
      return `  [${inWords(OWNERS[item.owner])}]`;
    case 'ended':
      return `  [${inWords({ ru: 'разговор окончен', en: 'conversation over' })}]`;
    case 'silent':
      return `  [${inWords({ ru: 'бот молчит', en: 'the bot is silent' })}]`;
    case 'note':
      return `  [${inWords({ ru: 'заметка', en: 'note' })}: ${item.text}]`;
    case 'assign':
      return `  [${inWords({ ru: 'ответственный', en: 'assigned to' })}: ${item.to}]`;
    case 'tags':
      return `  [${inWords({ ru: 'теги', en: 'tags' })}: ${[...item.add.map((tag) => `+${tag}`), ...item.remove.map((tag) => `−${tag}`)].join(', ')}]`;
    case 'lead':
      return `  [${inWords({ ru: 'обращение', en: 'lead' })}: ${Object.values(item.fields).join(', ')}]`;
    case 'http':
      return `  [${item.method} ${item.url} → ${item.status === 0 ? inWords({ ru: 'нет ответа', en: 'no reply' }) : String(item.status)}]`;
    case 'goal':
      return `  [${inWords({ ru: 'цель', en: 'goal' })}: ${item.name}]`;
    case 'failure':
      return `  [${inWords({ ru: 'сбой сценария', en: 'the flow failed' })}: ${item.what}]`;
    default:
      return null;
  }
}

const OWNERS = {
  bot: { ru: 'ведёт бот', en: 'the bot has it' },
  human: { ru: 'ведёт человек', en: 'a person has it' },
  off: { ru: 'никто не ведёт', en: 'nobody has it' },
} as const;
