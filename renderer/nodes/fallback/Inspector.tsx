import { customerWords } from '../../../engine/nodes/customerWords.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

export function FallbackInspector({ data, update }: InspectorProps<'fallback'>) {
  const t = useCopy('inspector');
  const { language, settings } = useBotFacts();
  return (
    <div className={styles.fields}>
      <TemplateField
        field="hint"
        label={t('fallback.hint')}
        hint={t('fallback.hintHint')}
        value={data.hint ?? ''}
        limit={500}
        placeholder={customerWords(language).hintDigit}
        onChange={(hint) => update({ hint: hint === '' ? undefined : hint }, 'hint')}
      />
      <Switch
        label={t('fallback.clarify')}
        hint={t('fallback.clarifyHint')}
        checked={data.clarify !== false}
        onChange={(on) => update({ clarify: on })}
      />
      <InspectorField field="attempts" label={t('fallback.attempts')} hint={t('fallback.attemptsHint')}>
        <NumberInput
          value={data.attempts}
          min={1}
          max={5}
          placeholder={String(settings.attempts ?? 3)}
          onChange={(attempts) => update({ attempts }, 'attempts')}
        />
      </InspectorField>
    </div>
  );
}
