import { fillTemplate, templateNames } from '../../engine/expression/template.ts';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { checkUrl, isLocalHost } from '../../engine/nodes/http/requestUrl.ts';
import type { HttpData } from '../../engine/nodes/http/schema.ts';
import { reading } from '../editor/nodeData.ts';

/** A place outside that blocks talk to, by its name and port. */
export interface OutsideHost {
  readonly host: string;
  /** In the own network, as far as the name tells: closed unless its owner opens it in the settings. */
  readonly isLocal: boolean;
  /** Ids of the variables whose values it is sent. */
  readonly sends: readonly string[];
  /** Names of the access keys it is sent over https and, without encryption, over http; null = no request goes that way. */
  readonly safe: readonly string[] | null;
  readonly plain: readonly string[] | null;
  /** Those with a name of their own; the others would only repeat the address. */
  readonly blocks: readonly string[];
}

/** Whom these blocks talk to, in their order. An address that can't be used reaches nobody; Problems tells of it. */
export function outsideHosts(nodes: readonly BotNode[]): OutsideHost[] {
  const found = new Map<string, OutsideHost>();
  for (const node of nodes) {
    const known = reading(node);
    if (node.kind !== 'http' || !known.ok) continue;
    const { url = '' } = known.data as HttpData;
    const name = node.name?.trim() ?? '';
    const address = addressOf(url);
    if (address === null) continue;
    const before = found.get(address.host);
    const keys = known.kind.secrets?.(known.data) ?? [];
    const isPlain = address.protocol === 'http:';
    found.set(address.host, {
      host: address.host,
      isLocal: isLocalHost(address.hostname),
      sends: union(before?.sends, known.kind.texts(known.data).flatMap(templateNames)),
      safe: isPlain ? (before?.safe ?? null) : union(before?.safe, keys),
      plain: isPlain ? union(before?.plain, keys) : (before?.plain ?? null),
      blocks: union(before?.blocks, name === '' ? [] : [name]),
    });
  }
  return [...found.values()];
}

/** Of `hosts` those that `known` does not speak to yet, or not this way or with these keys. */
export function newHosts(hosts: readonly OutsideHost[], known: readonly OutsideHost[]): OutsideHost[] {
  return hosts.filter(({ host, safe, plain }) => {
    const same = known.find((other) => other.host === host);
    return same === undefined || (plain !== null && same.plain === null) || hasMore(safe, same) || hasMore(plain, same);
  });
}

function hasMore(keys: readonly string[] | null, { safe, plain }: OutsideHost): boolean {
  const before = union(safe, plain ?? []);
  return keys?.some((key) => !before.includes(key)) === true;
}

/** The address as the engine will read it: a name in other letters shows as what it really is. */
function addressOf(url: string): URL | null {
  return checkUrl(url).ok ? URL.parse(fillTemplate(url.trim(), () => 'x', 'url')) : null;
}

function union(before: readonly string[] | null | undefined, more: readonly string[]): string[] {
  return [...new Set([...(before ?? []), ...more])];
}
