import { useCallback, useEffect, useState } from 'react';
import type { VectorsView } from '../../engine/protocol/vectorsView.ts';
import { call } from '../bridge.ts';

/** While bots learn, the end of that is looked for this often. */
const LOOK_MS = 2_000;

/** The vectors in use; null until the engine has said. `show` takes what a request has answered. */
export function useVectors(): { readonly vectors: VectorsView | null; readonly show: (vectors: VectorsView) => void } {
  const [vectors, show] = useState<VectorsView | null>(null);
  const look = useCallback(() => {
    void call('vectors.view', {}).then((reply) => {
      if (reply.ok) show(reply.value.vectors);
    });
  }, []);
  useEffect(look, [look]);
  useEffect(() => {
    if (vectors?.learning !== true) return undefined;
    const again = setTimeout(look, LOOK_MS);
    return () => clearTimeout(again);
  }, [vectors, look]);
  return { vectors, show };
}
