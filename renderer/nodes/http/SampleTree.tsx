import { writePath } from '../../../engine/nodes/http/replyPath.ts';
import { sampleValue } from '../../../engine/nodes/http/sample.ts';
import type { HttpData, SaveRow } from '../../../engine/nodes/http/schema.ts';
import type { Variable } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { createVariable } from '../../inspector/createVariable.ts';
import { useInspected } from '../../inspector/inspected.ts';
import styles from './SampleTree.module.css';

type Step = string | number;

const MOST_ITEMS = 3;
const MOST_FIELDS = 40;
const DEEPEST = 8;

interface SampleTreeProps {
  readonly data: HttpData;
  readonly onSave: (row: SaveRow) => void;
}

/** The sample answer opened up: a click on a value keeps it in a new variable of its name. */
export function SampleTree({ data, onSave }: SampleTreeProps) {
  const t = useCopy('system');
  const sample = sampleValue(data);
  if (typeof sample !== 'object' || sample === null) return null;
  return (
    <div className={styles.tree} role="group" aria-label={t('http.tree')}>
      <p className={styles.title}>{t('http.tree')}</p>
      <Branch value={sample} steps={[]} onSave={onSave} />
    </div>
  );
}

interface BranchProps {
  readonly value: object;
  readonly steps: readonly Step[];
  readonly onSave: (row: SaveRow) => void;
}

function Branch({ value, steps, onSave }: BranchProps) {
  const t = useCopy('system');
  const isList = Array.isArray(value);
  const entries: [Step, unknown][] = isList
    ? value.map((item: unknown, at): [Step, unknown] => [at, item])
    : Object.entries(value);
  const shown = entries.slice(0, isList ? MOST_ITEMS : MOST_FIELDS);
  return (
    <ul className={styles.branch}>
      {shown.map(([step, part]) => (
        <li key={step}>
          <Leaf part={part} steps={[...steps, step]} onSave={onSave} />
          {typeof part === 'object' && part !== null && steps.length < DEEPEST && (
            <Branch value={part} steps={[...steps, step]} onSave={onSave} />
          )}
        </li>
      ))}
      {shown.length < entries.length && (
        <li className={styles.rest}>{t('http.moreItems', { count: entries.length - shown.length })}</li>
      )}
    </ul>
  );
}

interface LeafProps {
  readonly part: unknown;
  readonly steps: readonly Step[];
  readonly onSave: (row: SaveRow) => void;
}

function Leaf({ part, steps, onSave }: LeafProps) {
  const t = useCopy('system');
  const { readOnly } = useInspected();
  const name = String(steps.at(-1) ?? '');
  const path = writePath(steps);
  const isBranch = typeof part === 'object' && part !== null;
  const shown = isBranch ? (Array.isArray(part) ? '[ ]' : '{ }') : JSON.stringify(part);
  return (
    <button
      type="button"
      className={styles.leaf}
      disabled={readOnly || path === null}
      aria-label={t('http.saveThis', { path: path ?? name, value: shown })}
      onClick={() => onSave({ path: path ?? '', variable: createVariable(nameOf(steps), typeOf(part)) })}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>{shown}</span>
    </button>
  );
}

/** The name nearest to the value: an item of a list is called after its list. */
function nameOf(steps: readonly Step[]): string {
  return steps.findLast((step) => typeof step === 'string') ?? 'value';
}

function typeOf(part: unknown): Variable['type'] {
  if (typeof part === 'number') return 'number';
  if (typeof part === 'boolean') return 'boolean';
  return Array.isArray(part) ? 'list' : 'text';
}
