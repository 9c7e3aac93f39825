import { branchName, sharesOf } from '../../../engine/nodes/split/shares.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

/** «A 50 % · B 50 %». */
export function SplitCard({ data }: CardProps<'split'>) {
  const t = useCopy('logic');
  const branches = data.branches ?? [];
  const shares = sharesOf(branches);
  const goal = data.goal?.trim() ?? '';
  if (branches.length === 0) return <CardLine tone="prompt">{t('split.empty')}</CardLine>;
  return (
    <>
      <CardLine wrap>
        {branches
          .map(
            (branch, at) => `${branchName(branch, at)} ${t('split.percent', { share: Math.round(shares[at] ?? 0) })}`,
          )
          .join(' · ')}
      </CardLine>
      {goal !== '' && <CardLine tone="quiet">{`${t('split.goal')}: ${goal}`}</CardLine>}
    </>
  );
}
