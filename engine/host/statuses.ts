import type { Bot, BotNode } from '../flow/botSchema.ts';
import { readNode } from '../flow/readNode.ts';
import { ok, type Result } from '../model/result.ts';
import type { Channel, ChannelStatus } from '../ports/channel.ts';
import type { StatusLink } from '../ports/botStore.ts';

/** A row of the matching table: product.md, B1. */
export interface StatusMatch {
  readonly status: string | null;
  readonly name: string;
  readonly external: string | null;
  readonly externalName: string | null;
  /** `archived`: its pair is there no more, or only among what the CRM has put away. */
  readonly kind: 'matched' | 'renamed' | 'onlyHere' | 'onlyThere' | 'archived';
}

const plain = (name: string): string => name.trim().replaceAll(/\s+/gu, ' ').toLowerCase().replaceAll('ё', 'е');

/**
 * What linking would do. A link made before holds, also when the CRM renamed its status; otherwise equal names match. One
 * whose status was put away takes another of that name, if there is one.
 */
export function matchStatuses(bot: Bot, all: readonly ChannelStatus[], links: readonly StatusLink[]): StatusMatch[] {
  const there = all.filter((known) => known.archived !== true);
  const taken = new Set<string>();
  const rows: StatusMatch[] = (bot.statuses ?? []).map((status) => {
    const link = links.find((known) => known.status === status.id);
    const linked = link === undefined ? undefined : there.find((known) => known.externalId === link.external);
    const found =
      linked ?? there.find((known) => plain(known.name) === plain(status.name) && !taken.has(known.externalId));
    if (found === undefined) {
      const away = all.find((known) => known.archived === true && plain(known.name) === plain(status.name));
      const externalName = link?.name ?? away?.name ?? null;
      const kind = externalName === null ? 'onlyHere' : 'archived';
      return { status: status.id, name: status.name, external: null, externalName, kind };
    }
    taken.add(found.externalId);
    const kind = plain(found.name) === plain(status.name) ? 'matched' : 'renamed';
    return { status: status.id, name: status.name, external: found.externalId, externalName: found.name, kind };
  });
  const rest = there.filter((known) => !taken.has(known.externalId));
  return [
    ...rows,
    ...rest.map((known) => ({
      status: null,
      name: known.name,
      external: known.externalId,
      externalName: known.name,
      kind: 'onlyThere' as const,
    })),
  ];
}

export async function previewStatuses(
  bot: Bot,
  channel: Channel,
  links: readonly StatusLink[],
): Promise<Result<StatusMatch[]>> {
  const there = await channel.statuses();
  return there.ok ? ok(matchStatuses(bot, there.value, links)) : there;
}

/**
 * Links as they follow from the names, for what needs nobody's decision. `before`: those so far; one whose status was put
 * away is kept, so that it can be told from one that never had a pair, and holds again when the status is back.
 */
export function linksOf(matches: readonly StatusMatch[], before: readonly StatusLink[]): StatusLink[] {
  return matches.flatMap(({ status, external, externalName, name }) => {
    if (status === null) return [];
    if (external === null) return before.filter((link) => link.status === status);
    return [{ status, external, name: externalName ?? name }];
  });
}

/** Has this row nothing to be set to in the CRM? */
export function hasNoPair({ status, external }: StatusMatch): boolean {
  return status !== null && external === null;
}

/**
 * A status the bot's blocks use that the account has no counterpart for: known before going live, not when a customer waits
 * (B4). Null also where the account does not answer now: sending waits for it anyway.
 */
export async function unlinkedStatus(
  bot: Bot,
  channel: Channel | null,
  links: readonly StatusLink[],
): Promise<string | null> {
  const matches = channel === null ? null : await previewStatuses(bot, channel, links);
  if (matches?.ok !== true) return null;
  const used = usedStatuses(bot);
  return matches.value.find((match) => hasNoPair(match) && used.has(match.status ?? ''))?.name ?? null;
}

/** Statuses the bot's blocks refer to, by id: those must be linked before it goes live. */
export function usedStatuses(bot: Bot): Set<string> {
  const known = new Set((bot.statuses ?? []).map((status) => status.id));
  const used = new Set<string>();
  const operators = (bot.statuses ?? []).filter((status) => status.role === 'operator').map((status) => status.id);
  for (const flow of bot.flows) {
    for (const node of flow.nodes) {
      if (node.disabled !== true) for (const id of statusesOf(node)) if (known.has(id)) used.add(id);
    }
  }
  for (const id of operators) used.add(id);
  if (bot.settings?.resumeStatus !== undefined && known.has(bot.settings.resumeStatus))
    used.add(bot.settings.resumeStatus);
  return used;
}

/** Those a node sets, and those in which it begins or listens: unlinked, it never would. */
function statusesOf(node: BotNode): string[] {
  const read = readNode(node);
  const data = (read.ok ? read.data : (node.data ?? {})) as {
    readonly status?: unknown;
    readonly inStatuses?: unknown;
    readonly when?: { readonly statuses?: unknown };
  };
  return [data.status, data.inStatuses, data.when?.statuses].flat().filter((id) => typeof id === 'string');
}
