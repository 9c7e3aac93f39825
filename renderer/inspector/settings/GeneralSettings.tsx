import { useMemo } from 'react';
import { currentLanguage } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { openFlowOf, useEditor } from '../../editor/store.ts';
import { useBotFacts } from '../../nodes/useBotFacts.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { Combobox } from '../Combobox.tsx';
import { changeBot } from './changeBot.ts';
import { timeZones } from './timeZones.ts';

const LANGUAGES = ['ru', 'en'] as const;

/** Names, language and time zone. */
export function GeneralSettings() {
  const t = useCopy('inspector');
  const { name, language, timeZone } = useBotFacts();
  const flow = useEditor((state) => openFlowOf(state));
  const spoken = currentLanguage();
  const zones = useMemo(() => timeZones(spoken, Date.now(), timeZone), [spoken, timeZone]);
  return (
    <>
      <Field label={t('bot.name')}>
        <TextInput value={name} maxLength={80} onChange={(next) => changeBot({ name: next }, 'name')} />
      </Field>
      {flow !== undefined && (
        <Field label={t('bot.flow')} {...(flow.main === true && { hint: t('bot.mainFlow') })}>
          <TextInput
            value={flow.name}
            maxLength={80}
            onChange={(next) => useEditor.getState().run('renameFlow', { flow: flow.id, name: next })}
          />
        </Field>
      )}
      <Field label={t('bot.language')} hint={t('bot.languageHint')}>
        <Select
          value={language}
          options={LANGUAGES.map((value) => ({ value: value, label: t(`languages.${value}`) }))}
          onChange={(next) => changeBot({ language: next, languages: [next] })}
        />
      </Field>
      <Field label={t('bot.timeZone')} hint={t('bot.timeZoneHint')}>
        <Combobox
          value={timeZone}
          options={zones}
          placeholder={t('bot.chooseZone')}
          onChange={(next) => changeBot({ timeZone: next })}
        />
      </Field>
    </>
  );
}
