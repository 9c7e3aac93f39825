import type { AnswerRead } from './answer.ts';
import { accept, refuse } from './answer.ts';

const SPOKEN_AT =
  /(?<=[^\s,]),?\s+(?:собака|собачка|сабака|собак|sobaka|эт|arroba|ат),?\s+(?=\S)|(?<=[a-z\d])(?:собака|собачка)(?=[a-z\d])|\s*[([{](?:at|собака|собачка)[)\]}]\s*/giu;
/** A bare "at" is a preposition, unless a mail house or a spoken dot follows and what stands before it is no word of every day. */
const ENGLISH_AT =
  /(?<=\S)\s+at\s+(?=(?:(?:gmail|hotmail|icloud|aol)\.com|yahoo\.(?:com|co\.uk|es|fr|de)|outlook\.(?:com|es)|(?:mail|inbox|bk|list)\.ru|mail\.(?:com|kz)|yandex\.(?:ru|com|kz|by|uz|ua)|proton(?:mail)?\.(?:me|com)|gmx\.(?:com|de|net))(?![\p{L}\d-]))|(?<=\S)\s+at\s+(?=\S+(?:\s+dot\s+\S+)+)/giu;
const NO_MAILBOX = new Set(
  (
    'i you he she it we they me him her us them my your our their this that these those there here who what where when am is are was were be been being do does did have has had ' +
    'look looks looked looking meet meets met meeting see seen saw find found work works worked working live lives stay be check checked checking sign signed log logged visit go going gone ' +
    'come coming up in out on off over down back again now later tomorrow today tonight ordered ordering buy bought pay paid call called ' +
    'write wrote writing email e-mail reach register registered registering and or but not no yes ok please all everything something anything available located ' +
    'arrive arrived arriving start starts started begin sell sold sells read reading seat booked based someone somebody'
  ).split(' '),
);
const PLACES = new Set(
  'office shop store desk page site website order orders contact mail book people team friend friends job man guy booking accounts account'.split(
    ' ',
  ),
);
const ADDRESS_ALONE =
  /^\s*(?:(?:my\s+)?(?:e-?mail|address|mail)(?:\s+address)?\s*(?:is|:|-)?\s+|(?:it's|it\s+is)\s+)?\S+$/iu;
const LONGEST_BEFORE = 200;
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
  const at = text
    .replace(SPOKEN_AT, '@')
    .replace(ENGLISH_AT, (written, offset: number, whole: string) =>
      isMailbox(whole.slice(Math.max(0, offset - LONGEST_BEFORE), offset)) ? '@' : written,
    );
  if (!at.includes('@')) return text;
  return SPOKEN_SIGNS.reduce((written, [spoken, sign]) => written.replace(spoken, sign), at).replace(DOT_UNSAID, '.');
}

/** "Look at mail.ru" shows the way, "anna at mail.ru" is an address; "office at mail.ru" is one when nothing else leads to it. */
function isMailbox(before: string): boolean {
  const word = (/\S+$/u.exec(before)?.[0] ?? '').toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return !NO_MAILBOX.has(word) && (!PLACES.has(word) || ADDRESS_ALONE.test(before));
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
