import { FlaskConical, Users } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from './AudienceChoice.module.css';
import { TesterPicker } from './TesterPicker.tsx';
import type { TestersOfAccount } from './useTesters.ts';

type Audience = 'test' | 'all';
const ICONS = { test: FlaskConical, all: Users };

export interface AudienceChoiceProps {
  readonly bot: string;
  readonly value: Audience;
  readonly onChange: (value: Audience) => void;
  readonly testers: TestersOfAccount;
}

/** Test contacts or everybody: the second of the two choices without which no real customer is written to. */
export function AudienceChoice({ bot, value, onChange, testers }: AudienceChoiceProps) {
  const t = useCopy('audience');
  const live = useEngine((state) => state.bots?.find((row) => row.id === bot)?.live ?? null);
  const hints = { test: t(live === null ? 'testHintFirst' : 'testHint'), all: t('allHint') };
  return (
    <section>
      <h3 className={styles.title} id="audience-title">
        {t('title')}
      </h3>
      <RadioGroup.Root
        className={styles.choices}
        aria-labelledby="audience-title"
        value={value}
        onValueChange={(next) => onChange(next === 'all' ? 'all' : 'test')}
      >
        {(['test', 'all'] as const).map((audience) => {
          const Icon = ICONS[audience];
          return (
            <RadioGroup.Item
              key={audience}
              value={audience}
              className={styles.choice}
              data-testid={`audience-${audience}`}
            >
              <Icon size={16} aria-hidden className={styles.icon} />
              <span className={styles.words}>
                <span className={styles.name}>{t(audience)}</span>
                <span className={styles.hint}>{hints[audience]}</span>
              </span>
              <span className={styles.dot} aria-hidden />
            </RadioGroup.Item>
          );
        })}
      </RadioGroup.Root>
      {value === 'test' && <TesterPicker testers={testers} />}
    </section>
  );
}
