import { afterRefusal, changeExits } from '../ifRefused.ts';
import type { NodeKind } from '../kind.ts';
import { chosenPerson, peopleList } from '../people.ts';
import { assignSchema, type AssignData } from './schema.ts';

/** «Assign manager»: waits until the CRM has done it. Nobody to give it to (an empty variable) counts as a refusal. */
export const assign: NodeKind<AssignData, 'assign'> = {
  kind: 'assign',
  family: 'crm',
  schema: assignSchema,
  entry: false,
  exits: (data) => changeExits(data.ifRefused),
  initial: () => ({}),
  enter(data, context) {
    const person = chosenPerson(data.to, context);
    if (person === null) return afterRefusal(data.ifRefused, context);
    const { to, ...turn } = person;
    const options = { ...turn, awaited: true, onlyIfUnassigned: data.onlyIfUnassigned !== false };
    return { do: 'await', effect: context.assign(to, options) };
  },
  settled: (data, _wait, outcome, context) =>
    outcome.ok ? { do: 'leave', exit: 'next' } : afterRefusal(data.ifRefused, context),
  texts: (data) => peopleList(data.to).filter((one) => one.includes('{{')),
  problems: (data) => (peopleList(data.to).length === 0 ? [{ code: 'E-TO', level: 'error', field: 'to' }] : []),
};
