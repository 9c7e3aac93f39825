import { ChangeBadge } from './ChangeBadge.tsx';
import { CoverBadge } from './CoverBadge.tsx';
import { StepBadge } from './StepBadge.tsx';
import type { CardLook } from './useCardLook.ts';

/** Signs at the edge of a card: steps of the test, checks, a change between versions. */
export function CardBadges({ look: { path, cover, mark } }: { readonly look: CardLook }) {
  return (
    <>
      {path.steps !== undefined && (
        <StepBadge steps={path.steps} current={path.state === 'current'} failed={path.failed !== undefined} />
      )}
      {cover !== undefined && <CoverBadge checks={cover} />}
      {mark !== undefined && <ChangeBadge mark={mark} of="block" />}
    </>
  );
}
