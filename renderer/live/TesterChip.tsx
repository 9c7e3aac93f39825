import { FlaskConical } from 'lucide-react';
import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Chip } from '../ui/Chip.tsx';

/** A person who tries the bot out, and by which version they are answered. */
export function TesterChip({ session }: { readonly session: LiveSession }) {
  const t = useCopy('audience');
  if (!session.tester) return null;
  return (
    <Chip icon={<FlaskConical aria-hidden />} title={t('testerHint')} testId="conv-tester">
      {t('tester')}
    </Chip>
  );
}
