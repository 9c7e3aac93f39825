import { Monitor, Moon, Sun } from 'lucide-react';
import { type Scale, SCALES, setPreferences, usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Field } from '../ui/Field.tsx';
import { Section } from '../ui/Section.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

/** Language, theme and size of the interface. */
export function GeneralSettings() {
  const t = useCopy('settings');
  const { theme, scale } = usePreferences();
  return (
    <Section title={t('general')}>
      <Field label={t('language')}>
        <div>
          <LanguageSwitch />
        </div>
      </Field>
      <Field label={t('theme')}>
        <div>
          <Segmented
            value={theme}
            options={[
              { value: 'system', label: t('system'), icon: <Monitor aria-hidden /> },
              { value: 'light', label: t('light'), icon: <Sun aria-hidden /> },
              { value: 'dark', label: t('dark'), icon: <Moon aria-hidden /> },
            ]}
            onChange={(chosen) => setPreferences({ theme: chosen })}
          />
        </div>
      </Field>
      {window.dialogram !== undefined && (
        <Field label={t('scale')}>
          <div>
            <Segmented
              value={String(scale)}
              options={SCALES.map((percent) => ({ value: String(percent), label: `${String(percent)} %` }))}
              onChange={(chosen) => setPreferences({ scale: scaleOf(chosen) })}
            />
          </div>
        </Field>
      )}
    </Section>
  );
}

function scaleOf(text: string): Scale {
  return SCALES.find((percent) => String(percent) === text) ?? 100;
}
