import type { BotCheck, CheckStep } from '../flow/botSchema.ts';
import type { TurnEvent } from '../model/event.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import { checkFromTalk, type CheckName } from './checkFromTalk.ts';
import {
  advanceTime,
  chooseOwner,
  fakeHttp,
  moveStatus,
  operatorSays,
  say,
  startConversation,
  type Conversation,
} from './conversation.ts';
import { giveStep, isFailure } from './giveStep.ts';
import { giveRefusal } from './givenWorld.ts';
import type { RecordedTurn, TalkRecord } from './replay/record.ts';

/**
 * A check out of a live conversation: what people did, with what the bot (`program`: the version it ran on) answers to it.
 * Null: nobody said anything in what is left of the record.
 */
export function checkFromRecord(record: TalkRecord, program: BotProgram, named: CheckName): BotCheck | null {
  const first = record.turns.find(({ event }) => event.type === 'message')?.event;
  if (first?.type !== 'message') return null;
  const before = record.turns[0]?.before;
  const status = program.facts.statuses.find(({ id }) => id === before?.status)?.id;
  const given: CheckStep[] = status === undefined ? [] : [{ set: { 'lead.status': status } }];
  let talk = startConversation(program, {
    at: record.turns[0]?.at ?? first.at,
    channel: first.channel,
    customer: first.customer,
    variables: before?.variables ?? {},
  });
  for (const step of given) {
    const known = giveStep(talk, step);
    if (!isFailure(known)) talk = known;
  }
  for (const [index, turn] of record.turns.entries()) talk = happen(asItWas(talk, record.turns, index), turn);
  return checkFromTalk(talk, named, given);
}

/** Shorter pauses mean nothing to a bot that waits for nothing. */
const PAUSE_MS = 600_000;

function happen(talk: Conversation, { event, after }: RecordedTurn): Conversation {
  if (event.type === 'outcome') return talk;
  const gap = Math.ceil((event.at - talk.now) / 1_000) * 1_000;
  const waits = talk.timers.size > 0 && gap >= 1_000;
  const then = event.type === 'timer' || waits || gap >= PAUSE_MS ? advanceTime(talk, Math.max(0, gap)) : talk;
  return after === undefined ? act(then, event) : chooseOwner(then, 'human');
}

function act(talk: Conversation, event: TurnEvent): Conversation {
  switch (event.type) {
    case 'message':
      return say(talk, event.text, event.attachments);
    case 'managerMessage':
      return operatorSays(talk, event.text);
    case 'status':
      return moveStatus(talk, event.status);
    case 'owner':
      return chooseOwner(talk, event.owner);
    case 'timer':
    case 'outcome':
      return talk;
  }
}

/** The world answers what is done from this turn to the next that people make as it answered then. */
function asItWas(talk: Conversation, turns: readonly RecordedTurn[], index: number): Conversation {
  if (turns[index]?.event.type === 'outcome') return talk;
  const next = turns.findIndex(({ event }, at) => at > index && event.type !== 'outcome');
  const made = turns.slice(index, next < 0 ? undefined : next).flatMap(({ effects }) => effects);
  let world = talk;
  const refused: string[] = [];
  for (const { event } of turns) {
    if (event.type !== 'outcome') continue;
    const effect = made.find((one) => 'id' in one && one.id === event.effect);
    if (effect === undefined || !('node' in effect) || effect.node === undefined) continue;
    if (effect.type === 'http') world = fakeHttp(world, effect.node, event.reply ?? { status: 0, body: '' });
    else if (!event.ok) refused.push(effect.node);
  }
  const given = giveRefusal(world, refused);
  // A block that the draft has no more asks for nothing.
  return 'cannot' in given ? { ...world, refuseStatus: true } : given;
}
