export type AnswerKind =
  'text' | 'number' | 'money' | 'phone' | 'email' | 'date' | 'time' | 'yesno' | 'name' | 'file' | 'entity' | 'pattern';

export interface ListValue {
  value: string;
  synonyms: string[];
}

export interface AnswerRules {
  /**
   * Limits, both inclusive, in the unit of the kind: letters for text and name, the number or sum itself, days from today for
   * a date (0 = today or later), minutes since midnight for a time.
   */
  min?: number;
  max?: number;
  /** ISO 3166 code ("RU") or calling code ("+7") for phones written without one. */
  country?: string;
  /** Code or sign («RUB», «₽») of the one currency a sum may be in; one said without a currency is taken to be in it. */
  currency?: string;
  /** For `file`: what it has to be, and how big it may be in megabytes. A size the channel does not tell passes. */
  fileType?: 'image' | 'document';
  maxMegabytes?: number;
  /** For `entity`. */
  values?: readonly ListValue[];
  /** For `pattern`: RE2 syntax, at most 512 characters; the whole answer has to fit. */
  pattern?: string;
  /** Epoch milliseconds. */
  now: number;
  /** IANA name; an unknown one counts as UTC. */
  timeZone: string;
  /** ISO 639-1, of the bot. */
  language: string;
  /** `size` in bytes. */
  attachments: readonly {
    readonly type: string;
    readonly url: string;
    readonly name?: string | undefined;
    readonly size?: number | undefined;
  }[];
}

/** Date: `yyyy-mm-dd`; time: `HH:MM`; phone: E.164; file: its address; yes/no: boolean. */
export type AnswerValue = string | number | boolean;

export type AnswerRefusal =
  | 'empty'
  | 'notNumber'
  | 'tooShort'
  | 'tooLong'
  | 'tooSmall'
  | 'tooBig'
  | 'notMoney'
  | 'otherCurrency'
  | 'notPhone'
  | 'notEmail'
  | 'notDate'
  | 'notTime'
  | 'notYesNo'
  | 'notInList'
  | 'noFile'
  | 'notImage'
  | 'notDocument'
  | 'fileTooBig'
  | 'noMatch'
  | 'notName'
  | 'badPattern';

/** `all`: every address, when several files came. `currency`: ISO 4217 code of a sum, when it was said or is the one asked for. */
export type AnswerRead =
  | {
      readonly ok: true;
      readonly value: AnswerValue;
      readonly shown: string;
      readonly all?: readonly string[];
      readonly currency?: string;
    }
  | { readonly ok: false; readonly reason: AnswerRefusal };

/** One entity: reads a trimmed, non-empty answer. */
export type ReadEntity = (text: string, rules: AnswerRules) => AnswerRead;

export function accept(value: AnswerValue, shown = String(value)): AnswerRead {
  return { ok: true, value, shown };
}

export function refuse(reason: AnswerRefusal): AnswerRead {
  return { ok: false, reason };
}

export function languageBase(language: string): string {
  return language.toLowerCase().slice(0, 2);
}
