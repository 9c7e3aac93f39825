import { z } from 'zod';
import { evaluate, type Outcome } from '../nlu/evaluate.ts';
import { trainIntents } from '../nlu/train.ts';
import { understand } from '../nlu/understand.ts';
import { complain, DONE, misused, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readTextFile } from './readTextFile.ts';
import { useVectors } from './vectorsOption.ts';

/** One threshold, where a bot has two: between «not understood» and «sure» (nlu.md, step 7). */
const THRESHOLD = 0.4;

const exampleSchema = z.object({ text: z.string(), intent: z.string().nullable() });
type Example = z.infer<typeof exampleSchema>;

/** `dialogram nlu eval --train FILE.jsonl --test FILE.jsonl`: how well phrases are understood that were not learned. */
export function nluEval(args: readonly string[]): Promise<number> {
  return Promise.resolve(run(args));
}

function run(args: readonly string[]): number {
  const read = readArguments(args, { train: 'value', test: 'value', vectors: 'value' });
  if ('wrong' in read) return misused({ ru: `nlu eval: ${read.wrong}`, en: `nlu eval: ${read.wrong}` });
  const { train, test } = read.options;
  if (train === undefined || test === undefined || read.files.length > 0)
    return misused({
      ru: 'nlu eval: нужны --train ФАЙЛ.jsonl и --test ФАЙЛ.jsonl',
      en: 'nlu eval: --train FILE.jsonl and --test FILE.jsonl are needed',
    });
  const learned = readExamples(train);
  if (typeof learned === 'number') return learned;
  if (!learned.some(({ text, intent }) => intent !== null && text.trim() !== ''))
    return misused({
      ru: `nlu eval: в ${train} нет ни одной фразы с темой, учиться не на чем`,
      en: `nlu eval: ${train} has no phrase with an intent, there is nothing to learn from`,
    });
  const asked = readExamples(test);
  if (typeof asked === 'number') return asked;

  useVectors(read.options.vectors);
  const began = performance.now();
  const model = trainIntents(trainingSet(learned));
  const trainMs = performance.now() - began;
  const times: number[] = [];
  const outcomes = asked.map(({ text, intent }): Outcome => {
    const start = performance.now();
    const [best] = understand(model, text).ranked;
    times.push(performance.now() - start);
    return { expected: intent, predicted: best?.intent ?? null, confidence: best?.confidence ?? 0 };
  });
  times.sort((a, b) => a - b);
  const { accuracy, macroF1, oosRecall, oosFalseAlarm, auroc, perIntent, acceptedAccuracy, ece } = evaluate(
    outcomes,
    THRESHOLD,
  );
  const result = {
    accuracy,
    macroF1,
    oosRecall,
    oosFalseAlarm,
    auroc,
    trainMs: round(trainMs),
    medianMs: round(quantile(times, 0.5)),
    p95Ms: round(quantile(times, 0.95)),
    acceptedAccuracy,
    ece,
    perIntent,
  };
  if (read.options.json) printJson(result);
  else
    for (const [name, value] of Object.entries(result))
      if (typeof value !== 'object' || value === null) tell(`${name}: ${value === null ? '—' : String(value)}`);
  return DONE;
}

/** Lines without an intent teach what is not for the bot. */
function trainingSet(examples: readonly Example[]): Parameters<typeof trainIntents>[0] {
  const phrases = new Map<string, string[]>();
  const negatives: string[] = [];
  for (const { text, intent } of examples) {
    if (intent === null) negatives.push(text);
    else phrases.set(intent, [...(phrases.get(intent) ?? []), text]);
  }
  return {
    intents: [...phrases].map(([id, texts]) => ({ id, name: id, phrases: texts })),
    languages: languagesOf(examples),
    negatives,
  };
}

/** The file names no language: its letters do. The commoner alphabet comes first. */
function languagesOf(examples: readonly Example[]): string[] {
  const text = examples.map((example) => example.text.toLowerCase()).join(' ');
  const count = (letters: RegExp): number => (text.match(letters) ?? []).length;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  // Letters of Kazakh that neither Russian nor Ukrainian has, and of Spanish that neither English nor French has.
  const kazakh = count(/[әғқңөұүһ]/gu) > cyrillic / 40;
  const spanish = count(/[ñáíóú¿¡]/gu) > latin / 100;
  const shares: [string, number][] = [
    [kazakh ? 'kk' : 'ru', cyrillic],
    [spanish ? 'es' : 'en', latin],
  ];
  return shares
    .filter(([, letters]) => letters > (cyrillic + latin) / 10)
    .sort(([, a], [, b]) => b - a)
    .map(([language]) => language);
}

/** The lines of a file, or the exit status where one of them cannot be read; then it was told which. */
function readExamples(path: string): readonly Example[] | number {
  const text = readTextFile(path);
  if (!text.ok) return complain(text.fault, path);
  const examples: Example[] = [];
  for (const [index, line] of text.value.split('\n').entries()) {
    if (line.trim() === '') continue;
    const example = exampleSchema.safeParse(readJson(line));
    if (!example.success)
      return misused({
        ru: `${path}, строка ${String(index + 1)}: нужен JSON вида {"text": "фраза", "intent": "тема" или null}`,
        en: `${path}, line ${String(index + 1)}: expected JSON like {"text": "phrase", "intent": "topic" or null}`,
      });
    examples.push(example.data);
  }
  return examples;
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function round(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}
