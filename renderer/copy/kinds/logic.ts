import { bothLanguages } from '../copyTypes.ts';

/** Cards and fields of conditions, values and A/B tests. */
export const logicCopy = bothLanguages({
  ru: { title: 'Условие' },
  en: { title: 'Condition' },
});
