import { CornerDownRight, Link2, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { ExitSpec } from '../../engine/nodes/kind.ts';
import type { Problem } from '../../engine/check/problem.ts';
import { useCopy } from '../copy/useCopy.ts';
import { exitsOf } from '../editor/nodeData.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { exitTitle } from '../nodes/exitTitle.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { BlockPicker } from './BlockPicker.tsx';
import styles from './Outputs.module.css';

interface OutputsProps {
  readonly node: BotNode;
  readonly flow: string;
  readonly problems: readonly Problem[];
}

/** Every way out of the block and where it leads: to go there, to connect, to take the connection away. */
export function Outputs({ node, flow, problems }: OutputsProps) {
  const t = useCopy('inspector');
  const facts = useBotFacts();
  const exits = exitsOf(node, facts);
  if (exits.length === 0) return null;
  return (
    <section className={styles.outputs} aria-label={t('outputs')}>
      <h3 className={styles.title}>{t('outputs')}</h3>
      <ul className={styles.list}>
        {exits.map((exit, at) => (
          <OutputLine
            key={exit.id}
            node={node}
            flow={flow}
            exit={exit}
            title={exitTitle(exit, at)}
            isBroken={problems.some((problem) => problem.code === 'E-OUT' && problem.exit === exit.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OutputLineProps {
  readonly node: BotNode;
  readonly flow: string;
  readonly exit: ExitSpec;
  readonly title: string;
  readonly isBroken: boolean;
}

function OutputLine({ node, flow, exit, title, isBroken }: OutputLineProps) {
  const t = useCopy('inspector');
  const [connecting, setConnecting] = useState(false);
  const id = node.exits?.[exit.id];
  const target = useEditor((state) => openFlowOf(state)?.nodes.find((each) => each.id === id));
  const readOnly = useEditor((state) => state.readOnly);
  const { goTo, run } = useEditor.getState();
  const name = target === undefined ? t('lostBlock') : blockTitle(target);

  return (
    <li className={styles.output} data-exit={exit.id}>
      <span className={classes(styles.name, exit.dashed && styles.dashed)}>
        {exit.code !== undefined && <span className={styles.code}>{exit.code}</span>}
        <span className={styles.caption} title={title}>
          {title}
        </span>
      </span>
      {id === undefined ? (
        connecting ? (
          <span className={styles.picker}>
            <BlockPicker
              flow={flow}
              node={undefined}
              only={flow}
              except={node.id}
              placeholder={t('chooseTarget')}
              onChange={(place) => {
                setConnecting(false);
                run('connect', { flow, node: node.id, exit: exit.id, target: place.node });
              }}
            />
          </span>
        ) : (
          <button
            type="button"
            className={classes(styles.connect, isBroken && styles.broken)}
            disabled={readOnly}
            onClick={() => setConnecting(true)}
          >
            <Link2 size={14} aria-hidden />
            {t('connect')}
          </button>
        )
      ) : (
        <>
          <button
            type="button"
            className={classes(styles.target, target === undefined && styles.broken)}
            title={name}
            disabled={target === undefined}
            onClick={() => goTo(flow, id)}
          >
            <CornerDownRight size={13} aria-hidden />
            <span className={styles.targetName}>{name}</span>
          </button>
          <IconButton
            size="dense"
            label={t('disconnect', { exit: title })}
            icon={<Unlink />}
            disabled={readOnly}
            onClick={() => run('disconnect', { flow, node: node.id, exit: exit.id })}
          />
        </>
      )}
    </li>
  );
}
