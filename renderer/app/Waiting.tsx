import { PlugZap } from 'lucide-react';
import { faultWords } from '../../engine/model/faultWords.ts';
import { reconnect } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { type EngineList, refreshAll, useEngine } from './engine.ts';
import { Loading } from './Loading.tsx';
import { usePreferences } from './preferences.ts';

/** What stands where a list of the engine's will be: it is on its way, or why not. The banner above tells of the engine itself. */
export function Waiting({ for: list }: { readonly for: EngineList }) {
  const t = useCopy('app');
  const language = usePreferences((state) => state.language);
  const link = useEngine((state) => state.link);
  const engineFault = useEngine((state) => state.fault);
  const fault = useEngine((state) => state.faults[list]);
  if (link === 'connecting' || (link === 'open' && engineFault === null && fault === undefined)) return <Loading />;
  const own = link === 'open' && engineFault === null && fault !== undefined ? faultWords(fault, language) : null;
  const again = (): void => (link === 'open' ? void refreshAll() : reconnect());
  return (
    <EmptyState
      icon={<PlugZap aria-hidden />}
      title={own?.what ?? t('waiting.title')}
      actions={link !== 'refused' && <Button onClick={again}>{t('waiting.again')}</Button>}
    >
      {own?.todo ?? t('waiting.text')}
    </EmptyState>
  );
}
