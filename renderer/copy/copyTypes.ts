export type Language = 'ru' | 'en';
export const LANGUAGES = ['ru', 'en'] as const satisfies readonly Language[];

/** Texts by key, in groups. Numbers choose among `key_one`, `key_few`, `key_many`, `key_other` (English: one and other). */
export interface Texts {
  readonly [key: string]: string | Texts;
}

type PluralEnding = 'one' | 'few' | 'many' | 'other';
type Ending<K extends string> = K extends `${infer Stem}_${PluralEnding}` ? Stem : K;

/** What `t` of an area understands: its keys, groups joined by dots, plural endings taken off. */
export type KeyOf<T> = {
  [K in keyof T & string]: T[K] extends string ? Ending<K> : `${K}.${KeyOf<T[K]>}`;
}[keyof T & string];

/** The same keys in the other language, less the plural forms that English does not have. */
export type SameKeys<T> = {
  readonly [K in keyof T as K extends `${string}_few` | `${string}_many` ? never : K]: T[K] extends string
    ? string
    : SameKeys<T[K]>;
};

/** Texts of one area in both languages; a key that is missing in one of them does not compile. */
export function bothLanguages<const R extends Texts>(copy: {
  readonly ru: R;
  readonly en: SameKeys<NoInfer<R>>;
}): { readonly ru: R; readonly en: SameKeys<R> } {
  return copy;
}
