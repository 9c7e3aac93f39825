import { Workflow } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import { openSample } from '../firstSteps/openStep.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { importBot } from './botActions.ts';
import { openTemplateSheet } from './templateSheet.ts';

/** The list of somebody who has been here before and has no bot now. */
export function NoBots() {
  const t = useCopy('flows');
  return (
    <EmptyState
      icon={<Workflow aria-hidden />}
      title={t('empty.title')}
      actions={
        <>
          <Button variant="primary" onClick={() => void openSample()}>
            {t('empty.example')}
          </Button>
          <Button onClick={openTemplateSheet}>{t('empty.template')}</Button>
          <Button onClick={() => void importBot()}>{t('import')}</Button>
        </>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}
