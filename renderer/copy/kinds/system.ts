import { bothLanguages } from '../copyTypes.ts';

/** Cards and fields of sub-flows, requests and goals. */
export const systemCopy = bothLanguages({
  ru: { title: 'Вложенный сценарий' },
  en: { title: 'Sub-flow' },
});
