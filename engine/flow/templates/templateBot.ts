import type { Bot } from '../botSchema.ts';
import { afterHoursTemplate } from './afterHoursTemplate.ts';
import { afterHoursTextsEn } from './afterHoursTextsEn.ts';
import { afterHoursTextsRu } from './afterHoursTextsRu.ts';
import { bookingTemplate } from './bookingTemplate.ts';
import { bookingTextsEn } from './bookingTextsEn.ts';
import { bookingTextsRu } from './bookingTextsRu.ts';
import { emptyTemplate } from './emptyTemplate.ts';
import { flowersTemplate } from './flowersTemplate.ts';
import { menuTemplate } from './menuTemplate.ts';
import { menuTexts } from './menuTexts.ts';
import { nlpTemplate } from './nlpTemplate.ts';
import { nlpTextsEn } from './nlpTextsEn.ts';
import { nlpTextsRu } from './nlpTextsRu.ts';
import { orderTemplate } from './orderTemplate.ts';
import { orderTextsEn } from './orderTextsEn.ts';
import { orderTextsRu } from './orderTextsRu.ts';

export const TEMPLATE_NAMES = ['menu', 'nlp', 'order', 'booking', 'after-hours', 'empty', 'flowers'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];
export type TemplateLanguage = 'ru' | 'en';

/** A ready bot to begin with, whole and fresh: a new object at each call. `id`: of the bot made. */
export function templateBot(name: TemplateName, language: TemplateLanguage, id?: string): Bot {
  const bot = TEMPLATES[name](language);
  return id === undefined ? bot : { ...bot, id };
}

const TEMPLATES: Readonly<Record<TemplateName, (language: TemplateLanguage) => Bot>> = {
  menu: (language) => menuTemplate(menuTexts[language], language),
  nlp: (language) => nlpTemplate(language === 'ru' ? nlpTextsRu : nlpTextsEn, language),
  order: (language) => orderTemplate(language === 'ru' ? orderTextsRu : orderTextsEn, language),
  booking: (language) => bookingTemplate(language === 'ru' ? bookingTextsRu : bookingTextsEn, language),
  'after-hours': (language) => afterHoursTemplate(language === 'ru' ? afterHoursTextsRu : afterHoursTextsEn, language),
  empty: emptyTemplate,
  flowers: flowersTemplate,
};
