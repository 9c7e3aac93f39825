import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { letterAt } from '../../../engine/nodes/split/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { newId } from '../../editor/newId.ts';
import { useEditor } from '../../editor/store.ts';
import { Combobox } from '../../inspector/Combobox.tsx';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { InspectorProps } from '../face.ts';
import { BranchFields } from './BranchFields.tsx';
import { evenly, inPercent, withoutBranch, withShare } from './shareEditing.ts';

const FEWEST = 2;
const MOST = 5;

export function SplitInspector({ data, update }: InspectorProps<'split'>) {
  const t = useCopy('logic');
  const goals = useGoals();
  const branches = data.branches ?? [];
  const shares = inPercent(branches);
  const goal = data.goal ?? '';

  function add(): void {
    const id = newId('v', (taken) => branches.some((branch) => branch.id === taken));
    update({ branches: evenly([...branches, { id, label: letterAt(branches.length) }]) });
  }

  return (
    <div className={styles.fields}>
      <div className={styles.group} data-field="branches">
        <div className={styles.subhead}>{t('split.branches')}</div>
        <div className={styles.rows}>
          {branches.map((branch, at) => (
            <BranchFields
              key={branch.id}
              branch={branch}
              number={at + 1}
              share={shares[at] ?? 0}
              isLast={at === branches.length - 1}
              onRename={(label) =>
                update({ branches: branches.with(at, { ...branch, label }) }, `branch-${branch.id}-label`)
              }
              onShare={(share) => update({ branches: withShare(branches, at, share) }, `branch-${branch.id}-share`)}
              onRemove={branches.length > FEWEST ? () => update({ branches: withoutBranch(branches, at) }) : undefined}
            />
          ))}
        </div>
        <p className={styles.note}>{t('split.restHint')}</p>
        <div className={styles.adds}>
          {branches.length < MOST && (
            <Button size="dense" variant="ghost" icon={<Plus />} onClick={add}>
              {t('split.addBranch')}
            </Button>
          )}
          <Button size="dense" variant="ghost" onClick={() => update({ branches: evenly(branches) })}>
            {t('split.even')}
          </Button>
        </div>
      </div>
      <Switch
        label={t('split.sticky')}
        hint={t('split.stickyHint')}
        checked={data.sticky !== false}
        onChange={(on) => update({ sticky: on ? undefined : false })}
      />
      <InspectorField field="goal" label={t('split.goal')} hint={t('split.goalHint')}>
        <Combobox
          value={goal}
          options={[...new Set([...goals, ...(goal === '' ? [] : [goal])])].map((name) => ({
            value: name,
            label: name,
          }))}
          placeholder={t('split.chooseGoal')}
          onChange={(next) => update({ goal: next })}
          onClear={() => update({ goal: undefined })}
          create={{ words: (name) => t('split.newGoal', { name }), run: (name) => update({ goal: name }) }}
        />
      </InspectorField>
    </div>
  );
}

/** The names of the bot's goals, in the order of its flows. */
function useGoals(): readonly string[] {
  const flows = useEditor((state) => state.bot.flows);
  return useMemo(() => {
    const names = flows.flatMap((flow) =>
      flow.nodes.flatMap((node) => {
        const name = node.kind === 'goal' ? node.data?.['name'] : undefined;
        return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
      }),
    );
    return [...new Set(names)];
  }, [flows]);
}
