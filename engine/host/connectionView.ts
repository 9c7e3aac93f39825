import type { ChannelManager, ChannelSource } from '../ports/channel.ts';
import type { SecretKind } from '../ports/secrets.ts';
import type { EngineStatus } from '../protocol/engineView.ts';
import type { ConnectionConfig } from './connectionConfig.ts';
import type { Hook } from './inspectAccount.ts';

export type ConnectionView = EngineStatus['connection'];

/** The connection as windows see it; secrets are not among it. */
export function connectionView(
  config: ConnectionConfig,
  known: Pick<ConnectionView, 'state' | 'fault' | 'sandboxUrl' | 'tunnel'> & {
    readonly managers: readonly ChannelManager[];
    readonly sources: readonly ChannelSource[];
    readonly hook: Hook;
    readonly secretKind: SecretKind | null;
  },
): ConnectionView {
  const { managers, sources, hook, secretKind, ...shown } = known;
  const enabled = config.sources;
  const person = managers.find((candidate) => candidate.id === config.manager);
  return {
    ...shown,
    kind: config.kind,
    account: config.account,
    manager: person === undefined ? null : named(person),
    managers: managers.map(named),
    sources: sources.map((source) => ({ ...source, enabled: enabled === 'all' || enabled.includes(source.id) })),
    webhook: hook,
    secret: config.kind === 'umnico' ? secretKind : null,
  };
}

function named(person: ChannelManager): { id: string; login: string; name: string; owner: boolean } {
  return { id: person.id, login: person.login, name: person.name, owner: person.owner };
}
