import type { z } from 'zod';
import { pathText } from './pathText.ts';

/** The first of what a schema found, and how many more there are. A field that is not there is said to be missing. */
export function issueText({ issues }: z.ZodError): { at: string; problem: string; more: number } {
  const [issue] = issues;
  return {
    at: pathText(issue?.path ?? []),
    problem: (issue?.message ?? '').replace(/^Invalid input: expected (.+), received undefined$/u, 'is missing ($1)'),
    more: issues.length - 1,
  };
}
