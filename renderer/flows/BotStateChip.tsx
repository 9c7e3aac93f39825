import { CircleCheck, CircleDashed, CirclePause, FlaskConical, Radio } from 'lucide-react';
import { type BotRow, useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Chip } from '../ui/Chip.tsx';

/** Draft, published, or what the engine does with it: sandbox, live, stopped. */
export function BotStateChip({ row }: { readonly row: BotRow }) {
  const t = useCopy('flows');
  const isRunning = useEngine((state) => state.status?.running ?? false);
  const kind = useEngine((state) => state.status?.connection.kind ?? 'none');
  if (row.live === null && row.test !== null && isRunning) {
    return (
      <Chip tone="accent" icon={<FlaskConical aria-hidden />}>
        {t('state.test', { number: row.test })}
      </Chip>
    );
  }
  if (row.live === null) {
    if (row.published === 0) return <Chip icon={<CircleDashed aria-hidden />}>{t('state.draft')}</Chip>;
    return <Chip icon={<CircleCheck aria-hidden />}>{t('state.published', { number: row.published })}</Chip>;
  }
  if (!isRunning) {
    return (
      <Chip tone="warning" icon={<CirclePause aria-hidden />}>
        {t('state.stopped', { number: row.live })}
      </Chip>
    );
  }
  if (kind === 'sandbox') {
    return (
      <Chip tone="accent" icon={<FlaskConical aria-hidden />}>
        {t('state.sandbox', { number: row.live })}
      </Chip>
    );
  }
  return (
    <Chip tone="success" icon={<Radio aria-hidden />}>
      {t('state.live', { number: row.live })}
    </Chip>
  );
}
