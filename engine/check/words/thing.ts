import type { Problem } from '../problem.ts';
import type { Language } from './sentence.ts';

const THINGS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  status: { ru: 'Статус', en: 'Status' },
  node: { ru: 'Блок', en: 'Block' },
  flow: { ru: 'Сценарий', en: 'Flow' },
  intent: { ru: 'Тема', en: 'Topic' },
  variable: { ru: 'Переменная', en: 'Variable' },
  entity: { ru: 'Список', en: 'List' },
};
/** What a reference names, for «… no longer exists». */
export const thing = (facts: Problem['facts'], language: Language): string =>
  THINGS[String(facts.what)]?.[language] ?? String(facts.what);
