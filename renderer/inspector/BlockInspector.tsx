import { type FunctionComponent, useMemo } from 'react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import { reading } from '../editor/nodeData.ts';
import { problemsAt } from '../editor/problemIndex.ts';
import { useEditor } from '../editor/store.ts';
import { faceOf } from '../nodes/registry.ts';
import { Banner } from '../ui/Banner.tsx';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './BlockInspector.module.css';
import { BlockHead } from './BlockHead.tsx';
import { BlockProblems } from './BlockProblems.tsx';
import { InspectedContext } from './inspected.ts';
import { Outputs } from './Outputs.tsx';
import { UsedIn } from './UsedIn.tsx';

/** One block: what is wrong with it, its fields in the order they act, and where it leads. */
export function BlockInspector({ node, flow }: { readonly node: BotNode; readonly flow: string }) {
  const t = useCopy('inspector');
  const problems = useEditor((state) => problemsAt(state.problems, flow, node.id));
  const readOnly = useEditor((state) => state.readOnly);
  const inspected = useMemo(() => ({ problems, readOnly }), [problems, readOnly]);
  const { run } = useEditor.getState();
  return (
    <InspectedContext value={inspected}>
      <div className={styles.inspector} data-testid={`inspector-${node.id}`}>
        <BlockHead node={node} flow={flow} />
        <BlockProblems problems={problems} />
        <fieldset className={styles.fields} disabled={readOnly}>
          <KindFields node={node} flow={flow} />
        </fieldset>
        <Outputs node={node} flow={flow} problems={problems} />
        <UsedIn node={node} flow={flow} />
        <Field label={t('note')}>
          <TextArea
            value={node.note ?? ''}
            maxLength={500}
            rows={1}
            disabled={readOnly}
            placeholder={t('notePlaceholder')}
            onChange={(note) => run('setNode', { flow, node: node.id, patch: { note } })}
          />
        </Field>
      </div>
    </InspectedContext>
  );
}

type Fields = FunctionComponent<{
  node: BotNode;
  data: unknown;
  update(patch: Readonly<Record<string, unknown>>, mergeKey?: string): void;
}>;

/** The fields of the kind. What this version can't read is left alone, and said to be so. */
function KindFields({ node, flow }: { readonly node: BotNode; readonly flow: string }) {
  const t = useCopy('nodes');
  const known = reading(node);
  const Inspector = faceOf(node.kind)?.Inspector as Fields | undefined;
  if (!known.ok || Inspector === undefined) {
    const at = !known.ok && known.why === 'badData' ? known.at : null;
    return <Banner tone="warning">{at === null ? t('unknownHint') : t('badData', { at })}</Banner>;
  }
  return (
    <Inspector
      node={node}
      data={known.data}
      update={(patch, mergeKey) => {
        const args = { flow, node: node.id, patch };
        useEditor.getState().run('setData', mergeKey === undefined ? args : { ...args, mergeKey });
      }}
    />
  );
}
