import { ExternalLink } from 'lucide-react';
import { useCopy } from '../../copy/useCopy.ts';
import { newFlow } from '../../editor/newFlow.ts';
import { useEditor } from '../../editor/store.ts';
import { Combobox } from '../../inspector/Combobox.tsx';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { Button } from '../../ui/Button.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';
import { PairList } from './PairList.tsx';

export function CallInspector({ data, update }: InspectorProps<'call'>) {
  const t = useCopy('system');
  const { flows } = useBotFacts();
  const isKnown = flows.some((flow) => flow.id === data.flow);

  function create(name: string): void {
    const { bot, run } = useEditor.getState();
    const made = newFlow(bot, name);
    run('addFlow', made);
    update({ flow: made.flow.id });
  }

  return (
    <div className={styles.fields}>
      <div className={styles.group}>
        <InspectorField field="flow" label={t('call.flow')} hint={t('call.flowHint')}>
          <Combobox
            value={data.flow}
            options={flows.map((flow) => ({ value: flow.id, label: flow.name }))}
            placeholder={t('call.none')}
            lost={t('call.lost')}
            onChange={(flow) => update({ flow })}
            create={{ words: (name) => t('call.create', { name }), run: create }}
          />
        </InspectorField>
        {isKnown && (
          <Button
            size="dense"
            variant="ghost"
            icon={<ExternalLink />}
            className={styles.addRow}
            onClick={() => useEditor.getState().openFlow(data.flow ?? '')}
          >
            {t('call.open')}
          </Button>
        )}
      </div>
      <PairList
        field="pass"
        title={t('call.pass')}
        hint={t('call.passHint')}
        value={data.pass ?? []}
        onChange={(pass) => update({ pass: [...pass] })}
      />
      <PairList
        field="receive"
        title={t('call.receive')}
        hint={t('call.receiveHint')}
        value={data.receive ?? []}
        onChange={(receive) => update({ receive: [...receive] })}
      />
    </div>
  );
}
