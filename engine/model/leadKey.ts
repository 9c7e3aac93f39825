/**
 * A lead's number means nothing outside its account, so here a conversation goes by its key: the number as it is in the
 * first account this data folder knew, with the account before it in any other (`50023:7001`). Two accounts then share
 * neither sessions nor timers, nor what is forgotten, and whoever comes back finds what was left.
 */
const MARK = ':';

/** What keys of an account begin with. `first`: it is the first one this data folder knew. */
export function leadScope(account: string, first: boolean): string {
  return first ? '' : `${account}${MARK}`;
}

/** What this key begins with: the scope of the account that the lead is of. */
export function scopeOfLead(key: string): string {
  return key.slice(0, key.indexOf(MARK) + 1);
}

/** The number that the account and its people know the lead by. */
export function leadNumber(key: string): string {
  return key.slice(key.indexOf(MARK) + 1);
}
