import { useEffect, useState } from 'react';
import { flowById } from '../../engine/flow/graph.ts';
import type { Fault } from '../../engine/model/fault.ts';
import type { Result } from '../../engine/model/result.ts';
import { showFault } from '../app/showFault.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { saveCopy } from './saveCopy.ts';
import type { Conflict, OpenDraft } from './openDraft.ts';
import styles from './SaveBanner.module.css';
import { useEditor } from './store.ts';

/** The stored draft is not the one this window began from: a person decides, with both before their eyes. */
export function ConflictBanner({ draft }: { readonly draft: OpenDraft }) {
  const t = useCopy('editor');
  const flowId = useEditor((state) => state.flowId);
  const [found, setFound] = useState<Result<Conflict> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isComparing, setComparing] = useState(false);

  useEffect(() => {
    let isGone = false;
    void draft.conflict().then((conflict) => {
      if (!isGone) setFound(conflict);
    });
    return () => {
      isGone = true;
    };
  }, [draft]);

  const sides = found?.ok === true ? found.value : null;
  const hasMine = sides !== null && sides.mine !== sides.common;
  const lostFlow = sides && !flowById(sides.theirs, flowId) ? flowById(sides.mine, flowId) : undefined;

  async function act(work: () => Promise<Fault | null>): Promise<void> {
    setBusy(true);
    const fault = await work();
    setBusy(false);
    if (fault) showFault(fault);
    else setComparing(false);
  }
  async function compare(): Promise<void> {
    setComparing(true);
    // Ours may have gone on since.
    setFound(await draft.conflict());
  }

  const copy = (
    <Button size="dense" busy={isBusy} data-testid="save-copy" onClick={() => void act(() => saveCopy(draft))}>
      {t('saveCopy')}
    </Button>
  );
  const choices = (
    <span className={styles.choices}>
      <Button size="dense" busy={isBusy} data-testid="load-theirs" onClick={() => void act(draft.loadTheirs)}>
        {t('loadTheirs')}
      </Button>
      <Button size="dense" busy={isBusy} data-testid="keep-mine" onClick={() => void act(draft.keepMine)}>
        {t('keepMine')}
      </Button>
    </span>
  );
  return (
    <>
      <Banner
        tone="warning"
        shape="page"
        assertive
        action={
          <span className={styles.choices}>
            {lostFlow && copy}
            <Button size="dense" data-testid="compare" onClick={() => void compare()}>
              {t('compare')}
            </Button>
            {choices}
          </span>
        }
      >
        {lostFlow ? t('flowGoneElsewhere', { name: lostFlow.name }) : t('changedElsewhere')}
        {hasMine && ` ${t('mineNotSaved')}`}
      </Banner>
      <CompareDialog
        open={isComparing}
        found={found}
        onClose={() => setComparing(false)}
        footer={
          <>
            {copy}
            {choices}
          </>
        }
      />
    </>
  );
}
