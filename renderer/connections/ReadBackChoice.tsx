import type { ReadBackMode } from '../../engine/model/readBackMode.ts';
import { refreshStatus, useEngine } from '../app/engine.ts';
import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Field } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';

/** Umnico signs nothing: how what comes is checked, and whether somebody has tried to forge it. */
export function ReadBackChoice() {
  const t = useCopy('connections');
  const trust = useEngine((state) => state.status?.trust);
  if (trust === undefined) return null;
  const { readBack, forged } = trust;
  const count = forged.message + forged.takeOver + forged.status;

  async function choose(mode: ReadBackMode): Promise<void> {
    const done = await call('connection.setReadBack', { mode });
    if (!done.ok) showFault(done.fault);
    await refreshStatus();
  }

  return (
    <>
      <Field label={t('readBack.label')} hint={t(readBack === 'fast' ? 'readBack.fastHint' : 'readBack.alwaysHint')}>
        <Segmented
          value={readBack}
          options={[
            { value: 'always', label: t('readBack.always') },
            { value: 'fast', label: t('readBack.fast') },
          ]}
          onChange={(mode) => void choose(mode)}
        />
      </Field>
      {count > 0 && <Banner tone="warning">{t('readBack.forged', { count })}</Banner>}
    </>
  );
}
