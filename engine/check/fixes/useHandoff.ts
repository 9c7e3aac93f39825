import type { Bot, BotNode } from '../../flow/botSchema.ts';
import { flowById, nodeById } from '../../flow/graph.ts';
import { KINDS } from '../../nodes/registry.ts';
import type { Problem } from '../problem.ts';
import { dataOf, viewNode } from '../problems/nodeView.ts';
import { withNode } from './edit.ts';
import type { Fix } from './fix.ts';

/**
 * A status that silences the bot becomes the hand-off it was meant to be, with the same status. The one message that
 * came after it becomes what the hand-off says; with more behind it than that the author has to decide.
 */
export function useHandoff(problem: Problem, bot: Bot, node: BotNode): Fix | null {
  const view = viewNode(node);
  const status = dataOf(view, 'status')?.status;
  const text = lastWords(bot, problem.flow, view.links.get('next'));
  if (status === undefined || text === null) return null;
  return {
    key: 'useHandoff',
    name: '',
    apply: (at) =>
      withNode(at, problem, ({ exits: _, ...rest }) => {
        const failed = view.links.get('failed');
        return {
          ...rest,
          kind: 'handoff',
          data: { ...KINDS.handoff.initial(at.language), ...(text === '' ? {} : { text }), status },
          ...(failed === undefined ? {} : { exits: { failed } }),
        };
      }),
  };
}

/** What is still said from here on, if it is one text at most and nothing else happens; null = more than that. */
function lastWords(bot: Bot, flow: string, at: string | undefined): string | null {
  const found = at === undefined ? undefined : flowById(bot, flow);
  const node = found === undefined || at === undefined ? undefined : nodeById(found, at);
  if (node === undefined) return '';
  const view = viewNode(node);
  if (view.disabled) return null;
  const end = dataOf(view, 'end');
  if (end !== null) return (end.status ?? '') === '' ? (end.text ?? '').trim() : null;
  const [part, ...more] = dataOf(view, 'message')?.parts ?? [];
  const next = view.links.get('next');
  const isLast = next === undefined || (isEnd(found, next) && lastWords(bot, flow, next) === '');
  if (part?.text === undefined || more.length > 0 || view.messages !== 1 || !isLast) return null;
  const isPlain = Object.keys(part).every((field) => field === 'text');
  return isPlain ? part.text.trim() : null;
}

function isEnd(flow: ReturnType<typeof flowById>, id: string): boolean {
  return flow !== undefined && nodeById(flow, id)?.kind === 'end';
}
