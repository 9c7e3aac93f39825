import { describe, expect, test } from 'vitest';
import { confusions } from '../../engine/nlu/confusions.ts';
import { overlaps } from '../../engine/nlu/overlaps.ts';
import { exactKey } from '../../engine/nlu/prepare.ts';
import { readyIntents } from '../../engine/nlu/readyIntents/readyIntents.ts';
import { tokenize } from '../../engine/nlu/tokens.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { understand } from '../../engine/nlu/understand.ts';

const languages = ['ru', 'en'] as const;

const written = {
  ru: {
    'здравствуйте! подскажите, сколько стоит маникюр?': 'price',
    'доброго дня, можно узнать цену': 'price',
    'а до какого часа вы сегодня': 'hours',
    'в воскресенье открыты?': 'hours',
    'не приду завтра, снимите меня с записи': 'cancel',
    'запишите меня на четверг к марине': 'booking',
    'хочу поговорить с живым менеджером': 'operator',
    'где посылка моя?!': 'order-status',
    'верните пожалуйста мои деньги': 'refund',
    'можно картой или только наличка': 'payment',
    'а в тверь доставляете?': 'delivery',
    'есть 38 размер в черном?': 'availability',
    'ужасно обслужили, хочу жалобу написать': 'complaint',
    'промокод не сработал': 'discount',
    'скиньте адрес салона': 'address',
    'да, всё верно!': 'yes',
    'нет, не надо, спасибо': 'no',
    'большое спасибо вам!!!': 'thanks',
    'всего хорошего, до свидания': 'goodbye',
    'доброе утро!': 'greeting',
  },
  en: {
    'hi, how much is a gel manicure?': 'price',
    'are you open this sunday?': 'hours',
    "sorry i can't make it tomorrow, please cancel": 'cancel',
    'could i book a table for 5 people': 'booking',
    'let me talk to a real human': 'operator',
    'where is my parcel??': 'order-status',
    'i would like a refund': 'refund',
    'do you take cash or card': 'payment',
    'do you deliver to brighton': 'delivery',
    'do you have these in size 40': 'availability',
    'your service is terrible': 'complaint',
    'my coupon code does not work': 'discount',
    'what is your address': 'address',
    'yes that is right': 'yes',
    'no i do not want that': 'no',
    'thank you so so much': 'thanks',
    'bye, have a nice day': 'goodbye',
    'good evening': 'greeting',
  },
} as const;

describe.each(languages)('ready-made topics (%s)', (language) => {
  const ready = readyIntents(language);

  test('there are eighteen, each with a name and 30 to 60 phrases', () => {
    expect(ready.map(({ id }) => id).sort()).toEqual(
      'address availability booking cancel complaint delivery discount goodbye greeting hours no operator order-status payment price refund thanks yes'.split(
        ' ',
      ),
    );
    expect(new Set(ready.map(({ name }) => name)).size).toBe(ready.length);
    for (const { id, phrases } of ready) {
      expect(phrases.length, id).toBeGreaterThanOrEqual(30);
      expect(phrases.length, id).toBeLessThanOrEqual(60);
      for (const phrase of phrases) expect(phrase, id).toBe(phrase.trim());
    }
  });

  test('no phrase is in two topics or twice in one, and the author gets no overlap warning for them', () => {
    const owners = new Map<string, string>();
    for (const { id, phrases } of ready) {
      for (const phrase of phrases) {
        const key = exactKey(phrase, tokenize(phrase));
        expect(owners.get(key), `${id}: ${phrase}`).toBeUndefined();
        owners.set(key, id);
      }
    }
    expect(overlaps(ready)).toEqual([]);
  });

  // Measured over seeds 1, 2, 3: Russian 92.5, 91.1, 91.1; English 90.2, 91.2, 90.5.
  test('held-out phrases are told apart', () => {
    const held = confusions({ intents: ready, languages: [language] });
    const pairs = held.pairs.map(({ a, b, phrases }) => `${a} → ${b}: ${phrases.join(' | ')}`).join('\n');
    expect(held.accuracy, pairs).toBeGreaterThan(language === 'ru' ? 0.88 : 0.885);
    expect(held.pairs[0]?.phrases.length, pairs).toBeLessThanOrEqual(6);
  });

  test('what a customer writes in other words is understood with confidence', () => {
    const model = trainIntents({ intents: ready, languages: [language] });
    const heard = Object.keys(written[language]).map((text) => {
      const [best] = understand(model, text).ranked;
      return [text, best !== undefined && best.confidence >= 0.5 ? best.intent : null];
    });
    expect(Object.fromEntries(heard)).toEqual(written[language]);
  });
});

test('both languages have the same topics in the same order, and share one model', () => {
  const [russian, english] = [readyIntents('ru'), readyIntents('en')];
  expect(english.map(({ id }) => id)).toEqual(russian.map(({ id }) => id));
  const model = trainIntents({
    intents: russian.map(({ id, phrases }, at) => ({ id, phrases: [...phrases, ...english[at]!.phrases] })),
    languages: [...languages],
  });
  expect(understand(model, 'сколько стоит доставка в казань').ranked[0]?.intent).toBe('delivery');
  expect(understand(model, 'how much for shipping to leeds').ranked[0]?.intent).toBe('delivery');
});

test('a phrase and its refusal are not the same phrase', () => {
  const topics = [
    { id: 'yes', phrases: ['согласен'] },
    { id: 'no', phrases: ['не согласен'] },
    { id: 'agree', phrases: ['я согласен'] },
  ];
  expect(overlaps(topics)).toEqual([{ a: 'yes', b: 'agree', phrase: 'я согласен' }]);
});
