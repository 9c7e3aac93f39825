import { bothLanguages } from '../copyTypes.ts';

/** Cards and fields of the blocks that change the lead. */
export const crmCopy = bothLanguages({
  ru: { title: 'Назначить сотрудника' },
  en: { title: 'Assign manager' },
});
