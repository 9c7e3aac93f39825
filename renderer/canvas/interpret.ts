import type { EdgeChange, NodeChange } from '@xyflow/react';
import type { Point } from '../editor/draft.ts';
import type { Selection } from '../editor/store.ts';
import type { Size } from './view.ts';

/** What React Flow reports, sorted by whose business it is. The document is ours: it never changes by these alone. */
export interface Meaning {
  /** View: cards under the pointer, by where they are now. */
  readonly dragged: Readonly<Record<string, Point>>;
  /** Document: the gesture ended here. */
  readonly dropped: Readonly<Record<string, Point>>;
  /** View: cards as measured. */
  readonly sizes: Readonly<Record<string, Size>>;
  readonly selected: readonly string[];
  readonly deselected: readonly string[];
  /** Document: these are to go. */
  readonly removed: readonly string[];
}

export function interpretNodes(changes: readonly NodeChange[], dragged: Readonly<Record<string, Point>>): Meaning {
  const meaning = {
    dragged: {} as Record<string, Point>,
    dropped: {} as Record<string, Point>,
    sizes: {} as Record<string, Size>,
    selected: [] as string[],
    deselected: [] as string[],
    removed: [] as string[],
  };
  for (const change of changes) {
    if (change.type === 'position') {
      const at = change.position ?? dragged[change.id];
      if (at) meaning[change.dragging === true ? 'dragged' : 'dropped'][change.id] = { x: at.x, y: at.y };
    } else if (change.type === 'dimensions' && change.dimensions) {
      meaning.sizes[change.id] = { width: change.dimensions.width, height: change.dimensions.height };
    } else if (change.type === 'select') {
      meaning[change.selected ? 'selected' : 'deselected'].push(change.id);
    } else if (change.type === 'remove') {
      meaning.removed.push(change.id);
    }
    // 'add' and 'replace' would write into the document behind the commands: refused.
  }
  return meaning;
}

export function interpretEdges(changes: readonly EdgeChange[]): Pick<Meaning, 'selected' | 'deselected' | 'removed'> {
  const of = (test: (change: EdgeChange) => boolean): string[] =>
    changes.flatMap((change) => ('id' in change && test(change) ? [change.id] : []));
  return {
    selected: of((change) => change.type === 'select' && change.selected),
    deselected: of((change) => change.type === 'select' && !change.selected),
    removed: of((change) => change.type === 'remove'),
  };
}

/** One part of the selection after such changes; the same array when nothing changed. Newly selected ones come last. */
export function reselect(
  before: Selection['nodes'],
  { selected, deselected }: Pick<Meaning, 'selected' | 'deselected'>,
): readonly string[] {
  const out = new Set(deselected);
  const added = selected.filter((id) => !before.includes(id));
  if (added.length === 0 && !before.some((id) => out.has(id))) return before;
  return [...before.filter((id) => !out.has(id)), ...added];
}
