export interface FoundTime {
  hour: number;
  minute: number;
  /** Said as people say it («в шесть», "half past two"), so the half of the day is still open. */
  open: boolean;
}

type Reading = (first: number, second: number) => [hour: number, minute: number, open?: boolean];
type Pattern = readonly [expression: RegExp, read: Reading];

const hourBefore = (hour: number): number => (hour === 1 ? 12 : hour - 1);
/** `expression` between things that are not letters or digits. */
const word = (expression: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\d^:.-])(?:${expression})(?![\\p{L}\\p{M}\\d])`, 'gu');
const H = '(\\d{1,2})';
const HOURS = "(?:час(?:а|ов|ам|у)?|ч|h|hs|hrs?|hours?|o'clock|oclock|horas?)";
const MINUTES = '(?:минут\\p{L}{0,2}|мин|м|minutes?|mins?|m|minutos)';
/** «На 6 человек» counts, «на 6», «на 6 вечера» and «на 6 в пятницу» are times: only such words may follow. */
const NOT_COUNTING =
  "(?= ?$| (?:час\\p{L}*|ч|утра|утром|дня|днем|вечер\\p{L}*|ноч[иь]ю?|am|pm|in|at|on|tonight|this|o'clock|в|во|на|и|а|но|к|ко|или|если|по|с|до|пожалуйста|можно|нужно|будет|ровно|сегодня|завтра|послезавтра|\\p{L}*ник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|please|today|tomorrow|\\p{L}+day|would|if|for|and|but|until|till|to|ъ+)(?!\\p{L})| ?[:.])";

/** «Давайте 11», "let's say 11": such words leave a bare number an hour. */
const FILLER =
  "(?:давай|давайте|лучше|можно|думаю|наверно|наверное|скажем|допустим|пусть|будет|ну|тогда|например|ок|да|если|пожалуйста|удобно|где|то|ровно|примерно|мне|я|let's|let|us|say|maybe|make|it|ok|okay|yes|please|pls|how|about|i'd|prefer|pues|mejor|do|does|works?|for|me|is|fine|good|great|will|be|would|can|suits|подойдет|подходит|устроит|удобнее|буду|смогу|приду|приеду|придем)";

/** In the order of trust: the first group of patterns that finds something is the answer. Notation: see `timeNotation`. */
export const TIME_PATTERNS: readonly (readonly Pattern[])[] = [
  [[word(`${H} ?: ?(\\d{2})(?::\\d{2})?(?!:)(?: ?(?:am|pm|${HOURS}))?`), (hour, minute) => [hour, minute]]],
  [
    [word(`${H}[.-](\\d{2})(?: ?(?:am|pm|${HOURS}))?(?![.-]\\d)`), (hour, minute) => [hour, minute]],
    [word('([01]\\d|2[0-3])([0-5]\\d) ?(?:hours|hrs|h)'), (hour, minute) => [hour, minute]],
    [word(`${H} ?${HOURS}\\.? ?(\\d{1,2}) ?(?:${MINUTES})?`), (hour, minute) => [hour, minute, hour < 10]],
    [word(`пол \\^?${H}|половин\\p{L} \\^${H}`), (hour) => [hourBefore(hour), 30, true]],
    [word(`(?:half past|half) ${H}|${H} жарым`), (hour) => [hour, 30, true]],
    [
      word(`без четверти ${H}|(?:a )?quarter (?:to|of|till) ${H}|${H} menos cuarto`),
      (hour) => [hourBefore(hour), 45, true],
    ],
    [word(`${H} (?:с четвертью|and a quarter)`), (hour) => [hour, 15, true]],
    [word(`четверть \\^${H}`), (hour) => [hourBefore(hour), 15, true]],
    [word(`(?:a )?quarter (?:past|after) ${H}|${H} y cuarto`), (hour) => [hour, 15, true]],
    [word(`без ${H} ?(?:${MINUTES})? час`), (minutes) => [12, 60 - minutes, true]],
    [word(`без ${H} ?(?:${MINUTES})? ${H}`), (minutes, hour) => [hourBefore(hour), 60 - minutes, true]],
    [word(`${H} ?(?:${MINUTES})? \\^${H}`), (minutes, hour) => [hourBefore(hour), minutes, true]],
    [word(`${H} ?(?:${MINUTES})? (?:to|till|before) ${H}`), (minutes, hour) => [hourBefore(hour), 60 - minutes, true]],
    [word(`${H} ?(?:${MINUTES})? (?:past|after) ${H}`), (minutes, hour) => [hour, minutes, true]],
    [word(`${H} menos ${H}`), (hour, minutes) => [hourBefore(hour), 60 - minutes, true]],
    [word(`${H} y ${H}`), (hour, minutes) => [hour, minutes, true]],
  ],
  [
    [word(`${H} 0 0|${H} 00`), (hour) => [hour, 0]],
    [word(`${H} 0 (\\d)`), (hour, minute) => [hour, minute]],
    [word(`${H} (\\d{2})`), (hour, minute) => [hour, minute, hour < 10]],
  ],
  [
    [word('полдень|полудню|noon|midday|mediod[ií]a|тал түс'), () => [12, 0]],
    [word('полночь|полуночи|midnight|medianoche|түн ортасы'), () => [0, 0]],
    [word(`${H} ?(?:am|pm)`), (hour) => [hour, 0, true]],
    // "2 hours" is a length.
    [word(`(?!(?:0?\\d|1[0-2]) ?(?:hours|hrs))${H} ?${HOURS}`), (hour) => [hour, 0, true]],
    [
      word(
        `(?:в|во|к|ко|в районе|в пределах|порядка|примерно|где-то|часов|часам|часиков|at|by|around|about|till|until|сағат|las?) ${H}`,
      ),
      (hour) => [hour, 0, true],
    ],
    [
      word(`(?:около|до|с|после|раньше|позже|позднее|from|after|before|past) ${H}${NOT_COUNTING}`),
      (hour) => [hour, 0, true],
    ],
    [
      word(`${H} ?(?:утра|утром|дня|днем|вечера|вечером|ночи|ночью|in the|at night|tonight|de la|por la)`),
      (hour) => [hour, 0, true],
    ],
    [
      word(`(?:утром|утречком|днем|вечером|вечерком|ночью|таңғы|түскі|кешкі|түнгі|tonight) ${H}`),
      (hour) => [hour, 0, true],
    ],
  ],
  [[word(`(?:на|for) ${H}${NOT_COUNTING}`), (hour) => [hour, 0, true]]],
  [
    [/^(\d{1,2})$/gu, (hour) => [hour, 0, true]],
    [new RegExp(`^(?:${FILLER} )*(\\d{1,2})(?: ${FILLER})*$`, 'gu'), (hour) => [hour, 0, true]],
    [/^(\d{1,2})(\d{2})$/gu, (hour, minute) => [hour, minute]],
    [word('после обеда|afternoon|түстен кейін'), () => [15, 0]],
    [word('в обед|к обеду|в обеденн\\p{L}+ (?:время|перерыв|час)|на обеде|lunch ?time|at lunch|түсте'), () => [13, 0]],
  ],
];

/** All times one pattern finds. */
export function applyPattern(
  [expression, read]: Pattern,
  text: string,
): (FoundTime & { end: number; index: number })[] {
  return [...text.matchAll(expression)].map((match) => {
    const groups: (string | undefined)[] = match.slice(1);
    const [first = 0, second = 0] = groups.flatMap((group) => (group === undefined ? [] : [Number(group)]));
    const [hour, minute, open = false] = read(first, second);
    return { hour, minute, open, index: match.index, end: match.index + match[0].length };
  });
}
