import { Undo2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { showFault } from '../../app/showFault.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { GroupList } from './GroupList.tsx';
import { GroupPane } from './GroupPane.tsx';
import styles from './Inbox.module.css';
import { inboxKey } from './inboxKey.ts';
import { NewTopicForm } from './NewTopicForm.tsx';
import { offeredTopics } from './offeredTopics.ts';
import { RecheckLine } from './RecheckLine.tsx';
import type { Group } from './sortTexts.ts';
import { synonymGroups } from './synonymGroups.ts';
import { teachNewTopic, teachOption, teachTopic } from './teach.ts';
import { tell, tellStep } from './told.ts';
import { TopicChoice } from './TopicChoice.tsx';
import { useNearTopics } from './useInbox.ts';
import type { SetAside } from './useAside.ts';
import { useOpenGroup } from './useOpenGroup.ts';
import { useRecheck } from './useRecheck.ts';

export interface InboxDeskProps {
  readonly groups: readonly Group[];
  readonly isAside: boolean;
  readonly onAside: SetAside;
  /** Stands here when there is nothing (more). */
  readonly empty: ReactNode;
}

/** A topic that learns so many alike phrases at once has learned enough; the others can be chosen by hand. */
const MOST = 30;

/** Groups at the left, one of them at the right with what can be done with it; the keys work in both. */
export function InboxDesk({ groups, isAside, onAside, empty }: InboxDeskProps) {
  const t = useCopy('inbox');
  const bot = useEditor((state) => state.bot);
  const readOnly = useEditor((state) => state.readOnly);
  const desk = useRef<HTMLDivElement>(null);
  /** Texts whose choice is not the usual one, by key. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  /** The group that is given a name: with another one open, nothing is. */
  const [named, setNamed] = useState<string | null>(null);
  const { recheck, run } = useRecheck();
  const nearTo = useNearTopics(isAside ? NO_GROUPS : groups);
  const { open, show: showGroup, leave } = useOpenGroup(groups);
  const naming = open !== null && named === open.id;
  const chosen = open?.texts.filter(({ key }, index) => index < MOST !== turned.has(key)) ?? [];
  const offers = offeredTopics(bot.intents ?? [], open === null ? [] : nearTo(open));

  function show(group: Group): void {
    showGroup(group.id);
    setNamed(null);
  }

  function sorted(step?: string): void {
    leave(step);
    setNamed(null);
    // The button that was pressed is gone: the keys go on working.
    desk.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }

  function toTopic(topic: string): void {
    const name = bot.intents?.find(({ id }) => id === topic)?.name ?? '';
    const count = teachTopic(topic, chosen);
    if (count === 0) return;
    tellStep(t('taught', { count, name }));
    run('phrases');
    sorted(lastStep());
  }

  function toNewTopic(name: string): void {
    if (teachNewTopic(name, chosen) === 0) return;
    tellStep(t('created', { name }));
    run('phrases');
    sorted(lastStep());
  }

  function toOption(place: { readonly flow: string; readonly node: string }, option: string, label: string): void {
    if (teachOption(place, option, chosen) === 0) return;
    tellStep(t('synonyms', { name: label }));
    run(place);
    sorted(lastStep());
  }

  async function setAside(group: Group, ignored: boolean): Promise<void> {
    const keys = group.texts.map(({ key }) => key);
    sorted();
    const done = await onAside(keys, ignored);
    if (!done.ok) {
      showFault(done.fault);
      return;
    }
    tell(t(ignored ? 'ignored' : 'restored'), () => void takeBack(group, !ignored));
  }

  async function takeBack(group: Group, ignored: boolean): Promise<void> {
    show(group);
    const keys = group.texts.map(({ key }) => key);
    const done = await onAside(keys, ignored);
    if (!done.ok) showFault(done.fault);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const pressed = inboxKey(event);
    // A list of its own (a menu that is open) has its own keys.
    const isHere = event.target instanceof Node && desk.current?.contains(event.target) === true;
    if (pressed === null || open === null || !isHere) return;
    event.preventDefault();
    // A key that is held walks; it does not sort group after group.
    if (event.repeat && pressed.do !== 'move') return;
    const next = pressed.do === 'move' ? groups[groups.indexOf(open) + pressed.by] : undefined;
    if (next !== undefined) show(next);
    if (isAside || readOnly) return;
    if (pressed.do === 'ignore') void setAside(open, true);
    if (chosen.length === 0) return;
    if (pressed.do === 'new') setNamed(open.id);
    const offer = pressed.do === 'offer' ? offers[pressed.index] : undefined;
    if (offer !== undefined) toTopic(offer.id);
  }

  return (
    <>
      {recheck !== null && <RecheckLine recheck={recheck} />}
      {open === null ? (
        empty
      ) : (
        <div ref={desk} className={styles.desk} onKeyDown={onKeyDown}>
          <GroupList groups={groups} open={open} onOpen={show} />
          <GroupPane
            group={open}
            isAside={isAside}
            chosen={chosen}
            most={MOST}
            onChoose={(text) => setTurned(withTurned(turned, text.key))}
          >
            {isAside && (
              <div className={styles.actions}>
                <Button icon={<Undo2 size={14} aria-hidden />} onClick={() => void setAside(open, false)}>
                  {t('restore')}
                </Button>
              </div>
            )}
            {!isAside && readOnly && <Banner tone="info">{t('readOnly')}</Banner>}
            {!isAside && !readOnly && naming && (
              <NewTopicForm
                suggested={topicName(open)}
                onCreate={toNewTopic}
                onClose={() => {
                  setNamed(null);
                  desk.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
                }}
              />
            )}
            {!isAside && !readOnly && !naming && (
              <TopicChoice
                offers={offers}
                synonyms={synonymGroups(open.texts, bot, toOption)}
                disabled={chosen.length === 0}
                onTopic={toTopic}
                onNew={() => setNamed(open.id)}
                onIgnore={() => void setAside(open, true)}
              />
            )}
          </GroupPane>
        </div>
      )}
    </>
  );
}

function withTurned(turned: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(turned);
  if (!next.delete(key)) next.add(key);
  return next;
}

function lastStep(): string | undefined {
  return useEditor.getState().history.past.at(-1)?.id;
}

const NO_GROUPS: readonly Group[] = [];
const NAME_CHARACTERS = 40;

/** The first phrase, as a name would be written. */
function topicName({ texts }: Group): string {
  const phrase = (texts[0]?.point.phrase ?? '').replace(/[?!.…]+$/u, '').slice(0, NAME_CHARACTERS);
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
