import { bothLanguages } from '../copyTypes.ts';

/** Cards and fields of waits, hours and pauses. */
export const timeCopy = bothLanguages({
  ru: { title: 'Пауза' },
  en: { title: 'Wait' },
});
