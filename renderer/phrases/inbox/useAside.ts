import { useCallback, useMemo, useState } from 'react';
import type { Result } from '../../../engine/model/result.ts';
import type { Unrecognised } from '../../../engine/protocol/phrases.ts';
import { call } from '../../bridge.ts';

interface Wish {
  readonly ignored: boolean;
  /** The engine has done it: the list that is read next says so itself. */
  readonly isDone: boolean;
}
type Wishes = ReadonlyMap<string, Wish>;

export type SetAside = (keys: readonly string[], ignored: boolean) => Promise<Result<unknown>>;

interface Aside {
  /** The newest word on each text. */
  readonly isAside: (text: Unrecognised) => boolean;
  /** Shows at once; taken back when the engine refuses. */
  readonly setAside: SetAside;
}

/** What is put aside: by the list that was read last, and by what was asked here since. */
export function useAside(bot: string, texts: readonly Unrecognised[] | null): Aside {
  const [wishes, setWishes] = useState<Wishes>(new Map());
  const [listed, setListed] = useState(texts);
  if (listed !== texts) {
    setListed(texts);
    const left = [...wishes].filter(([, { isDone }]) => !isDone);
    if (left.length < wishes.size) setWishes(new Map(left));
  }
  const newest = useMemo(() => new Map(texts?.map(({ key, ignored }) => [key, ignored])), [texts]);

  const setAside = useCallback<SetAside>(
    async (keys, ignored) => {
      const wish: Wish = { ignored, isDone: false };
      setWishes((present) => new Map([...present, ...keys.map((key) => [key, wish] as const)]));
      const done = await call('phrases.ignore', { bot, keys: [...keys], ignored });
      const outcome = done.ok ? { ...wish, isDone: true } : null;
      setWishes((present) => withOutcome(present, wish, outcome));
      return done;
    },
    [bot],
  );

  const isAside = useCallback(
    ({ key, ignored }: Unrecognised) => wishes.get(key)?.ignored ?? newest.get(key) ?? ignored,
    [wishes, newest],
  );
  return { isAside, setAside };
}

function withOutcome(wishes: Wishes, wish: Wish, outcome: Wish | null): Wishes {
  return new Map(
    [...wishes].flatMap(([key, present]) => {
      if (present !== wish) return [[key, present]];
      return outcome === null ? [] : [[key, outcome]];
    }),
  );
}
