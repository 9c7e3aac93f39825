import type { CheckStep } from '../flow/botSchema.ts';
import type { Attachment } from '../model/event.ts';
import type { Place } from '../model/state.ts';
import type { TraceEntry } from '../model/trace.ts';
import { nodeAt, type BotProgram } from '../runtime/compileBot.ts';
import { greetings, type Conversation } from './conversation.ts';
import { durationText } from './durationText.ts';
import type { TalkItem } from './talkItem.ts';

/**
 * A tried conversation as the steps of a check: what people did, what was faked, and everything the bot answered with.
 * As it was, word for word: `settleCheck` takes out what hangs on time and chance.
 */
export function talkSteps(talk: Conversation): CheckStep[] {
  const steps = givenSteps(talk);
  let refused: boolean | string[] = talk.began.refuseStatus ?? false;
  for (const items of turnsOf(talk.items)) {
    const refusal = refusalIn(talk.program, items);
    if (refusal !== null && String(refusal) !== String(refused)) {
      refused = refusal;
      steps.push({ refuse: refused });
    }
    steps.push(
      ...repliedSteps(talk.program, items),
      ...chosenSteps(talk.program, items),
      ...actSteps(items),
      ...answerSteps(items),
    );
  }
  const place = talk.state.wait?.place;
  if (place !== undefined) steps.push({ at: place.node });
  return [...steps, ...savedSteps(talk)];
}

/** Did the CRM refuse what it was asked in this turn: all, nothing, or only what some nodes asked? Null = it was asked nothing. */
function refusalIn(program: BotProgram, items: readonly TalkItem[]): boolean | string[] | null {
  const told = items.flatMap((item) => ('refused' in item && isBots(item) ? [item.refused] : []));
  if (told.every((refused) => refused === told[0])) return told[0] ?? null;
  // Each change is shown in the order in which it was asked for.
  const asked = traceOf(items).filter((entry) => entry.type === 'effect' && CHANGES.has(entry.effect.type));
  const places = asked.flatMap((entry, at) =>
    told[at] === true && entry.type === 'effect' && entry.place !== null ? [nameOf(program, entry.place)] : [],
  );
  return [...new Set(places)];
}

const CHANGES: ReadonlySet<string> = new Set(['setStatus', 'assign', 'tags', 'updateLead']);

function isBots(item: TalkItem): boolean {
  return item.from !== 'system' || item.event !== 'status' || item.by === 'bot';
}

/** What the conversation began with, and what servers were said to answer. */
function givenSteps({ program, began, customer, channel, http, visits }: Conversation): CheckStep[] {
  const { name, phone, email } = customer;
  const known = { 'customer.name': name, 'customer.phone': phone, 'customer.email': email };
  const set = {
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    ...(channel === 'test' ? {} : { channel }),
    ...began.variables,
  };
  const given: CheckStep = {
    ...(began.startAt === undefined ? {} : { begin: began.startAt.node }),
    ...(Object.keys(set).length === 0 ? {} : { set }),
    ...(began.refuseStatus === true ? { refuse: true } : {}),
  };
  const faked = [...http].filter(([node]) => visits.some((place) => place.node === node));
  return [
    ...(Object.keys(given).length === 0 ? [] : [given]),
    ...(began.returning === true ? greetings(program) : []).map(([node, branch]): CheckStep => ({
      choose: { node, branch },
    })),
    ...faked.map(([node, { status, body }]): CheckStep => ({ http: { node, reply: { status, body } } })),
  ];
}

function turnsOf(items: readonly TalkItem[]): TalkItem[][] {
  const turns = new Map<number, TalkItem[]>();
  for (const item of items) {
    const turn = turns.get(item.turn);
    if (turn === undefined) turns.set(item.turn, [item]);
    else turn.push(item);
  }
  return [...turns.values()];
}

/** What real servers answered is given to the check: it asks nobody. */
function repliedSteps(program: BotProgram, items: readonly TalkItem[]): CheckStep[] {
  return items.flatMap((item): CheckStep[] => {
    if (item.from !== 'system' || item.event !== 'http' || item.node === null) return [];
    if (item.real === undefined || item.real.state === 'asked') return [];
    const reply = item.real.state === 'answered' ? item.real.reply : 'error';
    return [{ http: { node: nameOf(program, item.node), reply } }];
  });
}

/** Chance takes the branch it took. */
function chosenSteps(program: BotProgram, items: readonly TalkItem[]): CheckStep[] {
  const drawn = new Map<string, string>();
  for (const entry of traceOf(items))
    if (entry.type === 'leave' && nodeAt(program, entry.place)?.kind?.decides === 'chance')
      drawn.set(nameOf(program, entry.place), entry.exit);
  return [...drawn].map(([node, branch]) => ({ choose: { node, branch } }));
}

/** The node's id, with its flow where another flow has the same. */
function nameOf(program: BotProgram, { flow, node }: Place): string {
  return program.ordered.filter(({ nodes }) => nodes.has(node)).length > 1 ? `${flow}/${node}` : node;
}

function traceOf(items: readonly TalkItem[]): TraceEntry[] {
  return items.flatMap((item) => (item.from === 'system' && item.event === 'path' ? item.trace : []));
}

function actSteps(items: readonly TalkItem[]): CheckStep[] {
  return items.flatMap((item): CheckStep[] => {
    if (item.from === 'customer') return [{ customer: customerOf(item.text, item.attachments) }];
    if (item.from === 'operator') return [{ operator: item.text }];
    if (item.from !== 'system') return [];
    if (item.event === 'status' && item.by === 'manager') return [{ manager: { status: item.status ?? UNKNOWN } }];
    if (item.event === 'advanced') return [{ advance: durationText(item.ms) }];
    if (item.event === 'owner' && item.reason === 'app') return [{ owner: item.owner === 'human' ? 'human' : 'bot' }];
    return [];
  });
}

/** A status of the CRM's that the bot does not know. */
const UNKNOWN = '?';

function customerOf(text: string, attachments: readonly Attachment[]): NonNullable<CheckStep['customer']> {
  const image = attachments.find(({ type }) => type === 'image')?.url;
  const file = attachments.find(({ type }) => type !== 'image')?.url;
  if (image === undefined && file === undefined) return text;
  return {
    ...(text === '' ? {} : { text }),
    ...(image === undefined ? {} : { image }),
    ...(file === undefined ? {} : { file }),
  };
}

function answerSteps(items: readonly TalkItem[]): CheckStep[] {
  const said = items.flatMap((item) =>
    item.from === 'bot' ? [item.text === '' ? (item.media?.url ?? '') : item.text] : [],
  );
  const spoken = items.some((item) => item.from === 'customer');
  const moved = items.flatMap((item) =>
    item.from === 'system' && item.event === 'status' && item.by === 'bot' && !item.refused ? [item.status] : [],
  );
  const status = moved.at(-1);
  const [only] = said;
  return [
    ...(only === undefined ? (spoken ? [{ silent: true }] : []) : [{ bot: said.length === 1 ? only : said }]),
    ...(status === undefined || status === null ? [] : [{ status }]),
  ];
}

/** What the bot has learned. */
function savedSteps({ items, state, program }: Conversation): CheckStep[] {
  const declared = new Set(program.facts.variables.map(({ id }) => id));
  const saved = new Set(traceOf(items).flatMap((entry) => (entry.type === 'saved' ? [entry.variable] : [])));
  const known = [...saved].filter((name) => declared.has(name) && Object.hasOwn(state.variables, name));
  return known.map((name) => ({ expect: { [name]: state.variables[name] } }));
}
