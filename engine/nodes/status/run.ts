import { afterRefusal, changeExits } from '../ifRefused.ts';
import type { LocalProblem, NodeContext, NodeKind } from '../kind.ts';
import { changeStatusSchema, type ChangeStatusData } from './schema.ts';

function isBackward(target: string, context: NodeContext): boolean {
  const order = context.facts.statuses.map((status) => status.id);
  return context.state.status !== null && order.indexOf(target) <= order.indexOf(context.state.status);
}

/** «Change lead status»: waits until the CRM has really done it; a refusal leaves by `failed`. */
export const status: NodeKind<ChangeStatusData, 'status'> = {
  kind: 'status',
  family: 'crm',
  schema: changeStatusSchema,
  entry: false,
  exits: (data) => changeExits(data.ifRefused),
  initial: () => ({}),
  enter(data, context) {
    const target = data.status ?? '';
    if (!context.facts.statuses.some((known) => known.id === target)) return afterRefusal(data.ifRefused, context);
    if (context.state.status === target) return { do: 'leave', exit: 'next' };
    if (data.forwardOnly === true && isBackward(target, context)) return { do: 'leave', exit: 'next' };
    return { do: 'await', effect: context.setStatus(target, true) };
  },
  settled: (data, _wait, outcome, context) =>
    outcome.ok ? { do: 'leave', exit: 'next' } : afterRefusal(data.ifRefused, context),
  texts: () => [],
  problems(data, facts) {
    const problems: LocalProblem[] = [];
    if ((data.status ?? '') === '') return [{ code: 'E-STATUS', level: 'error', field: 'status' }];
    const known = facts.statuses.find((candidate) => candidate.id === data.status);
    if (known === undefined)
      problems.push({
        code: 'E-REF',
        level: 'error',
        field: 'status',
        facts: { what: 'status', id: data.status ?? '' },
      });
    else if (known.role === 'operator')
      problems.push({ code: 'W-OP', level: 'warning', field: 'status', facts: { status: known.name } });
    else if (known.role === 'closed')
      problems.push({ code: 'W-ARCH', level: 'warning', field: 'status', facts: { status: known.name } });
    return problems;
  },
};
