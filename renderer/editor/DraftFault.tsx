import { FileX } from 'lucide-react';
import type { Fault } from '../../engine/model/fault.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import { usePreferences } from '../app/preferences.ts';
import { navigate } from '../app/route.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** In the place of the canvas: why the bot is not there, and the two ways on. */
export function DraftFault({ fault, onRetry }: { readonly fault: Fault; readonly onRetry: () => void }) {
  const t = useCopy('editor');
  const language = usePreferences((state) => state.language);
  const { what, todo } = faultWords(fault, language);
  return (
    <EmptyState
      icon={<FileX aria-hidden />}
      title={what}
      actions={
        <>
          <Button variant="primary" onClick={onRetry}>
            {t('retry')}
          </Button>
          <Button onClick={() => navigate({ screen: 'flows' })}>{t('backToList')}</Button>
        </>
      }
    >
      {todo}
    </EmptyState>
  );
}
