import type { ReactNode } from 'react';
import type { Params } from '../../engine/protocol.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { Loading } from '../app/Loading.tsx';
import { PublishChanges } from './PublishChanges.tsx';
import { usePublishPreview } from './usePublishPreview.ts';
import { WhoWaits } from './WhoWaits.tsx';

export interface PublishPreviewProps {
  readonly bot: string;
  readonly audience: NonNullable<Params<'bots.publishPreview'>['audience']>;
  /** Stands between what changes and for whom. */
  readonly between: ReactNode;
  /** For whom; who waits comes after it. */
  readonly children: ReactNode;
}

/** What changed, and for whom: neither can be seen on the canvas. Without it the bot can be published all the same. */
export function PublishPreview({ bot, audience, between, children }: PublishPreviewProps) {
  const looked = usePublishPreview({ id: bot, audience });
  return (
    <>
      {looked.kind === 'looking' && <Loading />}
      {looked.kind === 'failed' && <FaultBanner fault={looked.fault} />}
      {looked.kind === 'seen' && (
        <PublishChanges changes={looked.preview.changes} against={looked.preview.against} draftOf={bot} />
      )}
      {between}
      {children}
      {looked.kind === 'seen' && <WhoWaits groups={looked.preview.waiting} total={looked.preview.total} />}
    </>
  );
}
