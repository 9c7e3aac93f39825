import { showValue } from '../../engine/expression/template.ts';
import { useCopy } from '../copy/useCopy.ts';
import { showDockTab } from '../inspector/dockStore.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import styles from './Chat.module.css';
import { useSimulator } from './store.ts';

const SHOWN = 2;

/** What the bot knows of the customer by now; the whole of it is a click away. */
export function VariableStrip() {
  const t = useCopy('simulator');
  const { variables } = useBotFacts();
  const values = useSimulator((state) => state.conversation?.state.variables);
  const known = variables
    .map((variable) => ({ variable, shown: showValue(values?.[variable.id] ?? null) }))
    .toSorted((a, b) => Number(a.shown === '') - Number(b.shown === ''));
  if (known.length === 0 || values === undefined) return null;
  const more = known.length - SHOWN;
  return (
    <button
      type="button"
      className={styles.variables}
      data-testid="chat-variables"
      onClick={() => showDockTab('variables')}
    >
      {known.slice(0, SHOWN).map(({ variable, shown }) => (
        <span key={variable.id} className={styles.variable}>
          <span className={styles.variableName}>{variable.label ?? variable.id}</span>
          <span className={shown === '' ? styles.variableEmpty : styles.variableValue}>
            {shown === '' ? t('empty') : shown}
          </span>
        </span>
      ))}
      {more > 0 && <span className={styles.variableMore}>{t('moreVariables', { count: more })}</span>}
    </button>
  );
}
