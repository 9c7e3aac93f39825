import type { People } from '../../../engine/nodes/people.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { IfRefused } from '../../inspector/IfRefused.tsx';
import styles from '../../inspector/Inspector.module.css';
import { More } from '../../inspector/More.tsx';
import { PeoplePicker } from '../../inspector/PeoplePicker.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { InspectorProps } from '../face.ts';

/** Other ways to write the same choice in a file: they go when it is made here, or they would speak against it. */
const OTHER_WAYS = ['mode', 'variable', 'manager', 'managers', 'inTurn', 'user', 'userId', 'employee', 'assignTo'];

export function AssignInspector({ node, data, update }: InspectorProps<'assign'>) {
  const t = useCopy('crm');

  function write(to: People | undefined): void {
    const written = OTHER_WAYS.filter((field) => field in data);
    update({ ...Object.fromEntries(written.map((field) => [field, undefined])), to });
  }

  return (
    <div className={styles.fields}>
      <PeoplePicker field="to" label={t('assign.to')} value={data.to} onChange={write} />
      <Switch
        label={t('assign.onlyIfUnassigned')}
        hint={t('assign.onlyIfUnassignedHint')}
        checked={data.onlyIfUnassigned !== false}
        onChange={(on) => update({ onlyIfUnassigned: on ? undefined : false })}
      />
      <More changed={data.ifRefused !== undefined}>
        <IfRefused
          value={data.ifRefused}
          isConnected={node.exits?.failed !== undefined}
          onChange={(ifRefused) => update({ ifRefused })}
        />
      </More>
    </div>
  );
}
