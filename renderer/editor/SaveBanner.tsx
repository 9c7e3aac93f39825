import { useState } from 'react';
import { writeBot } from '../../engine/flow/writeBot.ts';
import type { Fault } from '../../engine/model/fault.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import { saveTextFile } from '../app/files.ts';
import { usePreferences } from '../app/preferences.ts';
import { showFault } from '../app/showFault.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { ConflictBanner } from './ConflictBanner.tsx';
import type { OpenDraft } from './openDraft.ts';
import styles from './SaveBanner.module.css';
import { useEditor } from './store.ts';

/** Nothing is ever lost without a word: the save failed, or someone else saved or deleted in between. */
export function SaveBanner({ draft }: { readonly draft: OpenDraft }) {
  const t = useCopy('editor');
  const state = useEditor((editor) => editor.saveState);
  const [isBusy, setBusy] = useState(false);

  async function act(work: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    await work();
    setBusy(false);
  }

  const elsewhere = (
    <Button size="dense" data-testid="save-elsewhere" onClick={() => void saveToFile(t('savedElsewhere'))}>
      {t('saveElsewhere')}
    </Button>
  );
  if (state.kind === 'changedElsewhere') return <ConflictBanner key={state.revision} draft={draft} />;
  if (state.kind === 'gone') {
    const bringBack = async (): Promise<void> => {
      const fault = await draft.keepMine();
      if (fault) showFault(fault);
    };
    return (
      <Banner
        tone="warning"
        shape="page"
        assertive
        action={
          <span className={styles.choices}>
            {elsewhere}
            <Button size="dense" busy={isBusy} data-testid="bring-back" onClick={() => void act(bringBack)}>
              {t('bringBack')}
            </Button>
          </span>
        }
      >
        {t('gone')}
      </Banner>
    );
  }
  // The banner over every screen says already that the engine is away; it is saved when that is back.
  if (state.kind !== 'failed' || state.fault.code === 'engineGone') return null;
  return (
    <Banner
      tone="danger"
      shape="page"
      assertive
      action={
        <span className={styles.choices}>
          {elsewhere}
          <Button size="dense" busy={isBusy} data-testid="save-retry" onClick={() => void act(draft.flush)}>
            {t('retry')}
          </Button>
        </span>
      }
    >
      <FailedWords fault={state.fault} />
    </Banner>
  );
}

function FailedWords({ fault }: { readonly fault: Fault }) {
  const t = useCopy('editor');
  const language = usePreferences((state) => state.language);
  if (fault.code === 'diskFull') return t('diskFull');
  const { what, todo } = faultWords(fault, language);
  return `${t('saveFailed')} ${what} ${todo} ${t('saveFailedKept')}`;
}

/** What is on the screen, not what is stored: that is what could not be saved. */
async function saveToFile(done: string): Promise<void> {
  const { bot } = useEditor.getState();
  if (await saveTextFile({ name: `${bot.name}.dialogram.json`, text: writeBot(bot) })) toast(done, { tone: 'success' });
}
