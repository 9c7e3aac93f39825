import { setPreferences, usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Segmented } from '../ui/Segmented.tsx';

/** Each language under its own name: a person who can't read this one finds theirs. */
export function LanguageSwitch() {
  const t = useCopy('settings');
  const language = usePreferences((state) => state.language);
  return (
    <Segmented
      label={t('language')}
      value={language}
      options={[
        { value: 'ru', label: 'Русский', lang: 'ru' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
      onChange={(chosen) => setPreferences({ language: chosen })}
    />
  );
}
