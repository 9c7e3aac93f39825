import { useCallback, useEffect, useState } from 'react';
import type { DataView } from '../../engine/protocol/dataViews.ts';
import { useEngine } from '../app/engine.ts';
import { call } from '../bridge.ts';

/** The data folder as the engine sees it; null until it has said. Looked at anew when the engine has news of itself. */
export function useData(): { readonly data: DataView | null; readonly look: () => void } {
  const [data, setData] = useState<DataView | null>(null);
  const disk = useEngine((state) => state.status?.disk);
  const look = useCallback(() => {
    void call('data.view', {}).then((reply) => {
      if (reply.ok) setData(reply.value);
    });
  }, []);
  useEffect(look, [look, disk]);
  return { data, look };
}
