import { channelFacts, nativeIds } from '../channels.ts';
import type { Core } from '../core.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Customer, Source } from '../storedWorld.ts';
import { nextId } from '../world.ts';
import { announceCustomer } from './announce.ts';
import { viewCustomer } from './views.ts';

export interface NewCustomer {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly login?: string | undefined;
  /** Integration id, or the type of a channel; the first integration if absent. */
  readonly channel?: number | string | undefined;
}

/** Somebody picks up a phone. Umnico learns of them with their first message. */
export function startCustomer(core: Core, wanted: NewCustomer): Customer | Refusal {
  const { world } = core;
  const all = [...world.integrations.values()];
  const sa =
    wanted.channel === undefined ? all[0] : all.find((i) => i.id === wanted.channel || i.type === wanted.channel);
  if (!sa) return refuse(422, 'There is no such channel');
  const digits = wanted.phone?.replace(/\D/g, '') ?? '';
  if (digits !== '' && (digits.length < 7 || digits.length > 15)) return refuse(422, 'A phone has 7 to 15 digits');
  const id = nextId(world, 'customer');
  const native = nativeIds(sa.type, id, digits || null);
  const phone = digits || (channelFacts(sa.type).usesPhone ? native.socialId : null);
  const customer: Customer = {
    id,
    profileId: nextId(world, 'profile'),
    saId: sa.id,
    name: wanted.name,
    login: wanted.login ?? (channelFacts(sa.type).usesPhone ? native.socialId : `client_${id}`),
    phone,
    email: null,
    socialId: native.socialId,
    announced: false,
    leadIds: [],
    createdAt: core.now(),
  };
  world.customers.set(id, customer);
  core.changed();
  core.hub.tell({ kind: 'customer', data: viewCustomer(core, customer) });
  return customer;
}

/** A name or a phone becomes known or is corrected: `customer.changed`. */
export function changeCustomer(
  core: Core,
  customer: Customer,
  change: { name?: string | undefined; phone?: string | null | undefined; email?: string | null | undefined },
): void {
  if (change.name !== undefined) customer.name = change.name;
  if (change.phone !== undefined) customer.phone = change.phone;
  if (change.email !== undefined) customer.email = change.email;
  core.changed();
  if (customer.announced) announceCustomer(core, 'customer.changed', customer);
}

export type Place = 'private' | 'comment' | 'group';

/** The thread in which a customer writes; made on first use. */
export function sourceFor(core: Core, customer: Customer, place: Place): Source {
  const { world } = core;
  for (const realId of customer.leadIds.flatMap((id) => world.leads.get(id)?.realIds ?? [])) {
    const source = world.sources.get(realId);
    if (source && placeOf(source) === place) return source;
  }
  const realId = nextId(world, 'source');
  const sa = world.integrations.get(customer.saId);
  const native = nativeIds(sa?.type ?? '', customer.id, customer.phone);
  const ru = world.language === 'ru';
  const source: Source = {
    realId,
    nativeId: place === 'private' ? native.chatId : place === 'comment' ? `post_${realId}` : `-100${realId}`,
    customerId: customer.id,
    saId: customer.saId,
    type: place === 'comment' ? 'comment' : 'message',
    group: place === 'group',
    name:
      place === 'private'
        ? customer.name
        : place === 'comment'
          ? ru
            ? 'Новинки'
            : 'News'
          : ru
            ? 'Соседи'
            : 'Neighbours',
  };
  world.sources.set(realId, source);
  return source;
}

function placeOf(source: Source): Place {
  return source.group ? 'group' : source.type === 'comment' ? 'comment' : 'private';
}
