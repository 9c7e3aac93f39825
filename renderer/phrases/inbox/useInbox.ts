import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Fault } from '../../../engine/model/fault.ts';
import { useEditor } from '../../editor/store.ts';
import { askInbox } from './askInbox.ts';
import type { Near } from './inboxJobs.ts';
import { type SetAside, useAside } from './useAside.ts';
import { type Group, type Grouped, sortTexts } from './sortTexts.ts';
import { useUnrecognised } from './useUnrecognised.ts';
import { useWaitingGroups } from './waitingGroups.ts';

export interface InboxState {
  /** Null = not known yet. */
  readonly waiting: readonly Group[] | null;
  readonly aside: readonly Group[] | null;
  /** Nothing was ever not understood, as far as is kept. */
  readonly isNew: boolean;
  readonly fault: Fault | null;
  /** The texts are there, but what is alike could not be gathered. */
  readonly isStuck: boolean;
  readonly reload: () => void;
  readonly setAside: SetAside;
}

/** Several languages are one value here: a new list of the same ones is no news. */
function useLanguages(): string {
  return useEditor(({ bot }) => (bot.languages ?? [bot.language]).join());
}

/** What the bot did not understand, gathered by what it asks for. */
export function useInbox(botId: string): InboxState {
  const { texts, fault, reload } = useUnrecognised(botId);
  const bot = useEditor((state) => state.bot);
  const languages = useLanguages();
  const { isAside, setAside } = useAside(botId, texts);
  const [grouped, setGrouped] = useState<Grouped | null>(null);
  const [isStuck, setStuck] = useState(false);

  useEffect(() => {
    if (texts === null) return;
    const said = texts.map(({ text, count }) => ({ text, count }));
    void askInbox('group', { texts: said, languages: languages.split(',') }).then((answer) => {
      // Answers come in the order they were asked for: where news come faster, the last but one is better than none.
      if (answer === 'superseded') return;
      setStuck(answer === null);
      if (answer !== null) setGrouped({ texts, ...answer });
    });
  }, [texts, languages]);

  // What is put aside need not wait until what is alike is gathered anew.
  const present = useMemo(
    () =>
      grouped && {
        ...grouped,
        texts: grouped.texts.map((text) => ({ ...text, ignored: isAside(text) })),
      },
    [grouped, isAside],
  );
  const waiting = useMemo(() => present && sortTexts(present, bot, 'waiting'), [present, bot]);
  const aside = useMemo(() => present && sortTexts(present, bot, 'aside'), [present, bot]);
  const isOpen = bot.id === botId;
  useEffect(() => {
    if (waiting !== null && isOpen) useWaitingGroups.setState({ bot: botId, count: waiting.length });
  }, [botId, isOpen, waiting]);
  return { waiting, aside, isNew: texts?.length === 0, fault, isStuck, reload, setAside };
}

/** Beyond these nobody looks before the first are sorted. */
const LOOKED_AT = 300;

/** The topics nearest to each group, by its id; those known for an older draft serve until the new ones are there. */
export function useNearTopics(groups: readonly Group[]): (group: Group) => readonly Near[] {
  const intents = useEditor((state) => state.bot.intents);
  const languages = useLanguages();
  const [near, setNear] = useState<ReadonlyMap<string, readonly Near[]>>(new Map());

  useEffect(() => {
    const set = {
      intents: (intents ?? []).map(({ id, phrases }) => ({ id, phrases })),
      languages: languages.split(','),
    };
    const looked = groups.slice(0, LOOKED_AT);
    const asked = looked.map(({ texts }) => texts.map(({ point }) => point.phrase));
    if (set.intents.length === 0 || looked.length === 0) return;
    void askInbox('near', { groups: asked, set }).then((answer) => {
      if (answer === null || answer === 'superseded') return;
      setNear(new Map(looked.map(({ id }, index) => [id, answer[index] ?? []])));
    });
  }, [groups, intents, languages]);

  return useCallback((group) => near.get(group.id) ?? [], [near]);
}
