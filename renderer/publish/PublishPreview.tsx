import { FaultBanner } from '../app/FaultBanner.tsx';
import { Loading } from '../app/Loading.tsx';
import { PublishChanges } from './PublishChanges.tsx';
import { usePublishPreview } from './usePublishPreview.ts';
import { WhoWaits } from './WhoWaits.tsx';

/** What changed, and for whom: neither can be seen on the canvas. Without it the bot can be published all the same. */
export function PublishPreview({ bot }: { readonly bot: string }) {
  const looked = usePublishPreview(bot);
  switch (looked.kind) {
    case 'looking':
      return <Loading />;
    case 'failed':
      return <FaultBanner fault={looked.fault} />;
    case 'seen':
      return (
        <>
          <PublishChanges changes={looked.preview.changes} />
          <WhoWaits groups={looked.preview.waiting} total={looked.preview.total} />
        </>
      );
  }
}
