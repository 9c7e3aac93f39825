import type { Place } from '../model/state.ts';

/** `flow/node`; as it is where the flow's id has the sign itself. */
export type PackedPlace = string | Place;

/** Conversations stand in the same few places: each is read once. */
const KEPT = 4_000;
const kept = new Map<string, Place>();

export function packPlace(place: Place): PackedPlace {
  return place.flow.includes('/') ? place : `${place.flow}/${place.node}`;
}

export function unpackPlace(packed: PackedPlace): Place {
  if (typeof packed !== 'string') return packed;
  const known = kept.get(packed);
  if (known !== undefined) return known;
  const end = packed.indexOf('/');
  // Without a flow it is no place: the schema says so of the text.
  if (end < 0) return packed as unknown as Place;
  const place = Object.freeze({ flow: packed.slice(0, end), node: packed.slice(end + 1) });
  if (kept.size >= KEPT) kept.clear();
  kept.set(packed, place);
  return place;
}

/** One alone needs no list. */
export function packPlaces(places: readonly Place[]): PackedPlace | PackedPlace[] {
  const [first, ...others] = places;
  return first !== undefined && others.length === 0 ? packPlace(first) : places.map(packPlace);
}

export function unpackPlaces(packed: PackedPlace | PackedPlace[]): Place[] {
  if (Array.isArray(packed)) return packed.map(unpackPlace);
  const place = unpackPlace(packed);
  return typeof place === 'object' ? [place] : (place as Place[]);
}
