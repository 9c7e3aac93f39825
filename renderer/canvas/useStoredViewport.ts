import type { Viewport } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { useEditor } from '../editor/store.ts';

const KEY = 'dialogram.viewports';
const MOST = 200;

function readAll(): Record<string, Viewport> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, Viewport>;
  } catch {
    return {};
  }
}

function isViewport(value: Viewport | undefined): value is Viewport {
  return value !== undefined && [value.x, value.y, value.zoom].every(Number.isFinite);
}

/** Zoom and place of each flow, as this person left them on this machine. Never a part of the bot. */
export function useStoredViewport(): { stored: Viewport | undefined; onMoveEnd: (_: unknown, at: Viewport) => void } {
  const key = useEditor((state) => `${state.bot.id}/${state.flowId}`);
  const [stored] = useState(() => {
    const at = readAll()[key];
    return isViewport(at) ? at : undefined;
  });
  const onMoveEnd = useCallback(
    (_: unknown, at: Viewport): void => {
      try {
        const { [key]: __, ...others } = readAll();
        const kept = Object.fromEntries(Object.entries(others).slice(-MOST));
        localStorage.setItem(KEY, JSON.stringify({ ...kept, [key]: at }));
      } catch {
        // Storage may be full or switched off: the flow then opens fitted to the view.
      }
    },
    [key],
  );
  return { stored, onMoveEnd };
}
