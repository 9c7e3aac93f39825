import { ChevronLeft, ChevronRight, CircleMinus, CirclePlus, GitCompare, PencilLine, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { changeWords } from '../../engine/check/change/changeWords.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Change } from '../../engine/flow/diff/change.ts';
import { flowById, nodeById } from '../../engine/flow/graph.ts';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { showMarks } from '../editor/changeMarks.ts';
import { marksOf } from '../editor/marksOf.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './CanvasBar.module.css';
import { loadVersion } from './loadVersion.ts';
import { compareWith, usePublish } from './publishState.ts';
import { isCanvasOf } from './onCanvas.ts';
import { useCanvasFocus } from './useCanvasFocus.ts';
import { useChangesSince } from './useChangesSince.ts';

type Kind = 'added' | 'changed' | 'removed';
const KINDS: readonly Kind[] = ['added', 'changed', 'removed'];
const ICONS = { added: CirclePlus, changed: PencilLine, removed: CircleMinus };

/** Over the canvas while the draft is compared with a version: how much differs, what was removed, and the way to each. */
export function CompareBar() {
  const comparing = usePublish((state) => state.comparing);
  const viewing = useEditor((state) => state.viewing !== null);
  const [base, setBase] = useState<{ readonly id: number; readonly bot: Bot } | null>(null);
  useEffect(() => {
    let isGone = false;
    if (comparing === null) return undefined;
    void loadVersion(comparing.id).then((loaded) => {
      if (isGone) return;
      if (loaded.ok) setBase({ id: comparing.id, bot: loaded.value });
      else compareWith(null);
    });
    return () => {
      isGone = true;
    };
  }, [comparing]);
  useCanvasFocus(comparing !== null);
  // Another bot is another comparison, and so is coming back.
  useEffect(() => endElsewhere, []);
  if (comparing === null || viewing || base?.id !== comparing.id) return null;
  return <Compared base={base.bot} number={comparing.number} />;
}

/** Leaving the canvas ends the comparison. */
function endElsewhere(): void {
  const { comparing } = usePublish.getState();
  if (comparing !== null && !isCanvasOf(comparing.bot)) compareWith(null);
}

function Compared({ base, number }: { readonly base: Bot; readonly number: number }) {
  const t = useCopy('versions');
  const language = usePreferences((state) => state.language);
  const draft = useEditor((state) => state.bot);
  const changes = useChangesSince(base);
  const [isListed, setListed] = useState(true);
  const [at, setAt] = useState(-1);
  const say = useMemo(() => changeWords(base, draft, language), [base, draft, language]);

  useEffect(() => {
    if (changes !== null) showMarks(marksOf(changes, useEditor.getState().bot));
  }, [changes]);
  useEffect(() => () => showMarks(null), []);

  if (changes === null) return null;
  const places = changes.filter((change) => isOnCanvas(change, draft));
  function step(way: 1 | -1): void {
    const from = at < 0 && way < 0 ? 0 : at;
    const next = (from + way + places.length) % places.length;
    setAt(next);
    show(places[next]);
  }

  return (
    <>
      <section className={styles.bar} data-testid="compare-bar" aria-label={t('compare.title', { number })}>
        <GitCompare size={16} aria-hidden className={styles.icon} />
        <div className={styles.words}>
          <p className={styles.title}>{t(changes.length === 0 ? 'compare.none' : 'compare.title', { number })}</p>
          <p className={styles.counts}>
            {KINDS.map((kind) => {
              const count = changes.filter((change) => kindOf(change) === kind).length;
              return count === 0 ? null : (
                <span key={kind} className={styles.count}>
                  <Mark kind={kind} />
                  {t(`compare.${kind}`, { count })}
                </span>
              );
            })}
          </p>
        </div>
        {places.length > 0 && (
          <>
            <IconButton
              size="dense"
              label={t('compare.previous')}
              icon={<ChevronLeft size={16} aria-hidden />}
              onClick={() => step(-1)}
            />
            <IconButton
              size="dense"
              label={t('compare.next')}
              icon={<ChevronRight size={16} aria-hidden />}
              onClick={() => step(1)}
            />
          </>
        )}
        {changes.length > 0 && (
          <Button size="dense" variant="ghost" aria-expanded={isListed} onClick={() => setListed(!isListed)}>
            {t(isListed ? 'compare.hide' : 'compare.show')}
          </Button>
        )}
        <IconButton
          size="dense"
          label={t('compare.close')}
          data-testid="compare-close"
          icon={<X size={16} aria-hidden />}
          onClick={() => compareWith(null)}
        />
      </section>
      {isListed && changes.length > 0 && (
        <ul className={styles.list} aria-label={t('compare.list')} data-testid="compare-list">
          {changes.map((change) => (
            <li key={`${change.flow ?? ''} ${change.node ?? ''} ${change.field}`}>
              <ChangeLine change={change} words={say(change)} isPlace={isOnCanvas(change, draft)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface ChangeLineProps {
  readonly change: Change;
  readonly words: string;
  readonly isPlace: boolean;
}

function ChangeLine({ change, words, isPlace }: ChangeLineProps) {
  const kind = kindOf(change);
  const content = (
    <>
      <Mark kind={kind} />
      <span>{words}</span>
    </>
  );
  if (!isPlace)
    return (
      <p className={styles.line} data-kind={kind}>
        {content}
      </p>
    );
  return (
    <button type="button" className={styles.line} data-kind={kind} onClick={() => show(change)}>
      {content}
    </button>
  );
}

function Mark({ kind }: { readonly kind: Kind }) {
  const t = useCopy('versions');
  const Icon = ICONS[kind];
  return <Icon size={14} role="img" aria-label={t(`compare.kind.${kind}`)} className={styles.mark} data-mark={kind} />;
}

function kindOf({ field, before, after }: Change): Kind {
  const comes = field === 'node' || field === 'flow' || field.startsWith('exits.');
  if (comes && before === null) return 'added';
  return comes && after === null ? 'removed' : 'changed';
}

function isOnCanvas({ flow, node }: Change, bot: Bot): boolean {
  const found = flow === null ? undefined : flowById(bot, flow);
  return found !== undefined && node !== null && nodeById(found, node) !== undefined;
}

function show(change: Change | undefined): void {
  if (change?.flow != null && change.node !== null) useEditor.getState().goTo(change.flow, change.node);
}
