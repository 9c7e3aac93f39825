import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { listNames } from '../listNames.ts';
import { useBotFacts } from '../useBotFacts.ts';

export function StartCard({ data }: CardProps<'start'>) {
  const t = useCopy('nodes');
  const facts = useBotFacts();
  const sources = data.sources ?? [];
  const channels = sources.length === 0 ? t('anyChannel') : t('channels', { count: sources.length });
  const words = data.when?.words ?? [];
  const statuses = (data.when?.statuses ?? []).flatMap((id) => facts.statuses.filter((known) => known.id === id));
  const isNarrowed = words.length + (data.when?.statuses?.length ?? 0) > 0;
  return (
    <>
      {(data.when?.newLead ?? !isNarrowed) && <CardLine>{t('startNew', { channels })}</CardLine>}
      {statuses.length > 0 && (
        <CardLine>{t('startStatuses', { statuses: listNames(statuses.map((status) => status.name)) })}</CardLine>
      )}
      {words.length > 0 && <CardLine>{t('startWords', { words: listNames(words) })}</CardLine>}
    </>
  );
}
