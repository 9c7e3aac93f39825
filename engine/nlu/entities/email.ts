import type { AnswerRead } from './answer.ts';
import { accept, refuse } from './answer.ts';

const SPOKEN_AT =
  /(?<=[^\s,]),?\s+(?:собака|собачка|сабака|собак|sobaka|эт|arroba|ат),?\s+(?=\S)|(?<=[a-z\d])(?:собака|собачка)(?=[a-z\d])|\s*[([{](?:at|собака|собачка)[)\]}]\s*/giu;
/** A bare "at" is a preposition, unless the dot is spoken too. */
const ENGLISH_AT =
  /(?<=\S)\s+at\s+(?=(?:gmail|yahoo|hotmail|outlook|icloud|mail|yandex|proton\p{L}*|aol|gmx|inbox|bk|list)\.\p{L}{2})|(?<=\S)\s+at\s+(?=\S+(?:\s+dot\s+\S+)+)/giu;
const SPOKEN_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[^\s,]),?\s+(?:точка|тчк|точк|dot|punto),?\s+(?=\S)|\s*[([{](?:dot|точка)[)\]}]\s*/giu, '.'],
  [/(?<=\S)\s+(?:нижнее подч[её]ркивание|подч[её]ркивание|underscore|guion bajo)\s+(?=\S)/giu, '_'],
  [/(?<=\S)\s+(?:дефис|тире|минус|dash|hyphen|guion)\s+(?=\S)/giu, '-'],
];
/** Endings as they sound, behind a Latin name. */
const HEARD_ENDING: Readonly<Record<string, string>> = {
  ру: 'ru',
  ком: 'com',
  кз: 'kz',
  нет: 'net',
  орг: 'org',
  бай: 'by',
};
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const TOP_LEVEL = /^(?:\p{L}{2,63}|xn--[a-z\d-]{2,59})$/iu;

/** «собака мэйл ру» */
const DOT_UNSAID = /(?<=@[\p{L}\d-]{1,60})\s(?=(?:ру|ком|кз|com|ru|kz)(?![\p{L}\d]))/giu;
/** "sasha@gmail,com": the key beside the dot. */
const APART = /(?<=@[\p{L}\d-]{1,60})(?: \. ?|\. )(?=(?:com|ru|kz|by|net|org|es|ua|uz|рф)(?![\p{L}\d.@]))/giu;
const COMMA_FOR_DOT = /(?<=@[\p{L}\d-]{1,60}),(?=(?:com|ru|kz|by|net|org|es|ua|uz|рф)(?![\p{L}\d.@]))/giu;

/** Mail houses as people write them by ear. */
const HEARD_HOUSE: readonly (readonly [RegExp, string])[] = [
  [/(?<=@)(?:яндекс|яндех)(?=\.)/giu, 'yandex'],
  [/(?<=@)(?:мэйл|мейл|майл|меил)(?=\.)/giu, 'mail'],
  [/(?<=@)(?:гмейл|гмэйл|джимейл|джимэйл|жмейл|гмаил|г?мыло)(?=\.)/giu, 'gmail'],
  [/(?<=@)рамблер(?=\.)/giu, 'rambler'],
  [/(?<=@)бк(?=\.)/giu, 'bk'],
  [/(?<=@)лист(?=\.)/giu, 'list'],
  [/(?<=@)инбокс(?=\.)/giu, 'inbox'],
  [/(?<=@)(?:аутлук|оутлук)(?=\.)/giu, 'outlook'],
];

/** The first address in the text. The domain becomes lower case; the part before @ stays as it was typed. */
export function readEmail(text: string): AnswerRead {
  const written = withSigns(text).replace(/ ?@ ?/gu, '@').replace(APART, '.').replace(COMMA_FOR_DOT, '.');
  for (const piece of written.split(/[\s<>()[\],;:"«»]+/u)) {
    const address = heardEnding(piece.replace(/^[.'`]+|[.!?'`/]+$/gu, ''));
    const at = address.lastIndexOf('@');
    if (at > 0 && isAddress(address.slice(0, at), address.slice(at + 1))) {
      return accept(`${address.slice(0, at)}@${address.slice(at + 1).toLowerCase()}`);
    }
  }
  return refuse('notEmail');
}

/** What was dictated, in signs; only where an @ stands or is spoken. */
function withSigns(text: string): string {
  const at = text.replace(SPOKEN_AT, '@').replace(ENGLISH_AT, '@');
  if (!at.includes('@')) return text;
  return SPOKEN_SIGNS.reduce((written, [spoken, sign]) => written.replace(spoken, sign), at).replace(DOT_UNSAID, '.');
}

function heardEnding(address: string): string {
  const house = HEARD_HOUSE.reduce((left, [heard, written]) => left.replace(heard, written), address);
  return house.replace(
    /(?<=@[a-z\d.-]+\.)(?:ру|ком|кз|нет|орг|бай)$/iu,
    (ending) => HEARD_ENDING[ending.toLowerCase()] ?? ending,
  );
}

function isAddress(local: string, domain: string): boolean {
  const labels = domain.split('.');
  return (
    local.length <= 64 &&
    domain.length <= 190 &&
    labels.length >= 2 &&
    LOCAL.test(local) &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LEVEL.test(labels.at(-1) ?? '')
  );
}
