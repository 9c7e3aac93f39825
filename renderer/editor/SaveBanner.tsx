import { useState } from 'react';
import { faultWords } from '../../engine/model/faultWords.ts';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import type { OpenDraft } from './openDraft.ts';
import styles from './SaveBanner.module.css';
import { useEditor } from './store.ts';

/** Nothing is ever lost without a word: the save failed, or someone else saved in between. */
export function SaveBanner({ draft }: { readonly draft: OpenDraft }) {
  const t = useCopy('editor');
  const language = usePreferences((state) => state.language);
  const state = useEditor((editor) => editor.saveState);
  const [isBusy, setBusy] = useState(false);

  async function act(work: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    await work();
    setBusy(false);
  }

  if (state.kind === 'failed') {
    const { what, todo } = faultWords(state.fault, language);
    return (
      <Banner
        tone="danger"
        shape="page"
        assertive
        action={
          <Button size="dense" busy={isBusy} onClick={() => void act(() => draft.autosave.retry())}>
            {t('retry')}
          </Button>
        }
      >
        {t('saveFailed')} {what} {todo} {t('saveFailedKept')}
      </Banner>
    );
  }
  if (state.kind !== 'changedElsewhere') return null;
  return (
    <Banner
      tone="warning"
      shape="page"
      assertive
      action={
        <span className={styles.choices}>
          <Button size="dense" busy={isBusy} data-testid="load-theirs" onClick={() => void act(draft.loadTheirs)}>
            {t('loadTheirs')}
          </Button>
          <Button
            size="dense"
            busy={isBusy}
            data-testid="keep-mine"
            onClick={() => void act(() => draft.autosave.keepMine())}
          >
            {t('keepMine')}
          </Button>
        </span>
      }
    >
      {t('changedElsewhere')}
    </Banner>
  );
}
