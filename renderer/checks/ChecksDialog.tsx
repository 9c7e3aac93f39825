import { CircleCheck, CircleX, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CheckResult } from '../../engine/check/checkResult.ts';
import { checkWords } from '../../engine/check/checkWords.ts';
import { runChecks, type CheckReport } from '../../engine/check/runChecks.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { buildProgram } from '../simulator/programs.ts';
import { sameProgram } from '../simulator/sameProgram.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './ChecksDialog.module.css';

/** The bot's checks: all of them run at once, and what did not hold in words. */
export function ChecksDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useCopy('checks');
  const bot = useEditor((state) => state.bot);
  const [run, setRun] = useState<{ readonly bot: Bot; readonly report: CheckReport } | null>(null);
  const checks = bot.checks ?? [];
  // A verdict on another bot than the one on screen is none.
  const report = run !== null && sameProgram(run.bot, bot) ? run.report : null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('list')}
      description={t('listText')}
      width={560}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button
            variant="primary"
            icon={<Play aria-hidden />}
            disabled={checks.length === 0}
            onClick={() => setRun({ bot, report: runChecks(bot, buildProgram(bot)) })}
            data-testid="checks-run"
          >
            {t('runAll')}
          </Button>
        </>
      }
    >
      {checks.length === 0 && <p className={styles.none}>{t('none')}</p>}
      {report !== null && (
        <p className={styles.sum} role="status">
          {t('passedOf', {
            passed: report.passed,
            total: report.passed + report.failed,
            nodes: Math.round(report.coverage.nodes * 100),
            exits: Math.round(report.coverage.exits * 100),
          })}
        </p>
      )}
      <ul className={styles.list}>
        {checks.map(({ id, name }) => (
          <CheckRow
            key={id}
            id={id}
            name={name}
            bot={bot}
            result={report?.checks.find((check) => check.id === id) ?? null}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface CheckRowProps {
  readonly id: string;
  readonly name: string;
  readonly bot: Bot;
  readonly result: CheckResult | null;
}

function CheckRow({ id, name, bot, result }: CheckRowProps) {
  const t = useCopy('checks');
  const state = result === null ? 'notRun' : result.passed ? 'passed' : 'failed';
  return (
    <li className={styles.check} data-state={state}>
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
