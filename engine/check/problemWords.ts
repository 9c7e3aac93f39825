import type { Problem } from './problem.ts';
import { crmWords } from './words/crmWords.ts';
import { logicWords } from './words/logicWords.ts';
import { pathWords } from './words/pathWords.ts';
import { shown } from './words/shown.ts';
import { sharedWords } from './words/sharedWords.ts';
import { systemWords } from './words/systemWords.ts';
import { talkWords } from './words/talkWords.ts';
import { timeWords } from './words/timeWords.ts';
import type { Language, ProblemTable } from './words/sentence.ts';

const EXITS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  next: { ru: 'Дальше', en: 'Next' },
  other: { ru: 'Другой ответ', en: 'Other reply' },
  timeout: { ru: 'Нет ответа', en: 'No reply' },
  answered: { ru: 'Ответил', en: 'Answered' },
  failed: { ru: 'Не получилось', en: 'Failed' },
  giveUp: { ru: 'Так и не понял', en: 'Gave up' },
  unsure: { ru: 'Не уверен', en: 'Not sure' },
  else: { ru: 'Иначе', en: 'Otherwise' },
  replied: { ru: 'Написал', en: 'Wrote' },
  open: { ru: 'Открыто', en: 'Open' },
  closed: { ru: 'Закрыто', en: 'Closed' },
  done: { ru: 'Готово', en: 'Done' },
  ok: { ru: 'Получилось', en: 'OK' },
  error: { ru: 'Ошибка', en: 'Error' },
  solved: { ru: 'Решено', en: 'Solved' },
  unsolved: { ru: 'Не решено', en: 'Not solved' },
  nobody: { ru: 'Нерабочее время', en: 'Out of hours' },
};

/** The name of a built-in exit; an author's own name is passed through. */
export function exitWords(exit: string, language: Language): string {
  return EXITS[exit]?.[language] ?? exit;
}

const WORDS: ProblemTable = {
  ...sharedWords,
  ...pathWords,
  ...talkWords,
  ...crmWords,
  ...systemWords,
  ...logicWords,
  ...timeWords,
};

/** The sentence of a finding, in the reader's language. */
export function problemWords(problem: Problem, language: Language): string {
  const words = WORDS[problem.code];
  if (words === undefined) return problem.code;
  const facts = Object.fromEntries(
    Object.entries(problem.facts).map(([name, fact]) => [name, typeof fact === 'string' ? shown(fact) : fact]),
  );
  return words[language](facts, exitWords(shown(String(facts.exit ?? problem.exit ?? '')), language));
}
