import { useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { PublishEffects } from './PublishEffects.tsx';
import { PublishPreview } from './PublishPreview.tsx';
import { ProblemGate } from './ProblemGate.tsx';
import { publishBot } from './publishBot.ts';
import styles from './PublishDialog.module.css';
import { closePublish } from './publishState.ts';

/** The gate, what will happen, a note, and the one act that customers can feel. */
export function PublishForm({ bot }: { readonly bot: string }) {
  const t = useCopy('publish');
  const problems = useEditor((state) => state.problems);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const isBlocked = problems.some((problem) => problem.level === 'error');

  async function publish(): Promise<void> {
    setBusy(true);
    setFault(null);
    const result = await publishBot(bot, note.trim());
    setBusy(false);
    if (result.ok) closePublish();
    else setFault(result.fault);
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlocked) void publish();
      }}
    >
      <ProblemGate problems={problems} />
      <PublishPreview key={bot} bot={bot} />
      <PublishEffects bot={bot} />
      <Field label={t('note')} hint={t('noteHint')}>
        <TextArea value={note} onChange={setNote} placeholder={t('notePlaceholder')} maxLength={500} maxLines={4} />
      </Field>
      {fault !== null && <FaultBanner fault={fault} />}
      <div className={styles.foot}>
        <Button
          variant="primary"
          type="submit"
          busy={busy}
          disabled={isBlocked}
          data-testid="publish-confirm"
          data-autofocus
        >
          {busy ? t('publishing') : t('publish')}
        </Button>
      </div>
    </form>
  );
}
