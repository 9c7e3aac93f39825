import { useEffect, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import type { VectorsView } from '../../engine/protocol/vectorsView.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { call } from '../bridge.ts';

/** While bots learn, the end of that is looked for this often; so it is what could not be asked. */
const LOOK_MS = 2_000;

const ask = () => call('vectors.view', {});
const noNews = (): null => null;

interface Vectors {
  /** Those in use; null until the engine has said. */
  readonly vectors: VectorsView | null;
  /** Why that is not known, or not newer. */
  readonly fault: Fault | null;
  readonly reload: () => void;
  /** Takes what a request has answered. */
  readonly show: (vectors: VectorsView) => void;
}

/** The vectors in use, looked at again while that can change by itself. */
export function useVectors(): Vectors {
  const { answer, fault, reload } = useAnswer(ask, noNews);
  const [told, setTold] = useState<{ readonly after: typeof answer; readonly vectors: VectorsView } | null>(null);
  const vectors = told !== null && told.after === answer ? told.vectors : (answer?.vectors ?? null);
  useEffect(() => {
    if (vectors?.learning !== true && fault === null) return undefined;
    const again = setTimeout(reload, LOOK_MS);
    return () => clearTimeout(again);
  }, [vectors, fault, reload]);
  return { vectors, fault, reload, show: (given) => setTold({ after: answer, vectors: given }) };
}
