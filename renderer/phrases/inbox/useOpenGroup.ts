import { useCallback, useEffect, useRef, useState } from 'react';
import { useEditor } from '../../editor/store.ts';
import type { Group } from './sortTexts.ts';

interface OpenGroup {
  readonly open: Group | null;
  readonly show: (group: string) => void;
  /** It is sorted: the one that takes its place is next. `step`: undone, the group is open again. */
  readonly leave: (step?: string) => void;
}

/** Which group is open. It stays so wherever news move it; once it is gone, the one in its place is open. */
export function useOpenGroup(groups: readonly Group[]): OpenGroup {
  const [at, setAt] = useState<{ readonly id: string | null; readonly index: number }>({ id: null, index: 0 });
  const found = groups.find(({ id }) => id === at.id) ?? groups.find((group) => has(group, at.id));
  const open = found ?? groups[Math.min(at.index, groups.length - 1)] ?? null;
  const index = open === null ? at.index : groups.indexOf(open);
  const id = open?.id ?? at.id;
  // Pinned as soon as it is on screen: what the author reads is what the next key is about.
  if (id !== at.id || index !== at.index) setAt({ id, index });

  const left = useRef(new Map<string, string>());
  useEffect(
    () =>
      useEditor.subscribe(({ history }, before) => {
        if (history.past.length >= before.history.past.length) return;
        const back = left.current.get(before.history.past.at(-1)?.id ?? '');
        if (back !== undefined) setAt((present) => ({ ...present, id: back }));
      }),
    [],
  );

  return {
    open,
    show: useCallback((group) => setAt((present) => ({ ...present, id: group })), []),
    leave(step) {
      if (step !== undefined && open !== null) left.current.set(step, open.id);
      setAt({ id: null, index });
    },
  };
}

/** Another text may come to be the first of the same group. */
function has({ texts }: Group, key: string | null): boolean {
  return texts.some((text) => text.key === key);
}
