const SPACES = /[ \u00A0\u202F\u2009']/gu;
const PLAIN = /^[-+]?\d+(?:[.,]\d+)?$/u;
const IN_GROUPS = /^[-+]?\d{1,3}(?:[ \u00A0\u202F\u2009']\d{3})+(?:[.,]\d+)?$/u;
/** Two different marks say which of them is the fraction's: 1,250.50 and 1.250,50. */
const POINT_LAST = /^[-+]?\d{1,3}(?:,\d{3})+\.\d+$/u;
const COMMA_LAST = /^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/u;
const LONGEST = 40;

/** The number a text is written as: «12,5», «1 250,50», «−3». Null = not one number and nothing else. */
export function readFigure(text: string): number | null {
  const plain = text.trim().replace(/^[−–]/u, '-');
  if (plain.length === 0 || plain.length > LONGEST) return null;
  if (PLAIN.test(plain) || IN_GROUPS.test(plain)) return finite(plain.replace(SPACES, '').replace(',', '.'));
  if (POINT_LAST.test(plain)) return finite(plain.replaceAll(',', ''));
  return COMMA_LAST.test(plain) ? finite(plain.replaceAll('.', '').replace(',', '.')) : null;
}

/** 007 and +7916… are codes and phones: as texts they differ from 7 and 7916…. */
export function isCode(text: string): boolean {
  return /^\s*(?:\+|-?0\d)/u.test(text);
}

function finite(written: string): number | null {
  const figure = Number(written);
  return Number.isFinite(figure) ? figure : null;
}
