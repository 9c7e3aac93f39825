import { useEffect, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import type { Params, Reply } from '../../engine/protocol.ts';
import { call } from '../bridge.ts';
import { whenSaved } from './whenSaved.ts';

export type PublishPreview = Reply<'bots.publishPreview'>;
type Looked =
  | { readonly kind: 'looking' }
  | { readonly kind: 'seen'; readonly preview: PublishPreview }
  | { readonly kind: 'failed'; readonly fault: Fault };

/**
 * What publishing (or bringing a version back) would do, as of when the dialog was opened: first the draft must be stored
 * as it is on the screen. What was seen for others stays until it is known for these.
 */
export function usePublishPreview({ id, audience, version }: Params<'bots.publishPreview'>): Looked {
  const [looked, setLooked] = useState<Looked>({ kind: 'looking' });
  useEffect(() => {
    let isGone = false;
    async function look(): Promise<Looked> {
      const saved = await whenSaved(id);
      const params = { id, ...(audience !== undefined && { audience }), ...(version !== undefined && { version }) };
      const reply = saved.ok ? await call('bots.publishPreview', params) : saved;
      return reply.ok ? { kind: 'seen', preview: reply.value } : { kind: 'failed', fault: reply.fault };
    }
    void look().then((found) => {
      if (!isGone) setLooked(found);
    });
    return () => {
      isGone = true;
    };
  }, [id, audience, version]);
  return looked;
}
