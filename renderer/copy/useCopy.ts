import { useTranslation } from 'react-i18next';
import { type Area, type Copy, copyOf } from './i18n.ts';

/** The texts of an area in the person's language; the component is drawn again when the language changes. */
export function useCopy<A extends Area>(area: A): Copy<A> {
  const { i18n } = useTranslation();
  return copyOf(area, i18n.language === 'ru' ? 'ru' : 'en');
}
