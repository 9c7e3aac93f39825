import { useCopy } from '../../copy/useCopy.ts';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { Select } from '../../ui/Select.tsx';
import { spanWords } from '../spanWords.ts';
import { useBotFacts } from '../useBotFacts.ts';

const CHOICES = [1, 24, 168, 0] as const;
const DEFAULT_HOURS = 24;
const AS_BOT = 'bot';

interface RestartProps {
  /** Hours; 0 = never, undefined = as the bot's settings say. */
  readonly value: number | undefined;
  readonly onChange: (hours: number | undefined) => void;
}

/** After how long a silence the conversation begins anew. The usual spans, and the one that is set if it is another. */
export function Restart({ value, onChange }: RestartProps) {
  const t = useCopy('time');
  const { settings } = useBotFacts();
  const shown = (hours: number): string => (hours === 0 ? t('start.never') : spanWords(hours * 60, t));
  const choices = [...new Set([...CHOICES, ...(value === undefined ? [] : [value])])];
  return (
    <InspectorField field="restartAfterHours" label={t('start.restart')} hint={t('start.restartHint')}>
      <Select
        value={value === undefined ? AS_BOT : String(value)}
        options={[
          { value: AS_BOT, label: t('start.asBot', { span: shown(settings.restartAfterHours ?? DEFAULT_HOURS) }) },
          ...choices.map((hours) => ({
            value: String(hours),
            label: hours === 0 ? shown(0) : t('start.after', { span: shown(hours) }),
          })),
        ]}
        onChange={(hours) => onChange(hours === AS_BOT ? undefined : Number(hours))}
      />
    </InspectorField>
  );
}
