import type { Bot } from '../botSchema.ts';
import { emptyTemplate } from './emptyTemplate.ts';
import { menuTemplate } from './menuTemplate.ts';
import { menuTexts } from './menuTexts.ts';
import { nlpTemplate } from './nlpTemplate.ts';
import { nlpTextsEn } from './nlpTextsEn.ts';
import { nlpTextsRu } from './nlpTextsRu.ts';

export const TEMPLATE_NAMES = ['menu', 'nlp', 'empty'] as const;
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
  empty: emptyTemplate,
};
