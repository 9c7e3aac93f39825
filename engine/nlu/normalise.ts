const CURLY_SINGLE = /[\u2018\u2019\u201a\u201b\u2032\u02bc`´]/gu;
const CURLY_DOUBLE = /[\u201c\u201d\u201e\u201f\u00ab\u00bb]/gu;
const LONG_RUN = /(\p{L})\1{2,}/gu;

/** One spelling for what people type in many: NFKC, lower case, ё→е, typographic quotes → ' and ". Length may change. */
export function normalise(text: string): string {
  return text
    .replace(CURLY_SINGLE, "'")
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(CURLY_DOUBLE, '"');
}

/** "пожааалуйста" → "пожаалуйста": three or more equal letters become two. For the classifier only, never for values. */
export function squeeze(text: string): string {
  return text.replace(LONG_RUN, '$1$1');
}
