import { type Area, type Copy, copyOf, useLanguage } from './i18n.ts';

/** The texts of an area in the person's language; the component is drawn again when the language changes. */
export function useCopy<A extends Area>(area: A): Copy<A> {
  return copyOf(
    area,
    useLanguage((state) => state.language),
  );
}
