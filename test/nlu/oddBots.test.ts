import { describe, expect, test } from 'vitest';
import { confusions } from '../../engine/nlu/confusions.ts';
import type { TrainingSet } from '../../engine/nlu/intentModel.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { understand } from '../../engine/nlu/understand.ts';

function bot(phrases: Readonly<Record<string, readonly string[]>>, languages = ['ru']): TrainingSet {
  return { languages, intents: Object.entries(phrases).map(([id, list]) => ({ id, phrases: list })) };
}

function best(set: TrainingSet, text: string): string | undefined {
  return understand(trainIntents(set), text).ranked[0]?.intent;
}

describe('whatever the author has typed, training ends and the rest of the bot works', () => {
  const pay = ['как оплатить', 'оплата картой', 'принимаете карты?'];

  test.each<[string, readonly string[]]>([
    ['a phrase of 10,000 characters', ['очень длинная фраза '.repeat(500)]],
    ['emoji only', ['👍', '👍👍', '🎉🎉🎉']],
    ['several scripts in one phrase', ['оплата card 支付 κάρτα', 'дай money төлем']],
    ['signs and numbers', ['!!!', '...', '12345', '№ 7']],
    ['blank lines', ['', '   ', '\n\t']],
    ['one phrase', ['доставка']],
    ['the same phrase many times', Array.from({ length: 50 }, () => 'доставка')],
    ['half an emoji and a control character', ['\ud83d доставка', 'доставка\u0000']],
  ])('%s', (_, phrases) => {
    const set = bot({ pay, odd: phrases, hours: ['часы работы', 'до скольки открыты'] });
    const model = trainIntents(set);
    expect(understand(model, 'можно оплатить картой').ranked[0]?.intent).toBe('pay');
    for (const phrase of phrases)
      for (const { confidence } of understand(model, phrase).ranked) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    expect(confusions(set).folds).toBeGreaterThan(0);
  });

  test('all phrases under two topics: both are named, neither is sure', () => {
    const [first, second] = understand(trainIntents(bot({ a: pay, b: pay })), 'как оплатить').ranked;
    expect([first?.intent, second?.intent].sort()).toEqual(['a', 'b']);
    expect(first?.confidence).toBeLessThan(0.6);
  });

  test('a hundred topics of a phrase or two', () => {
    const topics = Array.from({ length: 120 }, (_, at) => [`t${String(at)}`, [`вопрос про предмет${String(at)}`]]);
    const model = trainIntents(bot(Object.fromEntries(topics) as Record<string, string[]>), { calibrate: false });
    expect(understand(model, 'вопрос про предмет87').ranked[0]?.intent).toBe('t87');
  });
});

describe('what a topic is called teaches too', () => {
  const intents = [
    { id: 'x1', phrases: ['привезёте завтра?', 'во сколько приедет курьер'] },
    { id: 'x2', phrases: ['можно картой?', 'принимаете наличные'] },
  ];
  const named = {
    languages: ['ru'],
    intents: intents.map((one, at) => ({ ...one, name: ['Доставка', 'Оплата'][at]! })),
  };

  test('a word that only the name has is understood', () => {
    expect(best(named, 'а что с оплатой')).toBe('x2');
    expect(best(named, 'есть ли доставка')).toBe('x1');
  });

  test('a name says nothing by itself: it is no phrase of the author', () => {
    const model = trainIntents(named);
    expect(understand(model, 'можно картой?').nearest?.map(({ phrase }) => phrase)).not.toContain('Оплата');
    expect(model.phrases).toHaveLength(4);
  });

  test('another name is another model', () => {
    expect(trainIntents(named).fingerprint).not.toBe(trainIntents({ ...named, intents }).fingerprint);
  });
});

describe('plain English forms', () => {
  const shop = bot(
    { paid: ['how do I pay for it', 'I want to pay'], lost: ['I lose my card', 'card is not with me'] },
    ['en'],
  );
  test.each([
    ["it's already paid", 'paid'],
    ["I've lost the card", 'lost'],
  ])('%s', (text, intent) => expect(best(shop, text)).toBe(intent));
});

describe('languages', () => {
  test('Spanish, with and without accents', () => {
    const shop = bot(
      {
        envio: ['¿cuánto cuesta el envío?', 'hacen envíos a domicilio'],
        pago: ['formas de pago', 'puedo pagar con tarjeta'],
      },
      ['es'],
    );
    expect(best(shop, 'cuanto cuestan los envios')).toBe('envio');
    expect(best(shop, 'aceptan pagos con tarjetas')).toBe('pago');
  });

  test('a language without a stemmer', () => {
    const shop = bot(
      {
        toimitus: ['paljonko toimitus maksaa', 'toimitatteko kotiin'],
        aukiolo: ['milloin olette auki', 'aukioloajat'],
      },
      ['fi'],
    );
    expect(best(shop, 'mitä toimituksen hinta on')).toBe('toimitus');
    expect(best(shop, 'oletteko auki lauantaina')).toBe('aukiolo');
  });

  test('Kazakh beside Russian and English in one bot', () => {
    const shop = bot(
      {
        price: ['бағасы қанша', 'қанша тұрады', 'сколько стоит', 'what is the price'],
        delivery: ['жеткізу бар ма', 'есть доставка?', 'do you deliver'],
      },
      ['kk', 'ru', 'en'],
    );
    expect(best(shop, 'жеткізесіздер ме')).toBe('delivery');
    expect(best(shop, 'а сколько будет стоить')).toBe('price');
    expect(best(shop, 'can you deliver it')).toBe('delivery');
  });

  test('another keyboard layout is tried only when nothing is known', () => {
    const shop = bot({ pay: ['как оплатить', 'оплата картой'], hello: ['привет', 'добрый день'] }, ['ru', 'en']);
    const model = trainIntents(shop);
    expect(understand(model, 'ghbdtn').corrected).toBe('привет');
    expect(understand(model, 'privet').corrected).toBe('привет');
    expect(understand(model, 'оплата ghbdtn').corrected).toBeUndefined();
    expect(understand(model, 'hello there').corrected).toBeUndefined();
  });
});
