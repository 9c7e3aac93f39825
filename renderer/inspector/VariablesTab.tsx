import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { TextInput } from '../ui/TextInput.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { createVariable } from './createVariable.ts';
import inspector from './Inspector.module.css';
import { VariableRow } from './VariableRow.tsx';
import styles from './VariablesTab.module.css';

/** What the bot remembers of a customer: names for the author, values of the test, and both can be changed. */
export function VariablesTab() {
  const t = useCopy('inspector');
  const { variables } = useBotFacts();
  const readOnly = useEditor((state) => state.readOnly);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string | null>(null);

  function add(): void {
    if (typed.trim() === '') return;
    setOpen(createVariable(typed, 'text'));
    setTyped('');
  }

  return (
    <div className={styles.tab}>
      <p className={inspector.note}>{t('variables.hint')}</p>
      {variables.length > 0 && (
        <ul className={styles.list}>
          {variables.map((variable) => (
            <VariableRow
              key={variable.id}
              variable={variable}
              open={open === variable.id}
              onToggle={() => setOpen(open === variable.id ? null : variable.id)}
            />
          ))}
        </ul>
      )}
      {!readOnly && (
        <div className={inspector.line}>
          <div className={inspector.grow}>
            <TextInput
              value={typed}
              maxLength={40}
              aria-label={t('variables.new')}
              placeholder={t('variables.new')}
              onChange={setTyped}
              onKeyDown={(event) => event.key === 'Enter' && add()}
            />
          </div>
          <IconButton
            variant="secondary"
            label={t('variables.add')}
            icon={<Plus />}
            disabled={typed.trim() === ''}
            onClick={add}
          />
        </div>
      )}
    </div>
  );
}
