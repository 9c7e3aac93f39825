/** «не раньше 10», "not before ten" say when, they refuse nothing. */
const NO_REFUSAL =
  'раньше|ранее|позже|позднее|менее|более|больше|меньше|дороже|дешевле|только|before|earlier|later|after|more|less|until|over|under|only';
const REFUSED: readonly RegExp[] = [
  // «завтра не могу», "Friday doesn't work"
  /(?:^|[,;.!?\n])(?![^,;.!?\n]{0,40}(?:раньше|позже|before|after))[^,;.!?\n]{1,40}?\s(?:не могу|не смогу|не получится|не получается|не подходит|не успею|не успеваю|не успеем|не выходит|не выйдет|неудобно|не удобно|занят\p{L}*|can'?t|cannot|(?:won'?t|doesn'?t|does not) work|is no good)(?!\p{L})/giu,
  // «послезавтра нет, давайте в воскресенье»
  /(?:^|[,;.!?\n])[^,;.!?\n]{2,40}?\s(?:нет|никак|не вариант|не очень|no)(?=,\s*\p{L})/giu,
  // «пепперони не надо, давайте маргариту»
  /(?:^|[,;.!?\n])[^,;.!?\n]{1,40}?\s(?:не надо|не нужн\p{L}{1,2}|не хо(?:чу|тим)|не буд(?:у|ем))[,;.!\s]+(?=(?:(?:а|но|тогда)\s+)?(?:лучше|давайте|дайте|хо(?:чу|тим)|хотел\p{L}*|возьм\p{L}+|бер(?:у|ем)|буд(?:у|ем)|тогда)(?!\p{L}))/giu,
  // «не завтра, а послезавтра», «не в 5 а в 6»; "not at five but at six"
  new RegExp(
    `(?<!\\p{L})не\\s+(?!(?:${NO_REFUSAL})(?!\\p{L}))[^,;!?\\n]{1,40}?(?=[,\\s]+(?:а|но|лучше|давайте)\\s)`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})not\\s+(?!(?:${NO_REFUSAL})(?!\\p{L}))[^,;!?\\n]{1,40}?(?=,|\\s+but\\s)`, 'giu'),
  // «в питер, а не в москву», "on Friday, not on Monday"
  /(?:,|(?<!\p{L})а|(?<!\p{L})but)\s+(?:не|not)\s+[^,;!?\n]{1,40}/giu,
  /(?<!\p{L})(?:вместо|кроме|instead of|rather than|(?:anything|anywhere|everywhere|any day|all) (?:but|except)|except(?: for)?)\s+[^,;!?\s]{1,40}/giu,
];

/** The text with what the customer refuses blanked out, letter for letter, so that everything else stays where it was. */
export function withoutRefused(text: string): string {
  return REFUSED.reduce((left, pattern) => {
    pattern.lastIndex = 0;
    return left.replace(pattern, (part, at: number) =>
      new RegExp(`^[,\\s]*(?:а\\s+|but\\s+)?(?:не|not)\\s+(?:${NO_REFUSAL})(?!\\p{L})`, 'iu').test(
        left.slice(at, at + 60),
      )
        ? part
        : ' '.repeat(part.length),
    );
  }, text);
}
