import type { Value } from '../../model/value.ts';
import { nodeAt } from '../../runtime/compileBot.ts';
import { fakeHttp, type Conversation } from '../conversation.ts';
import { readFakedReply } from '../fakedReply.ts';
import { giveBranch, giveRefusal } from '../givenWorld.ts';
import type { TalkItem } from '../talkItem.ts';
import type { Act } from './act.ts';
import type { Allowance } from './allowance.ts';
import type { Compared } from './values.ts';

const REFUSALS = 2;

/**
 * The same act in a world that answers otherwise: the CRM refuses, a server replies something else, an A/B test draws
 * another branch. Found by looking at what the act did.
 */
export function variantsOf(act: Act, after: Conversation, compared: Compared, allowance: Allowance): Act[] {
  const acts: Act[] = [];
  const later: Act[] = [];
  const already = new Set(act.lines);
  for (const item of after.items) {
    if (item.from !== 'system') continue;
    if (
      isAsked(item) &&
      !item.refused &&
      item.by !== 'manager' &&
      allowance.take(`refuse ${refusedKey(item)}`, REFUSALS)
    )
      acts.push(refused(act));
    if (item.event === 'http' && item.node !== null) acts.push(...replies(act, after, item.node, compared, already));
    if (item.event !== 'path') continue;
    acts.push(...branches(act, after, item, already));
    later.push(...laterRefusals(act, item, allowance));
  }
  return [...acts, ...later];
}

type Asked = Extract<TalkItem, { readonly refused: boolean }>;
const isAsked = (item: TalkItem): item is Asked & { readonly by?: 'bot' | 'manager' } => 'refused' in item;

function refusedKey(item: Asked): string {
  return `${item.event} ${item.event === 'status' ? (item.status ?? '') : ''}`;
}

function refused(act: Act): Act {
  return {
    ...act,
    lines: ['/refuse', ...act.lines, '/accept'],
    run: (talk) => ({ ...act.run({ ...talk, refuseStatus: true }), refuseStatus: talk.refuseStatus }),
  };
}

/** Where one act asks the CRM for one thing after the other, a refusal of everything shows only what follows the first. */
function laterRefusals(act: Act, { trace }: Extract<TalkItem, { event: 'path' }>, allowance: Allowance): Act[] {
  if (act.lines.some((line) => line.startsWith('/refuse'))) return [];
  return trace.flatMap((entry) => {
    if (entry.type !== 'effect' || entry.place === null || !ASKED.has(entry.effect.type)) return [];
    if (!('awaited' in entry.effect && entry.effect.awaited)) return [];
    const { place } = entry;
    if (!allowance.take(`refuse at ${place.flow}/${place.node}`, 1)) return [];
    return {
      ...act,
      lines: [`/refuse ${place.node}`, ...act.lines, '/accept'],
      run: (talk: Conversation) => {
        const given = giveRefusal(talk, [place.node]);
        return 'cannot' in given ? act.run(talk) : clear(act.run(given), talk);
      },
    };
  });
}

const ASKED: ReadonlySet<string> = new Set(['setStatus', 'assign', 'tags', 'updateLead']);

const clear = (talk: Conversation, { refuseStatus, refusedAt }: Conversation): Conversation => ({
  ...talk,
  refuseStatus,
  refusedAt,
});

function replies(
  act: Act,
  { program }: Conversation,
  place: { readonly flow: string; readonly node: string },
  compared: Compared,
  already: ReadonlySet<string>,
): Act[] {
  const node = nodeAt(program, place);
  if (node?.kind == null) return [];
  const values = new Map<string, readonly Value[]>(
    (node.kind.writes?.(node.data) ?? []).map((name) => [name, compared.get(name) ?? []]),
  );
  // Without a sample nothing comes back by itself: that all goes well has to be tried too.
  const fine = node.kind.sampleReply?.(node.data) === undefined ? [200] : [];
  const wanted: unknown[] = ['error', ...fine, ...(node.kind.replies?.(node.data, values) ?? [])];
  return wanted.flatMap((reply) => {
    const line = `/http ${place.node} ${JSON.stringify(reply)}`;
    if (already.has(line) || [...already].some((other) => other.startsWith(`/http ${place.node} `))) return [];
    return {
      ...act,
      lines: [line, ...act.lines],
      run: (talk: Conversation) => act.run(fakeHttp(talk, place.node, readFakedReply(reply))),
    };
  });
}

function branches(
  act: Act,
  { program }: Conversation,
  { trace }: Extract<TalkItem, { event: 'path' }>,
  already: ReadonlySet<string>,
): Act[] {
  return trace.flatMap((entry) => {
    if (entry.type !== 'leave') return [];
    const node = nodeAt(program, entry.place);
    if (node?.kind?.decides !== 'chance') return [];
    const { place } = node;
    if ([...already].some((line) => line.startsWith(`/choose ${place.node} `))) return [];
    return node.kind.exits(node.data, program.facts).flatMap(({ id }) =>
      id === entry.exit
        ? []
        : {
            ...act,
            lines: [`/choose ${place.node} ${id}`, ...act.lines],
            run: (talk: Conversation) => {
              const given = giveBranch(talk, place.node, id);
              return act.run('cannot' in given ? talk : given);
            },
          },
    );
  });
}
