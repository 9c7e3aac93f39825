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

/** Several runs as one. */
export function together(runs: readonly KillFigures[]): KillFigures {
  const sum = (of: (run: KillFigures) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const most = (of: (run: KillFigures) => number): number => Math.max(...runs.map(of));
  const kinds = new Set(runs.flatMap(({ faults }) => Object.keys(faults)));
  return {
    kills: sum(({ kills }) => kills),
    messages: sum(({ messages }) => messages),
    lost: sum(({ lost }) => lost),
    window: sum(({ window }) => window),
    doubled: sum(({ doubled }) => doubled),
    disordered: sum(({ disordered }) => disordered),
    settleMs: most(({ settleMs }) => settleMs),
    historyLagMs: most(({ historyLagMs }) => historyLagMs),
    seconds: most(({ seconds }) => seconds),
    startMs: most(({ startMs }) => startMs),
    faults: Object.fromEntries([...kinds].map((kind) => [kind, sum(({ faults }) => faults[kind] ?? 0)])),
    complaints: runs.flatMap(({ complaints }) => complaints),
  };
}

/** How often P2's window was met, in words. */
export function windowWords({ window, messages, settleMs, historyLagMs }: KillFigures): string {
  return `window of P2 (a second copy after ${String(settleMs)} ms, the history ${String(historyLagMs)} ms late): ${String(window)} of ${String(messages)} messages`;
}
