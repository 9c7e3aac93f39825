import { keysOf } from '../actions/actionKeys.ts';
import { ACTION_IDS, type ActionId, specOf } from '../actions/actionTable.ts';
import type { Preferences } from '../app/preferences.ts';

type OwnKeys = Preferences['keys'];

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Who has these keys already, in a place where both could be meant. */
export function takenBy(keys: string, id: ActionId, own: OwnKeys): ActionId | undefined {
  return ACTION_IDS.find((other) => other !== id && keysOf(other, own).some((theirs) => same(theirs, keys)));
}

/** These keys and no others for the action; whoever had them loses them. */
export function giveKeys(keys: string, id: ActionId, own: OwnKeys): OwnKeys {
  const other = takenBy(keys, id, own);
  const rest = other === undefined ? own : { ...own, [other]: keysOf(other, own).filter((k) => !same(k, keys)) };
  return tidied({ ...rest, [id]: [keys] });
}

export function takeKeys(id: ActionId, own: OwnKeys): OwnKeys {
  return tidied({ ...own, [id]: [] });
}

/** Back to what the app came with. */
export function resetKeys(id: ActionId, own: OwnKeys): OwnKeys {
  const { [id]: _, ...rest } = own;
  const wanted = specOf(id).keys;
  // Its own keys may have been given to someone else meanwhile: they come back from there.
  return wanted.reduce<OwnKeys>((keys, key) => {
    const other = takenBy(key, id, keys);
    return other === undefined
      ? keys
      : tidied({ ...keys, [other]: keysOf(other, keys).filter((theirs) => !same(theirs, key)) });
  }, rest);
}

/** What is as the app came with needs no entry. */
function tidied(own: OwnKeys): OwnKeys {
  const changed = ACTION_IDS.filter((id) => own[id] !== undefined && own[id].join() !== specOf(id).keys.join());
  return Object.fromEntries(changed.map((id) => [id, own[id] ?? []]));
}
