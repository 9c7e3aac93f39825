import { CircleAlert, CircleCheck, Lightbulb, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../engine/check/problem.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useSaveFlash } from '../editor/saveNow.ts';
import { useEditor } from '../editor/store.ts';
import { classes } from '../ui/classes.ts';
import { usePreferences } from './preferences.ts';
import styles from './StatusBar.module.css';
import { clock } from './times.ts';

const LEVELS: readonly Problem['level'][] = ['error', 'warning', 'tip'];
const ICONS = { error: CircleAlert, warning: TriangleAlert, tip: Lightbulb };

/** The right end of the status bar while a flow is open: problems and whether everything is saved. */
export function EditorStatus() {
  const t = useCopy('app');
  const language = usePreferences((state) => state.language);
  const isOpen = useEditor((state) => state.isOpen);
  const problems = useEditor((state) => state.problems.length);
  const save = useEditor((state) => state.saveState);
  const worst = useEditor((state) => LEVELS.find((level) => state.problems.some((one) => one.level === level)));
  const flash = useSaveFlash((state) => state.count);
  const isAway = save.kind === 'failed' || save.kind === 'changedElsewhere' || save.kind === 'gone';
  if (!isOpen) return null; // nothing is known of a bot that is on its way
  const Icon = worst === undefined ? CircleCheck : ICONS[worst];
  return (
    <>
      <span className={classes(styles.item, worst !== undefined && styles[worst])}>
        <Icon size={13} aria-hidden />
        <span data-testid="problems-count" data-count={problems}>
          {problems > 0 ? t('status.problems', { count: problems }) : t('status.noProblems')}
        </span>
      </span>
      <span
        // A new element each time: the flash begins anew.
        key={flash}
        className={classes(styles.item, isAway && styles.failed, flash > 0 && styles.flash)}
        title={t('save.explain')}
        data-testid="save-state"
        data-state={save.kind}
      >
        {save.kind === 'saved' &&
          (save.at === null ? t('save.saved') : t('save.savedAt', { time: clock(save.at, language) }))}
        {(save.kind === 'saving' || save.kind === 'pending') && t('save.saving')}
        {(save.kind === 'failed' || save.kind === 'gone') && t('save.failed')}
        {save.kind === 'changedElsewhere' && t('save.elsewhere')}
      </span>
    </>
  );
}
