import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { provideFilePacks } from '../../engine/host/filePacks.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import type { Fault } from '../../engine/model/fault.ts';
import { embedderNamed, embeddersFor, provideEmbedders } from '../../engine/nlu/embedders.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { understand } from '../../engine/nlu/understand.ts';
import { englishShop, russianShop } from '../nlu/smallBots.ts';

const SHIPPED = new URL('../../engine/host/packs/ru.words', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'packs-'));

afterEach(() => provideEmbedders(null));

function fileOf(name: string, bytes: Uint8Array): URL {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return pathToFileURL(path);
}

function complaints(file?: URL): Fault[] {
  const heard: Fault[] = [];
  provideFilePacks((fault) => heard.push(fault), file);
  return heard;
}

const likeness = (one: Float32Array, other: Float32Array): number => {
  const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
};

describe('the vectors of Russian words that come with the app', () => {
  test('are small, and put what means the same together', () => {
    const heard = complaints();
    expect(readFileSync(SHIPPED).byteLength).toBeLessThan(8_000_000);
    const [embedder] = embeddersFor(russianShop);
    const vector = (text: string): Float32Array => embedder?.embed(text) ?? new Float32Array();
    for (const [one, like, unlike] of [
      ['доставка', 'отправка', 'кредит'],
      ['оплата', 'платёж', 'размер'],
      ['врач', 'больница', 'деньги'],
    ] as const)
      expect(likeness(vector(one), vector(like))).toBeGreaterThan(likeness(vector(one), vector(unlike)));
    // Unknown, but made of pieces that are known.
    expect(likeness(vector('доставкааа'), vector('доставка'))).toBeGreaterThan(0.3);
    expect(embedder?.embed('how much is it? 👍 123')).toBeUndefined();
    expect(heard).toEqual([]);
  });

  test('are not read for a bot without Russian phrases, nor for one of another language with the same letters', () => {
    const nowhere = complaints(pathToFileURL(join(folder, 'not-there.words')));
    expect(trainIntents(englishShop).sentences).toEqual([]);
    expect(
      trainIntents({ languages: ['kk'], intents: [{ id: 'a', phrases: ['бағасы қанша', 'қанша тұрады'] }] }).sentences,
    ).toEqual([]);
    expect(trainIntents({ languages: ['ru'], intents: [] }).sentences).toEqual([]);
    expect(understand(trainIntents(englishShop), 'доставка').ranked).not.toEqual([]);
    expect(nowhere).toEqual([]);
  });

  test('help a bot that speaks Russian beside another language, whichever is first', () => {
    complaints();
    for (const languages of [['en', 'ru'], ['kk', 'ru'], ['en']]) {
      const model = trainIntents({
        languages,
        intents: [...russianShop.intents, ...englishShop.intents.map((one) => ({ ...one, id: `en-${one.id}` }))],
      });
      expect(model.sentences.map(({ embedder }) => embedder.slice(0, 3))).toEqual(['ru-']);
      expect(understand(model, 'how can i pay by card?').ranked[0]?.intent).toBe('en-payment');
      expect(understand(model, 'можно картой заплатить').ranked[0]?.intent).toBe('payment');
    }
  });

  test('are found again by the name that a model carries, and only by that', () => {
    complaints();
    const [view] = trainIntents(russianShop).sentences;
    expect(embedderNamed(view?.embedder ?? '')?.id).toBe(view?.embedder);
    expect(embedderNamed('ru-00000000')).toBeUndefined();
  });
});

describe('vectors that can’t be used: one line, and the bot goes on without them', () => {
  const whole = readFileSync(SHIPPED);
  const flipped = Uint8Array.from(whole);
  flipped[flipped.length - 100]! ^= 1;

  test.each([
    ['cut short', whole.subarray(0, whole.length - 1), 'broken'],
    ['one bit wrong', flipped, 'broken'],
    ['of another kind', new TextEncoder().encode('{"this": "is something else altogether"}'), 'broken'],
    ['empty', new Uint8Array(), 'broken'],
    ['a header alone', whole.subarray(0, 20), 'broken'],
  ])('%s', (name, bytes, problem) => {
    const heard = complaints(fileOf(`${name}.words`, bytes));
    const model = trainIntents(russianShop);
    trainIntents({ ...russianShop, negatives: ['слон'] });
    expect(heard).toEqual([{ code: 'wordsUnusable', problem }]);
    expect(model).toEqual(trainIntents(russianShop, { embedders: [] }));
    expect(understand(model, 'позовите менеджера').ranked[0]?.intent).toBe('operator');
  });

  test.each([
    ['not there', new URL('nowhere.words', pathToFileURL(`${folder}/`)), 'missing'],
    ['a folder', pathToFileURL(folder), 'unreadable'],
  ])('%s', (_, file, problem) => {
    const heard = complaints(file);
    expect(trainIntents(russianShop).sentences).toEqual([]);
    expect(heard).toEqual([{ code: 'wordsUnusable', problem }]);
  });

  test('the line says in both languages what is wrong and what to do', () => {
    for (const problem of ['missing', 'broken', 'unreadable'] as const)
      for (const language of ['ru', 'en'] as const) {
        const { what, todo } = faultWords({ code: 'wordsUnusable', problem }, language);
        expect(what.length).toBeGreaterThan(20);
        expect(todo).toContain('Dialogram');
      }
  });
});
