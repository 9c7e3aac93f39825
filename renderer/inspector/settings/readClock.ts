/** «9» → «09:00», «930» → «09:30», «18.30» → «18:30», «24» → «24:00»; null = no time of day. */
export function readClock(typed: string): string | null {
  const [, hours, minutes] = /^(\d{1,2})(?:\D?(\d{2}))?$/.exec(typed.trim()) ?? [];
  if (hours === undefined) return null;
  const clock = `${hours.padStart(2, '0')}:${minutes ?? '00'}`;
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(clock) ? clock : null;
}
