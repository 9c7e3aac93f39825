import { ChevronRight, CircleAlert, CornerDownLeft, Play, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Finding } from '../../engine/check/explore/findings.ts';
import { findingWords } from '../../engine/check/explore/findingWords.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { flowById, nodeById } from '../../engine/flow/graph.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import rows from '../problems/ProblemList.module.css';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Example } from './Example.tsx';
import styles from './FindingList.module.css';
import { playExample } from './playExample.ts';

interface FindingRowProps {
  readonly finding: Finding;
  readonly level: 'error' | 'warning';
  /** The bot as it is now, and as it was walked, with every block named. */
  readonly present: Bot;
  readonly before: Bot;
}

const ICONS = { error: CircleAlert, warning: TriangleAlert };

/** A finding as a sentence with its block, and under it, folded, the conversation that shows it. */
export function FindingRow({ finding, level, present, before }: FindingRowProps) {
  const t = useCopy('problems');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { flow, node, exit, example } = finding;
  const isHere = useEditor((state) => state.flowId === flow && state.selection.nodes.includes(node));
  const isThere = nodeIn(present, finding) !== undefined;
  const bot = isThere ? present : before;
  const Icon = ICONS[level];
  const place = nodeIn(bot, finding)?.name ?? node;
  const flowName = present.flows.length > 1 ? `${flowById(bot, flow)?.name ?? flow} · ` : '';
  const hasExample = example.length > 0;

  function onKeyDown(event: KeyboardEvent): void {
    if (!hasExample || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    setOpen(event.key === 'ArrowRight');
  }

  return (
    <li>
      <div className={styles.line}>
        <button
          type="button"
          className={classes(rows.row, styles.row)}
          data-finding={finding.code}
          data-level={level}
          data-here={isHere || undefined}
          aria-disabled={!isThere || undefined}
          title={isThere ? undefined : t('paths.gone')}
          onClick={() => isThere && useEditor.getState().goTo(flow, node, { exit })}
          onKeyDown={onKeyDown}
        >
          <Icon size={16} className={rows.icon} aria-label={t(`level.${level}`)} />
          <span className={rows.place}>{flowName + place}</span>
          <span id={`${id}-words`} className={rows.words}>
            {findingWords(finding, bot, currentLanguage())}
          </span>
          {isThere && (
            <span className={rows.go} aria-hidden>
              {t('goTo')}
              <CornerDownLeft size={12} />
            </span>
          )}
        </button>
        {hasExample && (
          <div className={styles.acts}>
            <Button
              size="dense"
              variant="ghost"
              className={styles.fold}
              icon={<ChevronRight aria-hidden />}
              aria-expanded={isOpen}
              aria-controls={id}
              aria-describedby={`${id}-words`}
              onClick={() => setOpen(!isOpen)}
            >
              {t('paths.example', { count: example.length })}
            </Button>
            <Button
              size="dense"
              variant="ghost"
              icon={<Play aria-hidden />}
              aria-describedby={`${id}-words`}
              onClick={() => playExample(finding)}
            >
              {t('paths.play')}
            </Button>
          </div>
        )}
      </div>
      {isOpen && <Example id={id} lines={example} bot={bot} />}
    </li>
  );
}

function nodeIn(bot: Bot, { flow, node }: Finding) {
  const found = flowById(bot, flow);
  return found && nodeById(found, node);
}
