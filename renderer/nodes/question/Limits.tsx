import { countryOfLanguage } from '../../../engine/nlu/entities/phone.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';
import { DayLimitField } from './DayLimitField.tsx';
import { TimeLimitField } from './TimeLimitField.tsx';

type LimitsProps = Pick<InspectorProps<'question'>, 'data' | 'update'> & { readonly answer: string };

/** What an answer of this kind must keep to. */
export function Limits({ answer, data, update }: LimitsProps) {
  switch (answer) {
    case 'text':
    case 'name':
    case 'number':
      return <Bounds data={data} update={update} isLength={answer !== 'number'} />;
    case 'money':
      return (
        <>
          <Bounds data={data} update={update} isLength={false} />
          <Currency data={data} update={update} />
        </>
      );
    case 'date':
    case 'time':
      return <Window data={data} update={update} isTime={answer === 'time'} />;
    case 'file':
      return <FileLimits data={data} update={update} />;
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
          value={figureOf(data.min)}
          placeholder={t('question.any')}
          onChange={(min) => update({ min }, 'min')}
        />
      </InspectorField>
      <InspectorField field="max" label={t(isLength ? 'question.longest' : 'question.max')}>
        <NumberInput
          {...lowest}
          value={figureOf(data.max)}
          placeholder={t('question.any')}
          onChange={(max) => update({ max }, 'max')}
        />
      </InspectorField>
    </div>
  );
}

/** A limit written as a text says nothing in a field of figures. */
function figureOf(bound: number | string | undefined): number | undefined {
  return typeof bound === 'number' ? bound : undefined;
}

/** From which day or hour, and up to which. */
function Window({ data, update, isTime }: Part & { readonly isTime: boolean }) {
  const t = useCopy('talk');
  const first = { field: 'min', label: t('question.earliest'), value: data.min } as const;
  const last = { field: 'max', label: t('question.latest'), value: data.max } as const;
  const writeMin = (min: string | undefined): void => update({ min }, 'min');
  const writeMax = (max: string | undefined): void => update({ max }, 'max');
  if (!isTime) {
    return (
      <div className={styles.together}>
        <DayLimitField {...first} onChange={writeMin} />
        <DayLimitField {...last} onChange={writeMax} />
      </div>
    );
  }
  return (
    <div className={styles.pair}>
      <TimeLimitField {...first} placeholder="09:00" onChange={writeMin} />
      <TimeLimitField {...last} placeholder="18:00" onChange={writeMax} />
    </div>
  );
}

const CURRENCIES = ['RUB', 'KZT', 'BYN', 'USD', 'EUR'] as const;

function Currency({ data, update }: Part) {
  const t = useCopy('talk');
  const { nameOf } = useCurrencyNames();
  return (
    <InspectorField field="currency" label={t('question.currency')} hint={t('question.currencyHint')}>
      <Select
        value={data.currency ?? ''}
        options={[
          { value: '', label: t('question.anyCurrency') },
          ...[...new Set([...CURRENCIES, ...(data.currency === undefined ? [] : [data.currency])])].map((value) => ({
            value,
            label: nameOf(value),
          })),
        ]}
        onChange={(currency) => update({ currency: currency === '' ? undefined : currency })}
      />
    </InspectorField>
  );
}

function useCurrencyNames(): { readonly nameOf: (code: string) => string } {
  const t = useCopy('inspector');
  const names = new Intl.DisplayNames([t('locale')], { type: 'currency' });
  return { nameOf: (code) => (/^[a-z]{3}$/iu.test(code) ? (names.of(code) ?? code) : code) };
}

const FILES = ['any', 'image', 'document'] as const;

function FileLimits({ data, update }: Part) {
  const t = useCopy('talk');
  const words = useCopy('inspector');
  return (
    <>
      <InspectorField field="fileType" label={t('question.fileType')}>
        <Segmented
          value={data.fileType ?? 'any'}
          options={FILES.map((value) => ({ value, label: t(`question.files.${value}`) }))}
          onChange={(fileType) => update({ fileType: fileType === 'any' ? undefined : fileType })}
        />
      </InspectorField>
      <InspectorField field="maxMegabytes" label={t('question.megabytes')}>
        <NumberInput
          value={data.maxMegabytes}
          min={0}
          placeholder={words('question.any')}
          onChange={(maxMegabytes) => update({ maxMegabytes }, 'maxMegabytes')}
        />
      </InspectorField>
    </>
  );
}

/** Where most of our users' customers are; anything else is typed with its code. */
const COUNTRIES = ['RU', 'KZ', 'BY', 'UZ', 'KG', 'AM', 'GE', 'AZ', 'UA', 'TR', 'AE', 'DE', 'GB', 'US'] as const;

function Country({ data, update }: Part) {
  const t = useCopy('inspector');
  const { language } = useBotFacts();
  const names = new Intl.DisplayNames([t('locale')], { type: 'region' });
  const first = countryOfLanguage(language);
  return (
    <InspectorField field="country" label={t('question.country')} hint={t('question.countryHint')}>
      <Select
        value={data.country ?? first}
        options={[...new Set([first, ...COUNTRIES])].map((value) => ({
          value: value,
          label: names.of(value) ?? value,
        }))}
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
