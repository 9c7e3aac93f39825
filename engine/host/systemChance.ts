import { randomBytes, randomInt } from 'node:crypto';
import type { Chance } from '../ports/chance.ts';

export const systemChance: Chance = {
  seed: () => randomInt(0, 0x1_0000_0000),
  secret: (bits) => randomBytes(Math.ceil(bits / 8)).toString('base64url'),
};
