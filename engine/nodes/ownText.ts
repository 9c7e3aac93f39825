import { z } from 'zod';
import type { BotFacts } from '../model/definitions.ts';
import type { SessionState } from '../model/state.ts';
import { plainWords } from '../nlu/plainWords.ts';
import { isRecord } from './spellings.ts';

/** A text by language («en») or type of channel («telegram»), where it differs from the main one. */
export const textsSchema = z.record(z.string(), z.string());
export type Texts = z.infer<typeof textsSchema>;

/** Reads `text: { ru, en }` as a text with `texts` beside it: its `default`, or else the first, is the main one. */
export function withTexts<T extends z.ZodType>(
  fields: Readonly<Record<string, string>>,
  schema: T,
): z.ZodPreprocess<T> {
  return z.preprocess((value) => {
    if (!isRecord(value)) return value;
    const read: Record<string, unknown> = { ...value };
    for (const [field, others] of Object.entries(fields)) {
      const own = value[field];
      if (!isRecord(own)) continue;
      const { default: main = Object.values(own)[0], ...rest } = own;
      read[field] = main;
      read[others] = rest;
    }
    return read;
  }, schema);
}

/** Types of one channel under their many names: new spellings appear (`whatsapp2`, `instagramV3`, `telebot`). */
const CHANNELS: readonly (readonly [start: string, family: string])[] = [
  ['tele', 'telegram'],
  ['whatsapp', 'whatsapp'],
  ['waba', 'whatsapp'],
  ['insta', 'instagram'],
  ['fb', 'facebook'],
  ['facebook', 'facebook'],
  ['vk', 'vk'],
  ['viber', 'viber'],
  ['avito', 'avito'],
  ['ok', 'ok'],
  ['max', 'max'],
  ['widget', 'widget'],
];

const familyOf = (channel: string): string =>
  CHANNELS.find(([start]) => channel.toLowerCase().startsWith(start))?.[1] ?? channel.toLowerCase();

/** Is this key of `texts` a channel rather than a language? */
export function isChannelKey(key: string): boolean {
  return CHANNELS.some(([, family]) => family === familyOf(key));
}

/**
 * The text for a customer: a customer who speaks another language than the bot's gets that language first; then the text
 * of the channel, then that of the bot's language, then the main text. What is missing falls through.
 */
export function ownText(
  text: string | undefined,
  texts: Texts | undefined,
  to: { readonly channel: string; readonly language: string; readonly main: string },
): string {
  const main = text ?? '';
  if (texts === undefined) return main;
  const keys = Object.keys(texts).filter((key) => (texts[key] ?? '').trim() !== '');
  const speaks = (language: string): string | undefined =>
    keys.find((key) => key.toLowerCase() === language.toLowerCase()) ??
    keys.find((key) => base(key) === base(language));
  const key =
    (base(to.language) === base(to.main) ? undefined : speaks(to.language)) ??
    keys.find((each) => each === to.channel) ??
    keys.find((each) => isChannelKey(each) && familyOf(each) === familyOf(to.channel)) ??
    speaks(to.main) ??
    (main === '' ? keys[0] : undefined);
  return key === undefined ? main : (texts[key] ?? main);
}

/** The variables that say which language a customer speaks, as a code («en») or a name («English», «Английский»). */
const LANGUAGE_VARIABLES = ['language', 'язык', 'lang'];
const MOST_KEPT = 500;
const kept = new Map<string, string>();

/** The language this customer is spoken to in: what a variable of these names says, else the bot's own. */
export function customerLanguage(facts: BotFacts, variables: SessionState['variables']): string {
  for (const name of LANGUAGE_VARIABLES) {
    const said = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (typeof said === 'string' && said !== '') return languageNamed(said, facts);
  }
  return facts.language;
}

function languageNamed(said: string, { language, languages }: BotFacts): string {
  const key = `${said}\n${language}\n${languages.join()}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const tag = said.trim().toLowerCase();
  const word = plainWords(said.slice(0, 80)).join(' ');
  const found =
    languages.find((one) => one.toLowerCase() === tag) ??
    languages.find((one) => base(one) === base(tag)) ??
    languages.find((one) => namesOf(one, language).some((name) => word.length > 2 && name.startsWith(word))) ??
    // A bot that lists one language may still have texts in others.
    (languages.length < 2 && /^[a-z]{2}(?:-[a-z]{2})?$/u.test(tag) ? tag : language);
  kept.set(key, found);
  return found;
}

function namesOf(language: string, main: string): string[] {
  return [language, main, 'en', 'ru'].flatMap((spoken) => {
    try {
      const name = new Intl.DisplayNames([spoken], { type: 'language' }).of(base(language));
      return name === undefined ? [] : [plainWords(name).join(' ')];
    } catch {
      // Intl has no other way to say that a tag is none.
      return [];
    }
  });
}

function base(tag: string): string {
  return tag.toLowerCase().split(/[-_]/u)[0] ?? '';
}
