import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What `dialogram doctor --umnico` found out about the account, beside the data it is for. Of use at the next start. */
const FILE = 'umnico-findings.json';
/** A finding of longer is a mistake, and would keep every unclear message waiting. */
const LONGEST_SETTLE_MS = 10 * 60_000;
const findings = z.looseObject({ settleMs: z.number().min(0).max(LONGEST_SETTLE_MS).optional() });

/** Undefined = nothing was found out, or it can't be read. */
export function foundSettleMs(folder: string): number | undefined {
  try {
    return findings.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8'))).settleMs;
  } catch {
    return undefined;
  }
}

/** Throws what the file system says. Value: the file. */
export function keepFindings(folder: string, found: object): string {
  const file = join(folder, FILE);
  writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`, { mode: 0o600 });
  return file;
}
