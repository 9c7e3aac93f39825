import { Mouse, Touchpad } from 'lucide-react';
import { setPreferences, usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Field } from '../ui/Field.tsx';
import { Section } from '../ui/Section.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { isMac } from '../ui/shortcut.ts';

/** How the canvas is moved and how things on it are selected. */
export function CanvasSettings() {
  const t = useCopy('settings');
  const pointer = usePreferences((state) => state.pointer);
  const always = isMac() ? t('canvas.alwaysMac') : t('canvas.always');
  const own = pointer === 'mouse' ? t('canvas.mouseHint') : t('canvas.trackpadHint');
  return (
    <Section title={t('canvas.title')}>
      <Field label={t('canvas.pointer')} hint={`${own} ${always}`}>
        <div>
          <Segmented
            value={pointer}
            options={[
              { value: 'mouse', label: t('canvas.mouse'), icon: <Mouse aria-hidden /> },
              { value: 'trackpad', label: t('canvas.trackpad'), icon: <Touchpad aria-hidden /> },
            ]}
            onChange={(chosen) => setPreferences({ pointer: chosen })}
          />
        </div>
      </Field>
    </Section>
  );
}
