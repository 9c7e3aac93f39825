import { describe, expect, test } from 'vitest';
import { classifierTokens } from '../../engine/nlu/features.ts';
import { normalise, squeeze } from '../../engine/nlu/normalise.ts';
import { stemmerFor } from '../../engine/nlu/stem.ts';
import { tokenize } from '../../engine/nlu/tokens.ts';

describe('one spelling for what people type in many', () => {
  test('case, ё, curly quotes and full-width letters do not matter', () => {
    expect(normalise('ЕЩЁ “Don’t” ＡＢＣ')).toBe('еще "don\'t" abc');
  });

  test('words, numbers and question marks are kept, the rest is dropped', () => {
    expect(tokenize('Привет, можно картой?! Don’t wait — 2 шт.')).toEqual([
      'привет',
      'можно',
      'картой',
      '?',
      "don't",
      'wait',
      '2',
      'шт',
    ]);
    expect(tokenize('😀 …')).toEqual([]);
  });

  test('drawn-out letters are shortened for the classifier, and only for it', () => {
    expect(squeeze('пожааааалуйста')).toBe('пожаалуйста');
    expect(tokenize('зоооо')).toEqual(['зоооо']);
    expect(classifierTokens('Ну пожааалуйста')).toEqual(['ну', 'пожаалуйста']);
  });

  test('a number is known to the classifier only by its length, and a huge text is cut', () => {
    expect(classifierTokens('заказ 12345, код 9876543210')).toEqual(['заказ', '#5', 'код', '#6']);
    expect(classifierTokens('слово '.repeat(5_000)).length).toBeLessThanOrEqual(167);
  });
});

describe('endings are cut word by word', () => {
  test('a bot in Russian and English stems both', () => {
    const stem = stemmerFor(['ru', 'en']);
    expect(stem('доставки')).toBe(stem('доставка'));
    expect(stem('payments')).toBe(stem('payment'));
  });

  test('Kazakh words stay whole, Russian words next to them do not', () => {
    const mixed = stemmerFor(['kk', 'ru']);
    expect(mixed('жеткізу')).toBe('жеткізу');
    expect(mixed('доставки')).toBe(mixed('доставка'));
    expect(stemmerFor(['kk'])('базарлар')).toBe('базарлар');
  });

  test('a Spanish bot stems Spanish', () => {
    const stem = stemmerFor(['es']);
    expect(stem('pagos')).toBe(stem('pago'));
  });
});
