import { readAnswer } from '../../nlu/entities/readAnswer.ts';
import { afterRefusal, changeExits } from '../ifRefused.ts';
import type { LeadFields, LocalProblem, NodeContext, NodeKind } from '../kind.ts';
import { leadSchema, type LeadData } from './schema.ts';

const LONGEST_COMMENT = 2_000;
const LONGEST_NAME = 100;

/**
 * «Update lead card»: comment, amount, and what is known of the customer. What turns out not to be a sum, a phone or an
 * address is left out. Waits until the CRM has done it.
 */
export const lead: NodeKind<LeadData, 'lead'> = {
  kind: 'lead',
  family: 'crm',
  schema: leadSchema,
  entry: false,
  exits: (data) => changeExits(data.ifRefused),
  initial: () => ({}),
  enter(data, context) {
    const fields = filled(data, context);
    return fields === null ? { do: 'leave', exit: 'next' } : { do: 'await', effect: context.updateLead(fields) };
  },
  settled: (data, _wait, outcome, context) =>
    outcome.ok ? { do: 'leave', exit: 'next' } : afterRefusal(data.ifRefused, context),
  texts: (data) =>
    [data.comment, data.amount, data.name, data.phone, data.email].filter((one) => typeof one === 'string'),
  problems(data, facts) {
    const problems: LocalProblem[] = [];
    const { comment = '', amount, phone = '', email = '', name = '' } = data;
    if ([comment, amount ?? '', name, phone, email].every((one) => String(one).trim() === ''))
      return [{ code: 'E-NOFIELD', level: 'error', field: 'comment' }];
    if (comment.length > LONGEST_COMMENT)
      problems.push({ code: 'W-CUT', level: 'warning', field: 'comment', facts: { limit: LONGEST_COMMENT } });
    if (isFixed(amount) && readAs('money', String(amount), facts.language) === null)
      problems.push({ code: 'E-AMOUNT', level: 'error', field: 'amount', facts: { amount } });
    if (isFixed(phone) && readAs('phone', phone, facts.language) === null)
      problems.push({ code: 'E-PHONE', level: 'error', field: 'phone', facts: { phone } });
    if (isFixed(email) && readAs('email', email, facts.language) === null)
      problems.push({ code: 'E-EMAIL', level: 'error', field: 'email', facts: { email } });
    return problems;
  },
};

/** Written out by the author: what it is can be seen before anybody writes. */
function isFixed(value: string | number | undefined): value is string | number {
  return value !== undefined && String(value).trim() !== '' && !String(value).includes('{{');
}

/** Null = nothing to write. */
function filled(data: LeadData, context: NodeContext): LeadFields | null {
  const { language } = context.facts;
  const text = (template: string | undefined): string => context.fill(template ?? '').trim();
  const comment = text(data.comment).slice(0, LONGEST_COMMENT).toWellFormed();
  const amount = readAs('money', text(data.amount === undefined ? '' : String(data.amount)), language);
  const name = text(data.name).replaceAll(/\s+/gu, ' ').slice(0, LONGEST_NAME).toWellFormed();
  const phone = readAs('phone', text(data.phone), language);
  const email = readAs('email', text(data.email), language);
  const contacts = {
    ...(name === '' ? {} : { name }),
    ...(typeof phone === 'string' ? { phone } : {}),
    ...(typeof email === 'string' ? { email } : {}),
  };
  const hasContacts = Object.keys(contacts).length > 0;
  if (comment === '' && amount === null && !hasContacts) return null;
  return {
    ...(comment === '' ? {} : { comment, replaceComment: data.replaceComment === true }),
    ...(typeof amount === 'number' ? { amount } : {}),
    ...contacts,
    ...(hasContacts ? { labels: context.words.contactLabels } : {}),
    keepExisting: data.keepExisting !== false,
  };
}

/** A sum from 0 («1 250,50 ₽»), a phone as E.164, an address; null = it is none. */
function readAs(kind: 'money' | 'phone' | 'email', text: string, language: string): string | number | null {
  const read = readAnswer(kind, text, { language, now: 0, timeZone: 'UTC', attachments: [], min: 0 });
  return read.ok && (typeof read.value === 'string' || typeof read.value === 'number') ? read.value : null;
}
