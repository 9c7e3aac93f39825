import type { Message } from '../nodes/kind.ts';
import { advance } from './advance.ts';
import { nodeAt, type ProgramNode } from './compileBot.ts';
import { note, placeKey, type Turn } from './turn.ts';

/** A start that takes a message. `special`: by a word or status of its own, not as any new lead. */
interface Beginning {
  readonly start: ProgramNode;
  readonly special: boolean;
}

/** Kept as the choice made at a start: this customer was greeted there. */
export const GREETED = 'greeted';

/** Where this message would begin a conversation: by its own word or status first, else as any new lead. */
export function beginningFor({ program, state }: Turn, message: Message): Beginning | null {
  const starts = program.ordered.flatMap((flow) => flow.starts);
  const ways = starts.map((start) => ({ start, way: start.kind?.begins?.(start.data, message, state) ?? null }));
  const found = ways.find(({ way }) => way === 'special') ?? ways.find(({ way }) => way === 'newLead');
  return found === undefined ? null : { start: found.start, special: found.way === 'special' };
}

/** Begins a conversation. Whoever comes for a word of its own gets what was promised; any other may be greeted already. */
export function beginAt(turn: Turn, { start, special }: Beginning): void {
  note(turn, { type: 'understood', place: start.place, rung: 'entry' });
  // A new conversation: its leaves do not return to a menu, or into a sub-flow, of the old one.
  turn.state.menus = [];
  turn.state.calls = [];
  if (!special && start.kind?.greetsOnce?.(start.data) === true) {
    const key = placeKey(start.place);
    turn.quiet = turn.state.choices[key] === GREETED && leadsToQuestion(turn, start);
    turn.state.choices = { ...turn.state.choices, [key]: GREETED };
  }
  advance(turn, start.place);
}

/** Without a question on the straight way there is nothing but the greeting, and it is said again. */
function leadsToQuestion({ program }: Turn, start: ProgramNode): boolean {
  const seen = new Set<ProgramNode>();
  for (let node: ProgramNode | undefined = start; node !== undefined && !seen.has(node);) {
    seen.add(node);
    if (!node.disabled && (node.kind?.family === 'ask' || node.kind?.family === 'nlu')) return true;
    const next = node.exits.get('next');
    node = next === undefined ? undefined : nodeAt(program, { flow: node.place.flow, node: next });
  }
  return false;
}
