import type { ChannelManager, ChannelSource } from '../ports/channel.ts';
import { inWords } from './output.ts';

/** What `--manager` or `--sources` names that the account does not have, in one line; null if all is there. */
export function wrongChoice(
  asked: { readonly manager: string | undefined; readonly sources: readonly string[] | 'all' | undefined },
  there: { readonly managers: readonly ChannelManager[]; readonly sources: readonly ChannelSource[] },
): string | null {
  const { manager, sources = [] } = asked;
  if (manager !== undefined && !there.managers.some(({ login }) => login.toLowerCase() === manager.toLowerCase())) {
    const known = there.managers.map(({ login }) => login).join(', ');
    return inWords({
      ru: `--manager ${manager}: такого сотрудника в Umnico нет; есть: ${known}`,
      en: `--manager ${manager}: Umnico has no such employee; there are: ${known}`,
    });
  }
  const lost = sources === 'all' ? undefined : sources.find((id) => !there.sources.some((source) => source.id === id));
  if (lost === undefined) return null;
  const known = there.sources.map(({ id, type, login }) => `${id} (${type} ${login})`).join(', ');
  return inWords({
    ru: `--sources ${lost}: такого канала в Umnico нет; есть: ${known}`,
    en: `--sources ${lost}: Umnico has no such source; there are: ${known}`,
  });
}
