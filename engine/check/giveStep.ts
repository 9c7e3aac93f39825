import type { BotCheck, CheckStep } from '../flow/botSchema.ts';
import { BUILT_IN_VARIABLES, showValue } from '../expression/template.ts';
import { valueSchema, type Value } from '../model/value.ts';
import type { StepFailure } from './checkResult.ts';
import type { Conversation } from './conversation.ts';
import { giveBranch, giveRefusal, giveReply, giveValues, type CannotGive } from './givenWorld.ts';

const builtIn: ReadonlySet<string> = new Set(BUILT_IN_VARIABLES);

export function isFailure(made: Conversation | StepFailure): made is StepFailure {
  return 'why' in made;
}

/** What a step gives before anything happens: `set`, `http`, `choose`, `refuse`. */
export function giveStep(talk: Conversation, step: BotCheck['steps'][number]): Conversation | StepFailure {
  const { set, http, choose, refuse } = step;
  let given: Conversation | StepFailure = set === undefined ? talk : setValues(talk, set);
  if (!isFailure(given) && http !== undefined) given = orFailure(giveReply(given, http.node, http.reply), 'a request');
  if (!isFailure(given) && choose !== undefined)
    given = orFailure(giveBranch(given, choose.node, choose.branch), 'a branch drawn by chance');
  if (isFailure(given) || refuse === undefined) return given;
  const refused = typeof refuse === 'boolean' ? refuse : [refuse].flat();
  return orFailure(giveRefusal(given, refused), 'a change in the CRM');
}

function orFailure(given: Conversation | CannotGive, expected: string): Conversation | StepFailure {
  return 'cannot' in given ? { why: given.cannot, expected, got: given.named } : given;
}

/** What is known of the customer, by the names that templates use. */
function setValues(talk: Conversation, set: NonNullable<CheckStep['set']>): Conversation | StepFailure {
  let given = talk;
  for (const [name, written] of Object.entries(set)) {
    const value = valueSchema.safeParse(written);
    if (!value.success) return { why: 'badValue', expected: `a value of ${name}`, got: JSON.stringify(written) };
    if (!builtIn.has(name)) {
      given = giveValues(given, { [name]: value.data });
      continue;
    }
    const known = knownOf(given, name, value.data);
    if (known === null) return { why: 'noVariable', expected: 'a variable that can be set', got: name };
    given = known;
  }
  return given;
}

function knownOf(talk: Conversation, name: string, value: Value): Conversation | null {
  const text = value === null ? undefined : showValue(value);
  switch (name) {
    case 'customer.name':
    case 'customer.phone':
    case 'customer.email': {
      const field = name.slice('customer.'.length);
      const { [field]: _, ...rest } = talk.customer as Record<string, string>;
      const customer = text === undefined ? rest : { ...rest, [field]: text };
      return { ...talk, customer, state: { ...talk.state, customer } };
    }
    case 'channel':
      return { ...talk, channel: text ?? '', state: { ...talk.state, channel: text ?? '' } };
    case 'lead.id':
      return { ...talk, state: { ...talk.state, lead: text ?? '' } };
    case 'lead.tags':
      return { ...talk, state: { ...talk.state, tags: [value ?? []].flat().map(String) } };
    case 'lead.status': {
      const status = talk.program.facts.statuses.find(({ id, name: words }) => id === text || words === text);
      if (status === undefined && text !== undefined) return null;
      return { ...talk, state: { ...talk.state, status: status?.id ?? null } };
    }
    default:
      return null;
  }
}
