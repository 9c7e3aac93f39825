import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import type { Problem } from '../../engine/check/problem.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import type { Bot, BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';

export const after = (id: string): BotBuilder => drawBot().start(id);
export const menu = (id: string, exits: Record<string, string>): BotNode => ({
  id,
  kind: 'menu',
  data: { text: '?', options: Object.keys(exits).map((key) => ({ id: key, label: `Пункт ${key}` })), after: 'repeat' },
  exits,
});
export const text = (id: string, next?: string, parts = ['раз']): BotNode => ({
  id,
  kind: 'message',
  data: { parts: parts.map((part) => ({ text: part })) },
  ...(next === undefined ? {} : { exits: { next } }),
});
export const node = (id: string, kind: string, data: object = {}, exits: Record<string, string> = {}): BotNode => ({
  id,
  kind,
  data: { ...data },
  exits,
});
export const end = (id = 'e'): BotNode => node(id, 'end', { text: 'пока' });
export const ask = (id: string, exits: Record<string, string>): BotNode =>
  node(id, 'question', { text: 'Кто?', answer: 'name', saveTo: 'v' }, exits);

/** The main flow, and others: a name and its blocks. */
export function bot(main: BotNode[], others: Record<string, BotNode[]> = {}, change: Partial<Bot> = {}): Bot {
  const flows: BotFlow[] = [
    { id: 'main', name: 'Главный', main: true, nodes: [node('start', 'start', {}, { next: 'a' }), ...main] },
    ...Object.entries(others).map(([id, nodes]) => ({ id, name: `Сценарий ${id}`, nodes })),
  ];
  return drawBot()
    .variable('v', 'n')
    .build({ flows, ...change });
}
export const begin = (next: string, data: object = {}): BotNode => node('begin', 'start', data, { next });

export const found = (at: Bot, code: string): readonly Problem[] =>
  findProblems(at).filter((each) => each.code === code);
const places = (at: Bot, code: string): (string | null)[] => found(at, code).map((problem) => problem.node);

/** A bot, and at which blocks a code is found; none = it must not be. */
type Case = [title: string, at: Bot, places: (string | null)[]];

export function holds(code: string, cases: Case[]): void {
  describe(code, () => {
    test.each(cases)('%s', (_, at, expected) => {
      expect(places(at, code)).toEqual(expected);
      for (const problem of found(at, code))
        for (const language of ['ru', 'en'] as const) {
          const words = problemWords(problem, language);
          expect(words).not.toContain(code);
          expect(words).not.toMatch(/undefined|\[object|NaN/u);
          expect(words.length).toBeLessThanOrEqual(220);
          expect(/\p{Script=Cyrillic}/u.test(words.replaceAll(/«[^»]*»|“[^”]*”/gu, ''))).toBe(language === 'ru');
        }
    });
  });
}
