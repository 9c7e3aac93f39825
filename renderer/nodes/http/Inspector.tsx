import { RETRIES, TIMEOUT } from '../../../engine/nodes/http/limits.ts';
import { METHODS } from '../../../engine/nodes/http/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { IfUnclear } from '../../inspector/IfUnclear.tsx';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { More } from '../../inspector/More.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import type { InspectorProps } from '../face.ts';
import { HeaderList } from './HeaderList.tsx';
import { asText } from './asText.ts';
import { SampleTree } from './SampleTree.tsx';
import { SaveList } from './SaveList.tsx';

export function HttpInspector({ data, update }: InspectorProps<'http'>) {
  const t = useCopy('system');
  const method = data.method ?? 'GET';
  const headers = data.headers ?? [];
  const save = data.save ?? [];
  const isChanged =
    headers.length > 0 ||
    (method !== 'GET' && data.ifUnclear === 'never') ||
    (data.timeoutSeconds ?? TIMEOUT.usual) !== TIMEOUT.usual ||
    (data.retries ?? RETRIES.usual) !== RETRIES.usual;
  return (
    <div className={styles.fields}>
      <p className={styles.note}>{t('http.noted')}</p>
      <InspectorField field="method" label={t('http.method')}>
        <Select
          value={method}
          options={METHODS.map((value) => ({ value, label: value }))}
          onChange={(next) => update({ method: next })}
        />
      </InspectorField>
      <TemplateField
        field="url"
        rows={1}
        label={t('http.url')}
        hint={t('http.urlHint')}
        value={data.url ?? ''}
        placeholder="https://"
        onChange={(url) => update({ url }, 'url')}
      />
      {method !== 'GET' && (
        <TemplateField
          field="body"
          label={t('http.body')}
          hint={t('http.bodyHint')}
          value={asText(data.body)}
          braces
          onChange={(body) => update({ body: body === '' ? undefined : body }, 'body')}
        />
      )}
      <InspectorField field="sample" label={t('http.sample')} hint={t('http.sampleHint')}>
        <TextArea
          value={asText(data.sample)}
          code
          maxLines={8}
          spellCheck={false}
          placeholder={t('http.samplePlaceholder')}
          onChange={(sample) => update({ sample: sample === '' ? undefined : sample }, 'sample')}
        />
      </InspectorField>
      <SampleTree data={data} onSave={(row) => update({ save: [...save, row] })} />
      <SaveList value={save} onChange={(rows, mergeKey) => update({ save: [...rows] }, mergeKey)} />
      <More changed={isChanged}>
        <HeaderList
          value={headers}
          host={hostOf(data.url ?? '')}
          onChange={(rows, mergeKey) => update({ headers: [...rows] }, mergeKey)}
        />
        <div className={styles.pair}>
          <InspectorField field="timeoutSeconds" label={t('http.timeout')}>
            <NumberInput
              value={data.timeoutSeconds}
              min={TIMEOUT.min}
              max={TIMEOUT.max}
              unit={t('http.seconds')}
              placeholder={String(TIMEOUT.usual)}
              onChange={(timeoutSeconds) => update({ timeoutSeconds }, 'timeoutSeconds')}
            />
          </InspectorField>
          <InspectorField field="retries" label={t('http.retries')} hint={t('http.retriesHint')}>
            <NumberInput
              value={data.retries}
              min={RETRIES.min}
              max={RETRIES.max}
              placeholder={String(RETRIES.usual)}
              onChange={(retries) => update({ retries }, 'retries')}
            />
          </InspectorField>
        </div>
        {method !== 'GET' && (
          <IfUnclear what="request" value={data.ifUnclear} onChange={(ifUnclear) => update({ ifUnclear })} />
        )}
      </More>
    </div>
  );
}

/** The host of an address, if the block names it whole: a variable may only stand behind it. */
function hostOf(url: string): string | undefined {
  return /^https?:\/\/(?:[^/?#\s{}@]*@)?([^/?#\s{}@]+)(?=[/?#]|$)/iu.exec(url.trim())?.[1]?.toLowerCase();
}
