import { currentLanguage } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useBotFacts } from '../../nodes/useBotFacts.ts';
import { Switch } from '../../ui/Switch.tsx';
import { changeBot } from './changeBot.ts';
import { placeName } from './timeZones.ts';
import { HoursEditor, USUAL_HOURS } from './HoursEditor.tsx';

/** The bot's own hours: those of hand-offs, and of every block that has none of its own. */
export function HoursSettings() {
  const t = useCopy('inspector');
  const { hours, timeZone } = useBotFacts();
  return (
    <>
      <Switch
        label={t('hours.use')}
        hint={t('hours.useHint', { zone: placeName(timeZone, currentLanguage(), 0) })}
        checked={hours !== undefined}
        onChange={(on) => changeBot({ hours: on ? USUAL_HOURS : undefined })}
      />
      {hours !== undefined && <HoursEditor value={hours} onChange={(next) => changeBot({ hours: next })} />}
    </>
  );
}
