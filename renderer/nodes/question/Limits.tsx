import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

type LimitsProps = Pick<InspectorProps<'question'>, 'data' | 'update'> & { readonly answer: string };

/** What an answer of this kind must keep to. */
export function Limits({ answer, data, update }: LimitsProps) {
  switch (answer) {
    case 'text':
    case 'name':
    case 'number':
      return <Bounds data={data} update={update} isLength={answer !== 'number'} />;
    case 'phone':
      return <Country data={data} update={update} />;
    case 'entity':
      return <EntityChoice data={data} update={update} />;
    case 'pattern':
      return <Pattern data={data} update={update} />;
    default:
      return null;
  }
}

type Part = Pick<InspectorProps<'question'>, 'data' | 'update'>;

function Bounds({ data, update, isLength }: Part & { readonly isLength: boolean }) {
  const t = useCopy('inspector');
  const lowest = isLength ? { min: 0 } : {};
  return (
    <div className={styles.pair}>
      <InspectorField field="min" label={t(isLength ? 'question.shortest' : 'question.min')}>
        <NumberInput
          {...lowest}
          value={data.min}
          placeholder={t('question.any')}
          onChange={(min) => update({ min }, 'min')}
        />
      </InspectorField>
      <InspectorField field="max" label={t(isLength ? 'question.longest' : 'question.max')}>
        <NumberInput
          {...lowest}
          value={data.max}
          placeholder={t('question.any')}
          onChange={(max) => update({ max }, 'max')}
        />
      </InspectorField>
    </div>
  );
}

/** Where most of our users' customers are; anything else is typed with its code. */
const COUNTRIES = ['RU', 'KZ', 'BY', 'UZ', 'KG', 'AM', 'GE', 'AZ', 'UA', 'TR', 'AE', 'DE', 'GB', 'US'] as const;

function Country({ data, update }: Part) {
  const t = useCopy('inspector');
  const { language } = useBotFacts();
  const names = new Intl.DisplayNames([t('locale')], { type: 'region' });
  const first = language === 'ru' ? 'RU' : 'GB';
  return (
    <InspectorField field="country" label={t('question.country')} hint={t('question.countryHint')}>
      <Select
        value={data.country ?? first}
        options={COUNTRIES.map((value) => ({ value: value, label: names.of(value) ?? value }))}
        onChange={(country) => update({ country })}
      />
    </InspectorField>
  );
}

function EntityChoice({ data, update }: Part) {
  const t = useCopy('inspector');
  const { entities } = useBotFacts();
  return (
    <InspectorField field="entity" label={t('question.entity')} hint={t('question.entityHint')}>
      <Select
        value={data.entity}
        placeholder={t('question.chooseEntity')}
        empty={t('question.noEntities')}
        options={entities.map((entity) => ({
          value: entity.id,
          label: entity.name,
          hint: entity.values.map((each) => each.value).join(', '),
        }))}
        onChange={(entity) => update({ entity })}
      />
    </InspectorField>
  );
}

function Pattern({ data, update }: Part) {
  const t = useCopy('inspector');
  return (
    <InspectorField field="pattern" label={t('question.pattern')} hint={t('question.patternHint')}>
      <TextInput
        value={data.pattern ?? ''}
        placeholder="^[0-9]{5}$"
        onChange={(pattern) => update({ pattern }, 'pattern')}
      />
    </InspectorField>
  );
}
