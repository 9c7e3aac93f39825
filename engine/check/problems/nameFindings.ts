import type { BotGraph } from './graph.ts';
import type { Add } from './pathFindings.ts';

/** What a list can show of a name, and people read of a note (ux.md, 5.1). */
const LONGEST_NAME = 60;
const LONGEST_NOTE = 500;

/**
 * Two blocks of a flow that their author gave one name: no list could tell them apart. Told at the second. And names and
 * notes longer than they may be.
 */
export function nameFindings(graph: BotGraph, add: Add): void {
  const seen = new Set<string>();
  let flow = -1;
  for (const placed of graph.nodes) {
    if (placed.flow !== flow) seen.clear();
    flow = placed.flow;
    const { note = '' } = placed.seen.node;
    if (isLonger(note, LONGEST_NOTE))
      add(placed.at, { code: 'I-NOTELEN', level: 'tip', field: 'note', facts: { limit: LONGEST_NOTE } });
    const name = placed.seen.node.name?.trim().toLowerCase() ?? '';
    if (name === '') continue;
    if (isLonger(name, LONGEST_NAME))
      add(placed.at, { code: 'I-NAMELEN', level: 'tip', field: 'name', facts: { limit: LONGEST_NAME } });
    if (seen.has(name)) add(placed.at, { code: 'I-NAME', level: 'tip', field: 'name' });
    seen.add(name);
  }
}

/** As people count: a smile is one. */
function isLonger(text: string, limit: number): boolean {
  return text.length > limit && [...text].length > limit;
}
