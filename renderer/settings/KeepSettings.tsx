import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Field } from '../ui/Field.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import { toast } from '../ui/toast.ts';

/** A month, the usual quarter, half a year, a year. */
const CHOICES = [30, 90, 180, 365];

interface KeepSettingsProps {
  readonly days: number;
  readonly onChange: () => void;
}

/** How long what is finished stays. */
export function KeepSettings({ days, onChange }: KeepSettingsProps) {
  const t = useCopy('settings');
  const choices = [...new Set([...CHOICES, days])].sort((a, b) => a - b);

  async function choose(value: string): Promise<void> {
    const reply = await call('data.setKeepDays', { days: Number(value) });
    if (reply.ok) toast(t('keep.saved'), { tone: 'success' });
    else showFault(reply.fault);
    onChange();
  }

  return (
    <Section title={t('keep.title')}>
      <Field label={t('keep.label')} hint={t('keep.hint')}>
        <Select
          value={String(days)}
          options={choices.map((count) => ({ value: String(count), label: t('keep.days', { count }) }))}
          onChange={(value) => void choose(value)}
        />
      </Field>
    </Section>
  );
}
