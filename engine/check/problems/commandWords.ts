import { mainFlow } from '../../flow/graph.ts';
import { normalise } from '../../nlu/normalise.ts';
import { plainWords } from '../../nlu/plainWords.ts';
import type { KindData } from '../../nodes/registry.ts';
import type { BotGraph, Placed } from './graph.ts';
import { dataOf, type SeenNode } from './nodeView.ts';
import type { Add } from './pathFindings.ts';

/** What two words have in common that the engine hears as one (`matchKeyword`); empty = a word that nobody can say. */
export function wordKey(word: string): string {
  const words = plainWords(word.slice(0, LONGEST));
  return words.length > 0 ? words.join(' ') : normalise(word.slice(0, LONGEST)).trim();
}
const LONGEST = 4_000;

/** Does anything here hang on what this node says? */
export function isAboutWords({ kind }: SeenNode): boolean {
  return kind?.hears !== undefined || kind?.kind === 'pause' || kind?.menu !== undefined;
}

/** A word that calls something; told once, however many menus have it. */
interface Said {
  readonly node: Placed;
  readonly word: string;
  readonly field: string;
  isTold: boolean;
}

interface Called {
  readonly node: Placed;
  readonly statuses: readonly string[];
}

/** The same word in two commands, or in a command and a menu: only one of them can have it. */
export function wordFindings(graph: BotGraph, reached: readonly boolean[], add: Add): void {
  const words = new Map<string, Said[]>();
  const note = (node: Placed, word: string, field: string): void => {
    const key = wordKey(word);
    const known = words.get(key);
    if (known !== undefined) known.push({ node, word, field, isTold: false });
    else if (key !== '') words.set(key, [{ node, word, field, isTold: false }]);
  };
  const owners = new Map<string, Called[]>();
  for (const node of asTheEngineAsks(graph)) {
    if (node.seen.disabled) continue;
    const pause = reached[node.at] === true ? dataOf(node.seen, 'pause')?.resumeWord : undefined;
    if (pause !== undefined) note(node, pause, 'resumeWord');
    const command = dataOf(node.seen, 'command');
    // Of two patterns nobody can say whether they fit the same words.
    const said = command?.match === 'expression' ? [] : (command?.words ?? []);
    const own = new Map(said.map((word) => [wordKey(word), word]));
    for (const [key, word] of own) {
      if (key === '') continue;
      const called = { node, statuses: command?.inStatuses ?? [] };
      const before = owners.get(key);
      if (before?.some((other) => meet(other, called)) === true)
        add(node.at, { code: 'E-DUP', level: 'error', field: 'words', facts: { word } });
      if (before === undefined) owners.set(key, [called]);
      else before.push(called);
      note(node, word, 'words');
    }
  }
  if (words.size > 0) captions(graph, words, reached, add);
}

/** Commands for different statuses never hear the same message. */
function meet(one: Called, other: Called): boolean {
  if (one.statuses.length === 0 || other.statuses.length === 0) return true;
  return one.statuses.some((status) => other.statuses.includes(status));
}

function captions(
  graph: BotGraph,
  words: ReadonlyMap<string, readonly Said[]>,
  reached: readonly boolean[],
  add: Add,
): void {
  for (const { at, flow, seen } of graph.nodes) {
    if (seen.disabled || reached[at] !== true) continue;
    for (const [option, keys] of captionKeys(dataOf(seen, 'menu')?.options)) {
      for (const said of keys) {
        for (const own of words.get(said) ?? []) {
          const { node, word, field } = own;
          // Both lead to the same place: whoever wins, the customer gets what was asked for.
          const isSame = node.flow === flow && node.seen.links.get('next') === seen.links.get(option);
          if (isSame || own.isTold) continue;
          own.isTold = true;
          add(node.at, { code: 'W-CAP', level: 'warning', field, facts: { word } });
        }
      }
    }
  }
}

type Captions = readonly (readonly [option: string, keys: readonly string[]])[];
type MenuOption = NonNullable<KindData<'menu'>['options']>[number];
const known = new WeakMap<readonly MenuOption[], Captions>();

/** What each option of a menu answers to; read once, for menus never change in place. */
function captionKeys(options: readonly MenuOption[] | undefined): Captions {
  if (options === undefined) return [];
  let keys = known.get(options);
  if (keys === undefined) {
    keys = options.map(({ id, label, synonyms = [] }) => [id, [label, ...synonyms].map(wordKey)]);
    known.set(options, keys);
  }
  return keys;
}

/** The main flow first, then by id: of two commands with one word the first has it. */
function asTheEngineAsks(graph: BotGraph): Placed[] {
  const main = graph.bot.flows.indexOf(mainFlow(graph.bot));
  const flow = (node: Placed): number => (node.flow === main ? -1 : node.flow);
  const speaking = graph.nodes.filter(({ seen }) => seen.kind?.hears !== undefined || seen.kind?.kind === 'pause');
  return speaking.sort((a, b) => flow(a) - flow(b) || (a.seen.node.id < b.seen.node.id ? -1 : 1));
}
