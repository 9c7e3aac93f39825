import { CircleQuestionMark } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { TraceEntry } from '../../engine/model/trace.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import styles from './Log.module.css';
import { confidenceWords, detailWords, matchWords, type PathItem, understoodIn, variableTitle } from './reasons.ts';

/** «Why did the bot say that?»: how the message was read, step by step. */
export function Why({ path, heard }: { readonly path: PathItem | null; readonly heard: string | null }) {
  const t = useCopy('simulator');
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.why} aria-label={t('why')} title={t('why')}>
        <CircleQuestionMark size={15} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.whyCard} side="bottom" align="end" sideOffset={8} collisionPadding={12}>
          <h4 className={styles.whyTitle}>{t('whyTitle')}</h4>
          {heard !== null && heard !== '' && <p className={styles.heard}>{t('heard', { text: heard })}</p>}
          <Steps path={path} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Steps({ path }: { readonly path: PathItem | null }) {
  const t = useCopy('simulator');
  const bot = useEditor((state) => state.bot);
  const understood = path === null ? [] : understoodIn(path.trace);
  const missed = path?.trace.find((entry) => entry.type === 'missed');
  if (understood.length === 0) return <p>{t('whyNothing')}</p>;
  return (
    <ol className={styles.steps}>
      {understood.map((entry, at) => (
        <Step key={at} entry={entry} />
      ))}
      {path?.trace.map(
        (entry, at) =>
          entry.type === 'saved' && (
            <li key={`saved-${String(at)}`}>{t('whySaved', { variable: variableTitle(bot, entry.variable) })}</li>
          ),
      )}
      {missed?.type === 'missed' && missed.count > 1 && <li>{t('ranOut', { count: missed.count })}</li>}
    </ol>
  );
}

function Step({ entry }: { readonly entry: Extract<TraceEntry, { type: 'understood' }> }) {
  const t = useCopy('simulator');
  const bot = useEditor((state) => state.bot);
  const detail = detailWords(entry, bot);
  const how = matchWords(entry.by, t);
  const sure = entry.confidence === undefined ? '' : confidenceWords(entry.confidence, t);
  const more = [detail === null ? '' : t('detail', { detail }), sure === '' ? how : sure].filter((part) => part !== '');
  return (
    <li>
      {t(`rung.${entry.rung}`)}
      {more.length > 0 && <span className={styles.stepDetail}>{more.join(' · ')}</span>}
    </li>
  );
}
