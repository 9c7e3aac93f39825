import type { BotFacts } from '../model/definitions.ts';
import type { AnswerKind, AnswerRules } from '../nlu/entities/answer.ts';
import { readBound, type Bound } from '../nlu/entities/bound.ts';
import { countryOfLanguage } from '../nlu/entities/phone.ts';

/** An answer as a node asks for it: its kind, and what it must keep to. */
export interface AskedFor {
  readonly answer?: AnswerKind | undefined;
  readonly min?: Bound | undefined;
  readonly max?: Bound | undefined;
  readonly country?: string | undefined;
  readonly currency?: string | undefined;
  readonly entity?: string | undefined;
  readonly pattern?: string | undefined;
  readonly fileType?: AnswerRules['fileType'] | 'any';
  readonly maxMegabytes?: number | undefined;
}

/** When and to whom it is said. */
interface Said {
  readonly facts: BotFacts;
  /** Epoch ms. */
  readonly at: number;
  readonly language: string;
}

/** The rules by which the answer is read at this moment. A limit that says nothing binds nobody. */
export function answerRules(
  asked: AskedFor,
  { facts, at, language }: Said,
  attachments: AnswerRules['attachments'],
): AnswerRules {
  const bound = (limit: Bound | undefined): number | undefined =>
    limit === undefined ? undefined : (readBound(asked.answer ?? 'text', limit, at, facts.timeZone) ?? undefined);
  const min = bound(asked.min);
  const max = bound(asked.max);
  const entity = facts.entities.find((known) => known.id === asked.entity);
  const { currency, pattern, fileType, maxMegabytes } = asked;
  return {
    now: at,
    timeZone: facts.timeZone,
    language,
    attachments,
    // Numbers are written the way of the bot's country, whatever the customer speaks.
    country: asked.country ?? countryOfLanguage(facts.language),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(currency === undefined ? {} : { currency }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(fileType === undefined || fileType === 'any' ? {} : { fileType }),
    ...(maxMegabytes === undefined ? {} : { maxMegabytes }),
    ...(entity === undefined
      ? {}
      : { values: entity.values.map((known) => ({ value: known.value, synonyms: known.synonyms ?? [] })) }),
  };
}
