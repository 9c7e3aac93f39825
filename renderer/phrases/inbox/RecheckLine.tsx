import { CircleCheck, CircleX, Info } from 'lucide-react';
import { useCopy } from '../../copy/useCopy.ts';
import { usePublish } from '../../publish/publishState.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './Inbox.module.css';
import type { Recheck } from './useRecheck.ts';

/** Whether the bot still answers as its checks say, now that it knows more. */
export function RecheckLine({ recheck }: { readonly recheck: Recheck }) {
  const t = useCopy('inbox');
  const results = recheck.kind === 'done' ? recheck.results : [];
  const failed = results.filter(({ passed }) => !passed);
  const tone = failed.length > 0 ? styles.bad : results.length > 0 ? styles.good : styles.plain;
  return (
    <div className={`${styles.recheck ?? ''} ${tone ?? ''}`} role="status" data-testid="inbox-checks">
      {recheck.kind === 'running' ? (
        <Spinner />
      ) : failed.length > 0 ? (
        <CircleX size={16} aria-hidden />
      ) : results.length > 0 ? (
        <CircleCheck size={16} aria-hidden />
      ) : (
        <Info size={16} aria-hidden />
      )}
      <span className={styles.recheckWords}>{words()}</span>
      {failed.slice(0, 3).map(({ id, name }) => (
        <Button key={id} size="dense" variant="ghost" onClick={() => usePublish.setState({ bot: null, check: id })}>
          {t('checks.open', { name })}
        </Button>
      ))}
    </div>
  );

  function words(): string {
    if (recheck.kind === 'running') return t('checks.running');
    if (recheck.kind === 'broken') return t('checks.broken');
    if (results.length === 0) return t('checks.none');
    const total = results.length;
    return failed.length > 0
      ? t('checks.failed', { failed: failed.length, total })
      : t('checks.passed', { passed: total, total });
  }
}
