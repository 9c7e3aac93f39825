import type { ReactNode } from 'react';
import { changeWords } from '../../engine/check/change/changeWords.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { diffBots } from '../../engine/flow/diffBots.ts';
import type { Result } from '../../engine/model/result.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './CompareDialog.module.css';
import type { Conflict } from './openDraft.ts';

/** More lines than this nobody reads before choosing. */
const SHOWN = 30;

export interface CompareDialogProps {
  readonly open: boolean;
  /** Null = being fetched. */
  readonly found: Result<Conflict> | null;
  readonly onClose: () => void;
  readonly footer: ReactNode;
}

/** What each side has made of the draft both began from, in words. */
export function CompareDialog({ open, found, onClose, footer }: CompareDialogProps) {
  const t = useCopy('editor');
  return (
    <Dialog open={open} onClose={onClose} title={t('compareTitle')} width={640} footer={footer}>
      {found === null && <p className={styles.quiet}>{t('comparing')}</p>}
      {found?.ok === false && <FaultBanner fault={found.fault} />}
      {found?.ok === true && (
        <div className={styles.sides}>
          <Side title={t('compareTheirs')} before={found.value.common} after={found.value.theirs} testId="theirs" />
          <Side title={t('compareMine')} before={found.value.common} after={found.value.mine} testId="mine" />
        </div>
      )}
    </Dialog>
  );
}

interface SideProps {
  readonly title: string;
  readonly before: Bot;
  readonly after: Bot;
  readonly testId: string;
}

function Side({ title, before, after, testId }: SideProps) {
  const t = useCopy('editor');
  const language = usePreferences((state) => state.language);
  const say = changeWords(before, after, language);
  const changes = diffBots(before, after);
  return (
    <section data-testid={`compare-${testId}`}>
      <h3 className={styles.title}>{title}</h3>
      {changes.length === 0 && <p className={styles.quiet}>{t('compareSame')}</p>}
      <ul className={styles.changes}>
        {changes.slice(0, SHOWN).map((change) => (
          <li key={`${change.flow ?? ''} ${change.node ?? ''} ${change.field}`}>{say(change)}</li>
        ))}
      </ul>
      {changes.length > SHOWN && <p className={styles.quiet}>{t('compareMore', { count: changes.length - SHOWN })}</p>}
    </section>
  );
}
