import { BellPlus, Trash2 } from 'lucide-react';
import type { Reminder } from '../../engine/nodes/reminders.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from '../inspector/Inspector.module.css';
import { MinutesInput } from '../inspector/MinutesInput.tsx';
import { TemplateField } from '../inspector/TemplateField.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';

const MOST = 3;
const FIRST_MINUTES = 60;

interface RemindersProps {
  readonly value: readonly Reminder[];
  readonly onChange: (value: readonly Reminder[], mergeKey?: string) => void;
}

/** What the bot writes to a customer who has gone quiet at a question or a menu. */
export function Reminders({ value, onChange }: RemindersProps) {
  const t = useCopy('inspector');
  return (
    <div className={styles.group} data-field="reminders">
      {value.map((reminder, at) => (
        <div key={at} className={styles.card}>
          <div className={styles.subhead}>
            {t('menu.reminder', { number: at + 1 })}
            <IconButton
              size="dense"
              label={t('menu.removeReminder')}
              icon={<Trash2 />}
              onClick={() => onChange(value.toSpliced(at, 1))}
            />
          </div>
          <MinutesInput
            label={t('menu.remindAfter')}
            value={reminder.minutes}
            onChange={(minutes) => onChange(value.with(at, { ...reminder, minutes }), `reminder-${String(at)}`)}
          />
          <TemplateField
            field={`reminder-${String(at)}`}
            label={t('menu.reminderText')}
            value={reminder.text ?? ''}
            onChange={(text) => onChange(value.with(at, { ...reminder, text }), `reminder-${String(at)}`)}
          />
        </div>
      ))}
      {value.length < MOST && (
        <Button
          size="dense"
          variant="ghost"
          icon={<BellPlus />}
          className={styles.addRow}
          onClick={() => onChange([...value, { minutes: FIRST_MINUTES, text: t('menu.reminderDefault') }])}
        >
          {t('menu.addReminder')}
        </Button>
      )}
    </div>
  );
}
