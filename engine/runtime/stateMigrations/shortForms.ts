import type { StateMigration } from './stateMigration.ts';

type Members = Readonly<Record<string, unknown>>;

/** What version 3 leaves out, as JSON. */
const USUAL: Readonly<Record<string, string>> = {
  owner: '"bot"',
  reason: '"start"',
  ownership: '0',
  status: 'null',
  phase: '"talking"',
  wait: 'null',
  lastMenu: 'null',
  ...Object.fromEntries(['menus', 'trail', 'calls', 'goals', 'tags', 'deferred'].map((name) => [name, '[]'])),
  ...Object.fromEntries(['misses', 'shown', 'variables', 'customer', 'turns', 'choices'].map((name) => [name, '{}'])),
};
const USUAL_WAIT: Readonly<Record<string, string>> = { offered: '[]', memo: '{}' };

/** Version 3 is read and written at every turn in half the time: what is usual stays out, places and options are short texts. */
export const shortForms: StateMigration = {
  from: 2,
  up(state) {
    const { wait, lastMenu, menus, trail, lastAt } = state;
    return without(USUAL, {
      ...state,
      wait: isRecord(wait) ? shortWait(wait, lastAt) : wait,
      lastMenu: isRecord(lastMenu) ? shortMenu(lastMenu, wait) : lastMenu,
      menus: shortPlaces(menus),
      trail: shortPlaces(trail),
    });
  },
};

function without(usual: Readonly<Record<string, string>>, record: Members): Members {
  const kept = Object.entries(record).filter(([name, value]) => JSON.stringify(value) !== (usual[name] ?? 'undefined'));
  return Object.fromEntries(kept);
}

function shortWait({ since, ...wait }: Members, lastAt: unknown): Members {
  return without(USUAL_WAIT, {
    ...wait,
    ...(since === lastAt ? {} : { since }),
    place: shortPlace(wait.place),
    offered: shortOffered(wait.offered),
  });
}

function shortMenu(menu: Members, wait: unknown): unknown {
  const isHere = isRecord(wait) && JSON.stringify(wait.place) === JSON.stringify(menu.place);
  if (menu.offered === null && isHere) return true;
  return { ...menu, place: shortPlace(menu.place), offered: shortOffered(menu.offered) };
}

function shortPlace(place: unknown): unknown {
  if (!isRecord(place) || typeof place.flow !== 'string' || typeof place.node !== 'string') return place;
  return place.flow.includes('/') ? place : `${place.flow}/${place.node}`;
}

function shortPlaces(places: unknown): unknown {
  if (!Array.isArray(places)) return places;
  const short = places.map(shortPlace);
  return short.length === 1 ? short[0] : short;
}

function shortOffered(offered: unknown): unknown {
  if (!Array.isArray(offered) || offered.length === 0) return offered;
  const members = offered.flatMap((one: unknown) =>
    isRecord(one) && one.synonyms === undefined ? [one.id, one.code, one.label] : [undefined],
  );
  return members.every((member) => typeof member === 'string' && !member.includes('|')) ? members.join('|') : offered;
}

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
