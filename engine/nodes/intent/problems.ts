import type { BotFacts } from '../../model/definitions.ts';
import { isVariableName } from '../../model/value.ts';
import { overlaps } from '../../nlu/overlaps.ts';
import { kindLookedFor } from '../answerKinds.ts';
import type { LocalProblem } from '../kind.ts';
import type { IntentData } from './schema.ts';

/** An intent with fewer phrases than this is guessed at rather than known. */
const FEW_PHRASES = 5;
const TEXT = 900;
/** More pairs at once help nobody. */
const MOST_PAIRS = 3;

export function intentProblems(data: IntentData, facts: BotFacts): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const wanted = data.intents === 'all' ? facts.intents.map((known) => known.id) : [...new Set(data.intents ?? [])];
  if ([data.text ?? '', ...Object.values(data.texts ?? {})].some((text) => text.length > TEXT))
    problems.push({ code: 'W-LEN', level: 'warning', field: 'text', facts: { limit: TEXT } });
  if (wanted.length === 0) problems.push({ code: 'E-NOTOPIC', level: 'error', field: 'intents' });
  return [
    ...problems,
    ...wanted.flatMap((id) => topic(id, facts)),
    ...alike(wanted, facts),
    ...(data.extract ?? []).flatMap((one) => extracted(one, facts)),
  ];
}

function topic(id: string, facts: BotFacts): LocalProblem[] {
  const field = 'intents';
  const known = facts.intents.find((candidate) => candidate.id === id);
  if (known === undefined) return [{ code: 'E-REF', level: 'error', field, facts: { what: 'intent', id } }];
  const count = known.phrases.filter((phrase) => phrase.trim() !== '').length;
  if (count === 0) return [{ code: 'E-NOPHR', level: 'error', exit: id, field, facts: { topic: known.name } }];
  return count < FEW_PHRASES ? [{ code: 'W-FEW', level: 'warning', field, facts: { topic: known.name, count } }] : [];
}

function alike(wanted: readonly string[], facts: BotFacts): LocalProblem[] {
  const nameOf = (id: string): string => facts.intents.find((known) => known.id === id)?.name ?? id;
  return overlaps(facts.intents)
    .filter(({ a, b }) => wanted.includes(a) && wanted.includes(b))
    .slice(0, MOST_PAIRS)
    .map(({ a, b, phrase }) => ({
      code: 'W-OVER',
      level: 'warning',
      field: 'intents',
      facts: { a: nameOf(a), b: nameOf(b), phrase },
    }));
}

/** A value taken out of a phrase is kept by the rules of every variable. */
function extracted(
  { what, entity, saveTo }: NonNullable<IntentData['extract']>[number],
  facts: BotFacts,
): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const add = (code: string, said: LocalProblem['facts'] = {}): void => {
    problems.push({ code, level: 'error', field: 'extract', facts: said });
  };
  if (saveTo === '') add('E-VARREQ');
  else if (!isVariableName(saveTo)) add('E-VARNAME', { name: saveTo });
  else if (!facts.variables.some((known) => known.id === saveTo)) add('E-VAR', { name: saveTo });
  if (kindLookedFor(what, entity, facts) === 'entity' && !facts.entities.some((known) => known.id === entity))
    add('E-REF', { what: 'entity', id: entity ?? '' });
  return problems;
}
