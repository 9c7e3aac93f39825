import { ChevronRight, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { showValue } from '../../engine/expression/template.ts';
import type { Variable } from '../../engine/model/definitions.ts';
import type { Value } from '../../engine/model/value.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { useSimulator } from '../simulator/store.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import inspector from './Inspector.module.css';
import { changeBot } from './settings/changeBot.ts';
import { readValue } from './readValue.ts';
import { variableUses } from './variableUses.ts';
import styles from './VariablesTab.module.css';

const TYPES = ['text', 'number', 'boolean', 'date', 'list'] as const;

interface VariableRowProps {
  readonly variable: Variable;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function VariableRow({ variable, open, onToggle }: VariableRowProps) {
  const t = useCopy('inspector');
  const id = useId();
  const value = useSimulator(
    (state) => (state.conversation?.state.variables ?? state.profile.variables)[variable.id] ?? null,
  );
  return (
    <li className={styles.variable}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.name}
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
          title={variable.id}
        >
          <ChevronRight size={14} aria-hidden />
          <span className={styles.words}>
            {variable.label ?? variable.id}
            {variable.label !== undefined && <span className={styles.id}>{variable.id}</span>}
          </span>
        </button>
        <ValueField variable={variable} value={value} label={t('variables.valueOf', { name: variable.id })} />
      </div>
      {open && (
        <div id={id} className={styles.details}>
          <VariableDetails variable={variable} />
        </div>
      )}
    </li>
  );
}

/** The value in the test. It is taken when the field is left, so that half a word never becomes an answer. */
function ValueField(props: { readonly variable: Variable; readonly value: Value; readonly label: string }) {
  const { variable, value, label } = props;
  const t = useCopy('inspector');
  const [typed, setTyped] = useState<string | null>(null);
  const { setVariable } = useSimulator.getState();

  if (variable.type === 'boolean') {
    return (
      <div className={styles.value}>
        <Select
          dense
          label={label}
          value={value === null ? 'none' : value === true ? 'yes' : 'no'}
          options={(['none', 'yes', 'no'] as const).map((each) => ({ value: each, label: t(`variables.${each}`) }))}
          onChange={(each) => setVariable(variable.id, each === 'none' ? null : each === 'yes')}
        />
      </div>
    );
  }

  function settle(): void {
    if (typed !== null && typed !== showValue(value)) setVariable(variable.id, readValue(typed, variable.type));
    setTyped(null);
  }

  return (
    <div className={styles.value}>
      <TextInput
        dense
        aria-label={label}
        value={typed ?? showValue(value)}
        placeholder="—"
        onChange={setTyped}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
    </div>
  );
}

function VariableDetails({ variable }: { readonly variable: Variable }) {
  const t = useCopy('inspector');
  const bot = useEditor((state) => state.bot);
  const uses = variableUses(bot, variable.id);

  function write(patch: { readonly label?: string | undefined; readonly type?: Variable['type'] }, key?: string): void {
    const next = (bot.variables ?? []).map((each) =>
      each.id === variable.id
        ? (Object.fromEntries(
            Object.entries({ ...each, ...patch }).filter(([, value]) => value !== undefined),
          ) as Variable)
        : each,
    );
    changeBot({ variables: next }, key);
  }

  return (
    <>
      <Field label={t('variables.label')}>
        <TextInput
          dense
          value={variable.label ?? ''}
          placeholder={variable.id}
          onChange={(label) => write({ label: label === '' ? undefined : label }, `variable-${variable.id}`)}
        />
      </Field>
      <Field label={t('variables.type')}>
        <Select
          dense
          value={variable.type}
          options={TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
          onChange={(type) => write({ type })}
        />
      </Field>
      <div className={inspector.line}>
        <span className={classes(inspector.note, inspector.grow)}>{t('variables.uses', { count: uses })}</span>
        <Button
          size="dense"
          variant="ghost"
          icon={<Trash2 />}
          onClick={() => changeBot({ variables: (bot.variables ?? []).filter((each) => each.id !== variable.id) })}
        >
          {t('delete')}
        </Button>
      </div>
    </>
  );
}
