import type { KillFigures } from './killRun.ts';

/** Kinds of fault that must have happened, or the run proves less than it seems to. */
const KINDS = [
  'tooManyRequests',
  'serverErrors',
  'lostRequests',
  'sendFailAfterDelivery',
  'redelivered',
  'nobodyListened',
];

/** Each kind of fault that must happen, with how often it did. */
export function seenKinds({ faults }: KillFigures): readonly (readonly [string, number])[] {
  return KINDS.map((kind) => [kind, faults[kind] ?? 0]);
}

/** P1 to P3 over a run; empty = all were kept. */
export function brokenPromises(figures: KillFigures): readonly string[] {
  const unseen = seenKinds(figures).flatMap(([kind, count]) => (count === 0 ? [kind] : []));
  return [
    ...(['lost', 'doubled', 'disordered'] as const).flatMap((kind) =>
      figures[kind] > 0 ? [`${String(figures[kind])} ${kind}`] : [],
    ),
    ...unseen.map((kind) => `no ${kind} in the whole run`),
    ...figures.complaints,
  ];
}
