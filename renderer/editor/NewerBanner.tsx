import { useState } from 'react';
import { navigate } from '../app/route.ts';
import { showFault } from '../app/showFault.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import type { OpenDraft } from './openDraft.ts';
import { useEditor } from './store.ts';

/** A bot of a newer format: it is shown, never written over; a copy in our format can be worked on. */
export function NewerBanner({ draft }: { readonly draft: OpenDraft }) {
  const t = useCopy('editor');
  const [isBusy, setBusy] = useState(false);
  if (draft.newer === null) return null;

  async function copy(): Promise<void> {
    setBusy(true);
    const made = await draft.saveCopy(t('copyName', { name: useEditor.getState().bot.name }));
    setBusy(false);
    if (made.ok) navigate({ screen: 'flow', bot: made.value.id });
    else showFault(made.fault);
  }
  return (
    <Banner
      tone="warning"
      shape="page"
      action={
        <Button size="dense" busy={isBusy} data-testid="save-copy" onClick={() => void copy()}>
          {t('saveCopy')}
        </Button>
      }
    >
      {t('newer', { ...draft.newer })} {t('newerCopy')}
    </Banner>
  );
}
