import { ToggleGroup } from 'radix-ui';
import { WEEKDAYS, type Weekday } from '../../engine/model/definitions.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useFieldControl, useFieldLabel } from '../ui/fieldContext.ts';
import styles from './WeekdayPicker.module.css';

interface WeekdayPickerProps {
  readonly value: readonly Weekday[];
  readonly onChange: (value: Weekday[]) => void;
}

/** Some days of the week, in a row. */
export function WeekdayPicker({ value, onChange }: WeekdayPickerProps) {
  const t = useCopy('inspector');
  const control = useFieldControl();
  const labelId = useFieldLabel();
  return (
    <ToggleGroup.Root
      {...control}
      type="multiple"
      className={styles.days}
      aria-labelledby={labelId}
      value={[...value]}
      onValueChange={(chosen) => onChange(WEEKDAYS.filter((day) => chosen.includes(day)))}
    >
      {WEEKDAYS.map((day) => (
        <ToggleGroup.Item key={day} value={day} className={styles.day}>
          {t(`days.${day}`)}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
