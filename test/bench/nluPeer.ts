import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { evaluate } from '../../engine/nlu/evaluate.ts';
import type { Row } from './nluSets.ts';

export const NLPJS_FOLDER = join(import.meta.dirname, 'peers/nlpjs');
/** nlp.js takes minutes to learn the whole sets; past this its row says so. */
const MOST_SECONDS = 90;

const answersSchema = z.object({
  answers: z.array(z.object({ intent: z.string().nullable(), score: z.number() })),
  trainMs: z.number(),
  answerUs: z.number(),
});

export interface PeerFigures {
  readonly accuracy: number | null;
  readonly auroc: number | null;
  /** Out-of-scope phrases it called "None", which is how nlp.js says it does not know. */
  readonly oosRecall: number | null;
  readonly trainMs: number;
  readonly answerUs: number;
}

/** nlp.js with its defaults on the same row, in a process of its own; `null` where it was not done in time. */
export function measureNlpjs(row: Row): PeerFigures | null {
  const language = row.languages[0] === 'kk' ? 'ru' : (row.languages[0] ?? 'en');
  const folder = mkdtempSync(join(tmpdir(), 'dialogram-nlpjs-'));
  const rounds: z.infer<typeof answersSchema>[] = [];
  try {
    for (const { train, asked } of row.rounds) {
      const file = join(folder, 'row.json');
      writeFileSync(file, JSON.stringify({ language, train, test: asked.map(({ text }) => text) }));
      const run = spawnSync(process.execPath, [join(NLPJS_FOLDER, 'run.mjs'), file], {
        encoding: 'utf8',
        timeout: (MOST_SECONDS * 1_000) / row.rounds.length,
        maxBuffer: 64 * 1_048_576,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      // It may greet the reader on the same stream: the answers are the last line.
      const line = run.stdout.trim().split('\n').at(-1) ?? '';
      if (run.status !== 0) return null;
      rounds.push(answersSchema.parse(JSON.parse(line)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figuresOf(row, rounds);
}

function figuresOf(row: Row, rounds: readonly z.infer<typeof answersSchema>[]): PeerFigures {
  const outcomes = row.rounds.flatMap(({ asked }, round) =>
    asked.map(({ intent }, at) => {
      const { intent: predicted = null, score = 0 } = rounds[round]?.answers[at] ?? {};
      return { expected: intent, predicted, confidence: predicted === null ? 1 - score : score };
    }),
  );
  const { accuracy, auroc } = evaluate(outcomes, 0);
  const strangers = outcomes.filter(({ expected }) => expected === null);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    accuracy,
    auroc,
    oosRecall:
      strangers.length === 0 ? null : strangers.filter(({ predicted }) => predicted === null).length / strangers.length,
    trainMs: mean(rounds.map(({ trainMs }) => trainMs)),
    answerUs: mean(rounds.map(({ answerUs }) => answerUs)),
  };
}
