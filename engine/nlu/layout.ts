import { normalise } from './normalise.ts';

const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбю';
const TO_CYRILLIC_KEY = new Map(Array.from(LATIN_KEYS).map((key, i) => [key, CYRILLIC_KEYS[i]!]));
const TO_LATIN_KEY = new Map(Array.from(CYRILLIC_KEYS).map((key, i) => [key, LATIN_KEYS[i]!]));

/** Longest first: "shch" must not be read as "sh" + "ch". */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['yo', 'е'],
  ['ye', 'е'],
];
const LETTERS = new Map(
  Array.from('abcdefghijklmnopqrstuvwxyz', (letter, i) => [letter, 'абцдефгхийклмнопкрстуввхйз'.charAt(i)]),
);
const SOUND = new RegExp(`${SOUNDS.map(([latin]) => latin).join('|')}|[a-z]`, 'g');
const BY_SOUND = new Map(SOUNDS);
/** "raboty", "byt": after a consonant y is ы, elsewhere й. */
const Y_AFTER_CONSONANT = /(?<=[bcdfghklmnpqrstvwxz])y(?![aou])/g;

/** Other readings of a message nobody can read: typed with the wrong keyboard layout ("ghbdtn"), or Russian in Latin letters ("privet"). */
export function otherLayouts(text: string): string[] {
  const plain = normalise(text);
  if (/[а-я]/.test(plain)) return /[a-z]/.test(plain) ? [] : [byKeys(plain, TO_LATIN_KEY)];
  if (!/[a-z]/.test(plain)) return [];
  return [
    byKeys(plain, TO_CYRILLIC_KEY),
    plain.replace(Y_AFTER_CONSONANT, 'ы').replace(SOUND, (sound) => BY_SOUND.get(sound) ?? LETTERS.get(sound) ?? sound),
  ];
}

function byKeys(text: string, keys: ReadonlyMap<string, string>): string {
  return Array.from(text, (character) => keys.get(character) ?? character).join('');
}
