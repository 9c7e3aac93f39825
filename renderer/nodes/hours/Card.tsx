import { hoursInWords } from '../../../engine/model/hours.ts';
import { WEEKDAYS } from '../../../engine/model/definitions.ts';
import { scheduleOf } from '../../../engine/nodes/hours/schedule.ts';
import { currentLanguage } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { placeName } from '../../inspector/settings/timeZones.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { spanWords } from '../spanWords.ts';
import { useBotFacts } from '../useBotFacts.ts';

const ALL_DAY = '00:00–24:00';
/** «9:00» for «09:00», as the other cards have it. */
const LEADING_ZERO = /\b0(?=\d:)/g;

export function HoursCard({ data }: CardProps<'hours'>) {
  const t = useCopy('time');
  const names = useCopy('inspector');
  const { hours, timeZone } = scheduleOf(data, useBotFacts());
  if (hours === undefined) return <CardLine tone="prompt">{t('hours.none')}</CardLine>;
  const week = hoursInWords(
    hours,
    WEEKDAYS.map((day) => names(`days.${day}`)),
  )
    .replaceAll(ALL_DAY, t('hours.allDay'))
    .replace(LEADING_ZERO, '');
  const warnMinutes = data.warnMinutes ?? 0;
  return (
    <>
      {(week === '' ? [t('hours.neverOpen')] : week.split('; ')).map((line) => (
        <CardLine key={line}>{line}</CardLine>
      ))}
      <CardLine tone="quiet">
        {/* The name of a place does not hang on the season. */}
        {placeName(timeZone, currentLanguage(), 0)}
        {warnMinutes > 0 && ` · ${t('hours.warnLine', { span: spanWords(warnMinutes, t) })}`}
      </CardLine>
    </>
  );
}
