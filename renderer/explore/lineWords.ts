import { readDuration } from '../../engine/check/duration.ts';
import { readFakedReply } from '../../engine/check/fakedReply.ts';
import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { type Copy, copyOf } from '../copy/i18n.ts';
import { simulatorCopy } from '../copy/simulator.ts';
import { factsOf } from '../editor/factsOf.ts';
import { exitsOf } from '../editor/nodeData.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { exitTitle } from '../nodes/exitTitle.ts';
import { durationWords } from '../simulator/durationWords.ts';

/** `by`: who says it; `world` = it happens around the conversation. */
export interface LineWords {
  readonly by: 'customer' | 'operator' | 'time' | 'world';
  readonly text: string;
}

/** A line as `simulate` takes it (`playLine`), in words: what the customer writes stays, a command is told. */
export function lineWords(line: string, bot: Bot): LineWords {
  if (line.startsWith('//')) return { by: 'customer', text: line.slice(1) };
  if (!line.startsWith('/')) return { by: 'customer', text: line };
  const [name, rest] = firstWord(line.slice(1));
  if (name === 'operator') return { by: 'operator', text: rest };
  const text = Object.hasOwn(TOLD, name) ? TOLD[name]?.(rest, bot, copyOf('problems')) : undefined;
  return { by: name === 'advance' ? 'time' : 'world', text: text ?? line };
}

type Told = (told: string, bot: Bot, t: Copy<'problems'>) => string | undefined;

const TOLD: Readonly<Record<string, Told>> = {
  advance(told) {
    const ms = readDuration(told);
    const t = copyOf('simulator');
    return ms === null ? undefined : t('advanced', { time: durationWords(ms, t) });
  },
  manager(told, { statuses = [] }, t) {
    const same = (name: string): boolean => name.trim().toLowerCase() === told.toLowerCase();
    const known = statuses.find(({ id }) => id === told) ?? statuses.find(({ name }) => same(name));
    const status = known?.name ?? told;
    if (known?.role === 'operator') return t('paths.line.taken', { status });
    return t(known?.role === 'bot' ? 'paths.line.returned' : 'paths.line.moved', { status });
  },
  take: (_, _bot, t) => t('paths.line.take'),
  return: (_, _bot, t) => t('paths.line.giveBack'),
  new: (_, _bot, t) => t('paths.line.fresh'),
  refuse: (_, _bot, t) => t('paths.line.refuse'),
  accept: (_, _bot, t) => t('paths.line.accept'),
  channel(told, _bot, t) {
    const channels: Readonly<Record<string, string>> = simulatorCopy.en.channels;
    const known = Object.hasOwn(channels, told) ? copyOf('simulator')(`channels.${told as KnownChannel}`) : told;
    return t('paths.line.channel', { channel: known });
  },
  image: (told, _bot, t) => withText(t('paths.line.image'), firstWord(told)[1]),
  file: (told, _bot, t) => withText(t('paths.line.file'), firstWord(told)[1]),
  set(told, { variables = [] }, t) {
    const [id, value] = firstWord(told);
    return t('paths.line.known', { name: variables.find((one) => one.id === id)?.label ?? id, value });
  },
  http(told, bot, t) {
    const [id, written] = firstWord(told);
    const block = titleOf(id, bot);
    const { status, body } = readFakedReply(readJson(written));
    if (status === 0) return t('paths.line.noReply', { block });
    if (body === '' || status >= 300) return t('paths.line.code', { block, status });
    return t('paths.line.replied', { block, reply: shortened(body) });
  },
  choose(told, bot, t) {
    const [id, branch] = firstWord(told);
    const node = nodeNamed(id, bot);
    const exits = node === undefined ? [] : exitsOf(node, factsOf(bot));
    const at = exits.findIndex((exit) => exit.id === branch);
    const exit = exits[at];
    const known = exit === undefined ? branch : exitTitle(exit, at);
    return t('paths.line.chosen', { block: titleOf(id, bot), branch: known });
  },
};

type KnownChannel = keyof typeof simulatorCopy.en.channels;
/** Longer replies of a server say nothing at a glance. */
const LONGEST = 80;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function withText(what: string, text: string): string {
  return text === '' ? what : `${what}: ${text}`;
}

function firstWord(told: string): readonly [string, string] {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec(told) ?? [];
  return [word, rest];
}

function readJson(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return written;
  }
}

/** As `playLine` takes it: an id in any flow, or `flow/node`. */
function nodeNamed(named: string, bot: Bot): BotNode | undefined {
  const nodes = bot.flows.flatMap((flow) => flow.nodes.map((node) => ({ node, key: `${flow.id}/${node.id}` })));
  return (nodes.find(({ node }) => node.id === named) ?? nodes.find(({ key }) => key === named))?.node;
}

function titleOf(named: string, bot: Bot): string {
  const node = nodeNamed(named, bot);
  return node === undefined ? named : blockTitle(node);
}
