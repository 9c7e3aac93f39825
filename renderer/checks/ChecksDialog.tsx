import { CircleCheck, CircleX, Play, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CheckResult } from '../../engine/check/checkResult.ts';
import { checkWords } from '../../engine/check/checkWords.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './ChecksDialog.module.css';
import { paintCoverage, startChecks, stopChecks, useChecks } from './checksStore.ts';
import { coverageWords } from './coverageWords.ts';

export interface ChecksDialogProps {
  readonly onClose: () => void;
  /** Runs them at once and shows this one. */
  readonly reveal?: string;
}

/** The bot's checks: all of them run at once, what did not hold in words, and what they go through on the canvas. */
export function ChecksDialog({ onClose, reveal }: ChecksDialogProps) {
  const t = useCopy('checks');
  const bot = useEditor((state) => state.bot);
  const running = useChecks((state) => state.running);
  const painted = useChecks((state) => state.painted);
  useEffect(() => {
    if (reveal !== undefined) void startChecks();
  }, [reveal]);
  const checks = bot.checks ?? [];
  const report = useChecks((state) => state.last?.report) ?? null;

  function close(): void {
    if (!painted) stopChecks();
    onClose();
  }

  return (
    <Dialog
      open
      onClose={close}
      title={t('list')}
      description={t('listText')}
      width={560}
      footer={
        <>
          <Button onClick={close}>{t('close')}</Button>
          <Button
            variant="primary"
            icon={<Play aria-hidden />}
            busy={running !== null}
            disabled={checks.length === 0}
            onClick={() => void startChecks()}
            data-testid="checks-run"
          >
            {t('runAll')}
          </Button>
        </>
      }
    >
      {checks.length === 0 && <p className={styles.none}>{t('none')}</p>}
      {running !== null && <Progress done={running} total={checks.length} />}
      {report !== null && running === null && (
        <p className={styles.sum} role="status" data-testid="checks-sum">
          {t('passedOf', { passed: report.passed, total: report.passed + report.failed })} {coverageWords(report, t)}
        </p>
      )}
      {checks.length > 0 && (
        <div className={styles.paint}>
          <Switch
            checked={painted}
            label={t('paint')}
            hint={t('paintHint')}
            onChange={(on) => void paintCoverage(on)}
          />
        </div>
      )}
      <ul className={styles.list}>
        {checks.map(({ id, name }) => (
          <CheckRow
            key={id}
            id={id}
            name={name}
            bot={bot}
            isRevealed={id === reveal}
            result={report?.checks.find((check) => check.id === id) ?? null}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const t = useCopy('checks');
  return (
    <div className={styles.progress} role="status">
      <p>{t('running', { done, total })}</p>
      <progress value={done} max={Math.max(1, total)} aria-label={t('running', { done, total })} />
    </div>
  );
}

interface CheckRowProps {
  readonly isRevealed: boolean;
  readonly id: string;
  readonly name: string;
  readonly bot: Bot;
  readonly result: CheckResult | null;
}

function CheckRow({ id, name, bot, result, isRevealed }: CheckRowProps) {
  const t = useCopy('checks');
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isRevealed) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isRevealed]);
  const state = result === null ? 'notRun' : result.passed ? 'passed' : 'failed';
  return (
    <li ref={row} className={styles.check} data-state={state} data-revealed={isRevealed || undefined}>
      <span className={styles.mark}>
        {state === 'passed' && <CircleCheck size={16} aria-hidden />}
        {state === 'failed' && <CircleX size={16} aria-hidden />}
      </span>
      <div className={styles.words}>
        <p className={styles.name}>
          {name} <span className={styles.state}>{t(state)}</span>
        </p>
        {result !== null && !result.passed && <Failure result={result} bot={bot} />}
      </div>
      <IconButton
        size="dense"
        label={t('remove', { name })}
        icon={<Trash2 aria-hidden />}
        onClick={() => useEditor.getState().run('removeCheck', { check: id })}
      />
    </li>
  );
}

function Failure({ result, bot }: { readonly result: CheckResult; readonly bot: Bot }) {
  const t = useCopy('checks');
  const { expected, got } = checkWords(result, bot, currentLanguage());
  return (
    <dl className={styles.why}>
      <dt>{t('step', { step: (result.step ?? 0) + 1 })}</dt>
      <dd>{t('expected', { text: expected })}</dd>
      <dd>{t('got', { text: got })}</dd>
    </dl>
  );
}
