import { useEffect, useRef, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import type { Reply } from '../../engine/protocol.ts';
import { isEngineGone, useEngine } from '../app/engine.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { AudienceChoice } from './AudienceChoice.tsx';
import { gateBlocks, PhraseGate } from './PhraseGate.tsx';
import { PublishChecks } from './PublishChecks.tsx';
import { PublishEffects } from './PublishEffects.tsx';
import { PublishPreview } from './PublishPreview.tsx';
import { ProblemGate } from './ProblemGate.tsx';
import { publishBot } from './publishBot.ts';
import styles from './PublishDialog.module.css';
import { closePublish } from './publishState.ts';
import { usePhraseGate } from './usePhraseGate.ts';
import { useTesters } from './useTesters.ts';

type Audience = Reply<'bots.list'>['bots'][number]['audience'];

export interface PublishFormProps {
  readonly bot: string;
  /** The note is what it was opened for. */
  readonly naming: boolean;
}

/** What stands in the way, what changes, for whom, a note, and the one act that customers can feel (ux.md, 2.5). */
export function PublishForm({ bot, naming }: PublishFormProps) {
  const t = useCopy('publish');
  const audienceWords = useCopy('audience');
  const gateWords = useCopy('phraseGate');
  const problems = useEditor((state) => state.viewing?.draft.problems ?? state.problems);
  const suggested = useEngine((state) => state.bots?.find((row) => row.id === bot)?.audience ?? 'all');
  const [chosen, setChosen] = useState<Audience | null>(null);
  const audience = chosen ?? suggested;
  const testers = useTesters();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const noteField = useRef<HTMLDivElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const isBlocked = problems.some((problem) => problem.level === 'error');
  const gate = usePhraseGate(bot);
  const [anyway, setAnyway] = useState(false);
  const isAsking = gate.kind === 'running';
  const isRefused = gateBlocks(gate) && !anyway;
  const isGone = useEngine(isEngineGone);
  const gateReason = isGone ? t('engineGone') : isAsking ? gateWords('wait') : isRefused ? gateWords('reason') : null;
  const hasNobody =
    audience === 'test' && testers.value !== null && !testers.value.everyone && testers.value.contacts.length === 0;

  useEffect(() => {
    if (naming) noteField.current?.querySelector('textarea')?.focus();
  }, [naming]);

  async function publish(): Promise<void> {
    setBusy(true);
    setFault(null);
    const result = await publishBot(bot, note.trim(), audience);
    setBusy(false);
    if (result.ok) closePublish();
    else setFault(result.fault);
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !isBlocked && !hasNobody && gateReason === null) void publish();
      }}
    >
      <ProblemGate problems={problems} />
      <PhraseGate state={gate} anyway={anyway} onAnyway={setAnyway} onSkip={() => confirm.current?.focus()} />
      <PublishPreview key={bot} bot={bot} audience={audience} between={<PublishChecks />}>
        <AudienceChoice bot={bot} value={audience} onChange={setChosen} testers={testers} />
        <PublishEffects bot={bot} audience={audience} />
      </PublishPreview>
      <div ref={noteField}>
        <Field label={t('note')} hint={t('noteHint')}>
          <TextArea value={note} onChange={setNote} placeholder={t('notePlaceholder')} maxLength={500} maxLines={4} />
        </Field>
      </div>
      {fault !== null && <FaultBanner fault={fault} />}
      <div className={styles.foot}>
        {(hasNobody || gateReason !== null) && !isBlocked && (
          <p className={styles.reason}>{hasNobody ? audienceWords('needSomebody') : gateReason}</p>
        )}
        <Button
          variant="primary"
          type="submit"
          ref={confirm}
          busy={busy || (isAsking && !isGone && !isBlocked && !hasNobody)}
          // The keyboard is on it, or about to be: it stays there whatever the comparison finds.
          aria-disabled={isRefused || isGone}
          disabled={isBlocked || hasNobody}
          data-testid="publish-confirm"
          {...(!naming && { 'data-autofocus': true })}
        >
          {busy ? t('publishing') : t('publish')}
        </Button>
      </div>
    </form>
  );
}
