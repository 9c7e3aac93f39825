import type { CheckStep } from '../flow/botSchema.ts';
import type { Attachment } from '../model/event.ts';
import type { StepFailure } from './checkResult.ts';
import { advanceTime, chooseOwner, moveStatus, operatorSays, say, type Conversation } from './conversation.ts';
import { readDuration } from './duration.ts';
import { isFailure } from './giveStep.ts';

/** What happens in a step; several acts in one step happen in this order. The very conversation given = nothing happened. */
export function actStep(talk: Conversation, step: CheckStep): Conversation | StepFailure {
  let acted: Conversation | StepFailure = talk;
  for (const act of [customerActs, operatorActs, ownerActs, timePasses]) {
    if (isFailure(acted)) return acted;
    acted = act(acted, step);
  }
  return acted;
}

function customerActs(talk: Conversation, { customer }: CheckStep): Conversation | StepFailure {
  if (customer === undefined) return talk;
  if (typeof customer === 'string') return say(talk, customer);
  const { text = '', image, file } = customer;
  const attachments: Attachment[] = [
    ...(image === undefined ? [] : [{ type: 'image', url: image }]),
    ...(file === undefined ? [] : [{ type: 'file', url: file }]),
  ];
  if (text === '' && attachments.length === 0)
    return { why: 'emptyStep', expected: 'text, image or file', got: JSON.stringify(customer) };
  return say(talk, text, attachments);
}

function operatorActs(talk: Conversation, { operator, manager }: CheckStep): Conversation {
  const written = operator === undefined ? talk : operatorSays(talk, operator);
  if (manager === undefined) return written;
  const { statuses } = talk.program.facts;
  const known =
    statuses.find(({ id }) => id === manager.status) ?? statuses.find(({ name }) => name === manager.status);
  // A status the bot does not know is one of the CRM's own: it takes the lead from the bot as any other would.
  return moveStatus(written, known?.id ?? null);
}

function ownerActs(talk: Conversation, { owner }: CheckStep): Conversation {
  return owner === undefined ? talk : chooseOwner(talk, owner);
}

function timePasses(talk: Conversation, { advance }: CheckStep): Conversation | StepFailure {
  if (advance === undefined) return talk;
  const ms = readDuration(advance);
  return ms === null
    ? { why: 'badDuration', expected: 'a time like 24h or 1h30m', got: advance }
    : advanceTime(talk, ms);
}
