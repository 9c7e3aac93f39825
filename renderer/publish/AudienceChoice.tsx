import { FlaskConical, Users } from 'lucide-react';
import { useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { RadioCards } from '../ui/RadioCards.tsx';
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
  const cards = (['test', 'all'] as const).map((audience) => ({
    value: audience,
    icon: ICONS[audience],
    name: t(audience),
    hint: hints[audience],
    testId: `audience-${audience}`,
  }));
  return (
    <section>
      <RadioCards title={t('title')} isHeading value={value} cards={cards} onChange={onChange} />
      {value === 'test' && <TesterPicker testers={testers} />}
    </section>
  );
}
