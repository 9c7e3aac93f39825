import { jumpTarget } from '../../../engine/nodes/jump/run.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { BlockPicker } from '../../inspector/BlockPicker.tsx';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { Select } from '../../ui/Select.tsx';
import type { InspectorProps } from '../face.ts';

const WAYS = ['node', 'flow', 'lastMenu', 'back'] as const;

export function JumpInspector({ node, data, update }: InspectorProps<'jump'>) {
  const t = useCopy('inspector');
  const flowId = useEditor((state) => state.flowId);
  const flows = useEditor((state) => state.bot.flows);
  const to = jumpTarget(data)?.to ?? data.to ?? 'node';
  return (
    <div className={styles.fields}>
      <InspectorField field="to" label={t('jump.to')}>
        <Select
          value={to}
          options={WAYS.map((value) => ({ value, label: t(`jump.ways.${value}`) }))}
          onChange={(way) => update({ to: way, flow: undefined, node: undefined })}
        />
      </InspectorField>
      {to === 'node' && (
        <InspectorField field="node" label={t('jump.node')}>
          <BlockPicker
            flow={data.flow ?? flowId}
            node={data.node}
            except={node.id}
            onChange={(place) =>
              update({ to: 'node', node: place.node, flow: place.flow === flowId ? undefined : place.flow })
            }
          />
        </InspectorField>
      )}
      {to === 'flow' && (
        <InspectorField field="node" label={t('jump.flow')}>
          <Select
            value={data.flow}
            placeholder={t('jump.chooseFlow')}
            options={flows.map((flow) => ({ value: flow.id, label: flow.name }))}
            onChange={(flow) => update({ to: 'flow', flow, node: undefined })}
          />
        </InspectorField>
      )}
      <p className={styles.note}>{t(`jump.hints.${to}`)}</p>
    </div>
  );
}
