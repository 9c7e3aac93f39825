import type { Problem } from '../problem.ts';

export type Language = 'ru' | 'en';
/** What happened, what it means, what to do (ux.md, 2.9). `exit`: the name of the output, where the finding has one. */
export type Sentence = (facts: Problem['facts'], exit: string) => string;
export type ProblemTable = Readonly<Record<string, Readonly<Record<Language, Sentence>>>>;
