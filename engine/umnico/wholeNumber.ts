import { fail, type Result } from '../model/result.ts';

/** Umnico's own ids are numbers, and a text in their place is refused with 422. */
export function wholeNumber(text: string): number | undefined {
  const number = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(number) ? number : undefined;
}

export function notANumber(at: string): Result<never> {
  return fail({ code: 'badRequest', at, problem: 'not a whole number' });
}
