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

function complaints(file?: URL, english?: URL): Fault[] {
  const heard: Fault[] = [];
  provideFilePacks((fault) => heard.push(fault), { ...(file && { ru: file }), ...(english && { en: english }) });
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

  test('are not read for a bot without phrases in a language of theirs, nor for one of another language with the same letters', () => {
    const absent = pathToFileURL(join(folder, 'not-there.words'));
    const nowhere = complaints(absent, absent);
    const spanish = { ...englishShop, languages: ['es'] };
    expect(trainIntents(spanish).sentences).toEqual([]);
    expect(
      trainIntents({ languages: ['kk'], intents: [{ id: 'a', phrases: ['бағасы қанша', 'қанша тұрады'] }] }).sentences,
    ).toEqual([]);
    expect(trainIntents({ languages: ['ru'], intents: [] }).sentences).toEqual([]);
    expect(understand(trainIntents(spanish), 'доставка').ranked).not.toEqual([]);
    expect(nowhere).toEqual([]);
  });

  test('help a bot that speaks Russian beside another language, whichever is first', () => {
    complaints();
    for (const [languages, packs] of [
      [
        ['en', 'ru'],
        ['ru-', 'english-'],
      ],
      [['kk', 'ru'], ['ru-']],
      [['en'], ['ru-', 'english-']],
    ] as const) {
      const model = trainIntents({
        languages,
        intents: [...russianShop.intents, ...englishShop.intents.map((one) => ({ ...one, id: `en-${one.id}` }))],
      });
      expect(model.sentences.map(({ embedder }) => embedder.replace(/[0-9a-f]+$/u, ''))).toEqual(packs);
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

describe('the vectors of English words that come with the app', () => {
  test('are small, and put what means the same together', () => {
    const heard = complaints();
    expect(readFileSync(new URL('../../engine/host/packs/en.words', import.meta.url)).byteLength).toBeLessThan(
      5_000_000,
    );
    const [embedder] = embeddersFor(englishShop);
    const vector = (text: string): Float32Array => embedder?.embed(text) ?? new Float32Array();
    for (const [one, like, unlike] of [
      ['delivery', 'shipment', 'loan'],
      ['paid', 'payment', 'colour'],
      ['physician', 'hospital', 'money'],
    ] as const)
      expect(likeness(vector(one), vector(like))).toBeGreaterThan(likeness(vector(one), vector(unlike)));
    expect(likeness(vector('deliverry'), vector('delivery'))).toBeGreaterThan(0.3);
    expect(likeness(vector("can't"), vector('can not'))).toBeCloseTo(1, 5);
    expect(embedder?.embed('сколько стоит? 👍 123')).toBeUndefined();
    expect(heard).toEqual([]);
  });

  test('help with a word that no phrase has', () => {
    const plain = trainIntents(englishShop, { embedders: [] });
    complaints();
    const helped = trainIntents(englishShop);
    const sure = (model: typeof plain): number =>
      understand(model, 'shipment').ranked.find(({ intent }) => intent === 'delivery')?.confidence ?? 0;
    expect(sure(helped)).toBeGreaterThan(sure(plain));
  });

  test('that can’t be read are told of once, and the bot goes on', () => {
    const heard = complaints(undefined, fileOf('english.words', new Uint8Array(30)));
    expect(trainIntents(englishShop).sentences).toEqual([]);
    expect(understand(trainIntents(englishShop), 'can i pay by card').ranked[0]?.intent).toBe('payment');
    expect(heard).toEqual([{ code: 'wordsUnusable', language: 'en', problem: 'broken' }]);
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
    expect(heard).toEqual([{ code: 'wordsUnusable', language: 'ru', problem }]);
    expect(model).toEqual(trainIntents(russianShop, { embedders: [] }));
    expect(understand(model, 'позовите менеджера').ranked[0]?.intent).toBe('operator');
  });

  test.each([
    ['not there', new URL('nowhere.words', pathToFileURL(`${folder}/`)), 'missing'],
    ['a folder', pathToFileURL(folder), 'unreadable'],
  ])('%s', (_, file, problem) => {
    const heard = complaints(file);
    expect(trainIntents(russianShop).sentences).toEqual([]);
    expect(heard).toEqual([{ code: 'wordsUnusable', language: 'ru', problem }]);
  });

  test('the line says in both languages what is wrong and what to do', () => {
    for (const problem of ['missing', 'broken', 'unreadable'] as const)
      for (const language of ['ru', 'en'] as const) {
        const { what, todo } = faultWords({ code: 'wordsUnusable', language, problem }, language);
        expect(what.length).toBeGreaterThan(20);
        expect(todo).toContain('Dialogram');
      }
  });
});
