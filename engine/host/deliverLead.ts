import type { EffectOf } from '../model/effect.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Channel, ChannelManager, ContactLine } from '../ports/channel.ts';

type LeadEffect = EffectOf<'assign' | 'tags' | 'updateLead'>;

/** Does an effect on the lead's card. Each may be repeated after a lost answer. */
export async function deliverLead(lead: string, effect: LeadEffect, channel: Channel): Promise<Result<undefined>> {
  const done = await change(lead, effect, channel);
  return done.ok ? ok(undefined) : done;
}

async function change(lead: string, effect: LeadEffect, channel: Channel): Promise<Result<void>> {
  switch (effect.type) {
    case 'assign': {
      const person = await employee(effect.to, channel);
      return person.ok ? channel.assign(lead, person.value, effect.onlyIfUnassigned === true) : person;
    }
    case 'tags':
      return channel.changeTags(lead, effect.add, effect.remove);
    case 'updateLead': {
      const { comment, replaceComment, amount, keepExisting } = effect;
      const contacts = contactLines(effect);
      return channel.updateLead(lead, {
        ...(comment === undefined ? {} : { comment, replaceComment: replaceComment === true }),
        ...(amount === undefined ? {} : { amount }),
        ...(contacts.length === 0 ? {} : { contacts }),
        keepExisting,
      });
    }
  }
}

/** The id of an employee named by id, login or name. Asked anew each time: people come and go, and assignments are few. */
async function employee(named: string, channel: Channel): Promise<Result<string>> {
  const people = await channel.managers();
  if (!people.ok) return people;
  const wanted = fold(named);
  const by = (field: (person: ChannelManager) => string): readonly ChannelManager[] =>
    people.value.filter((person) => fold(field(person)) === wanted);
  const names = by((person) => person.name);
  const found =
    by((person) => person.id)[0] ?? by((person) => person.login)[0] ?? (names.length === 1 ? names[0] : undefined);
  return found === undefined ? fail({ code: 'managerMissing', login: named }) : ok(found.id);
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

function contactLines(effect: EffectOf<'updateLead'>): readonly ContactLine[] {
  return (['name', 'phone', 'email'] as const).flatMap((field) => {
    const value = effect[field];
    return value === undefined ? [] : [{ field, label: effect.labels?.[field] ?? field, value }];
  });
}
