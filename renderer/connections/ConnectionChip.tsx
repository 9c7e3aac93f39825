import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react';
import type { EngineConnection } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Chip } from '../ui/Chip.tsx';

/** Null = this kind of connection is not the present one. */
export function ConnectionChip({ state }: { readonly state: EngineConnection['state'] | null }) {
  const t = useCopy('connections');
  if (state === 'on') {
    return (
      <Chip tone="success" icon={<CircleCheck aria-hidden />}>
        {t('on')}
      </Chip>
    );
  }
  if (state === 'failed') {
    return (
      <Chip tone="danger" icon={<CircleAlert aria-hidden />}>
        {t('attention')}
      </Chip>
    );
  }
  if (state === 'checking') return <Chip icon={<LoaderCircle aria-hidden />}>{t('checking')}</Chip>;
  return <Chip icon={<CircleDashed aria-hidden />}>{t('off')}</Chip>;
}
