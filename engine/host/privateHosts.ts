import { z } from 'zod';
import type { Result } from '../model/result.ts';
import type { Store } from '../ports/store.ts';
import { plainHost } from './hostNames.ts';

/** The owner of this computer names them; no bot file can, so that an imported bot opens nothing. */
const SETTING = 'http.privateHosts';
const hostsSchema = z.array(z.string()).catch([]);

/** Hosts outside the open internet that blocks may ask: `name`, or `name:port`. */
export function readPrivateHosts(store: Pick<Store, 'read'>): readonly string[] {
  return hostsSchema.parse(store.read.setting(SETTING));
}

export function keepPrivateHosts(store: Pick<Store, 'write'>, hosts: readonly string[]): Promise<Result<unknown>> {
  const plain = hosts.map(plainHost).filter((host) => host !== '');
  return store.write((writer) => writer.putSetting(SETTING, [...new Set(plain)]));
}
