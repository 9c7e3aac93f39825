import { Trash2 } from 'lucide-react';
import type { Branch } from '../../../engine/nodes/split/schema.ts';
import { letterAt } from '../../../engine/nodes/split/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import own from './Split.module.css';

const LONGEST = 20;
const WHOLE = 100;

interface BranchFieldsProps {
  readonly branch: Branch;
  readonly number: number;
  readonly share: number;
  /** Its share is what the others leave. */
  readonly isLast: boolean;
  readonly onRename: (label: string) => void;
  readonly onShare: (share: number) => void;
  /** Undefined = a test needs it. */
  readonly onRemove: (() => void) | undefined;
}

/** One variant: its name and its share. */
export function BranchFields({ branch, number, share, isLast, onRename, onShare, onRemove }: BranchFieldsProps) {
  const t = useCopy('logic');
  return (
    <div className={styles.row} data-branch={branch.id}>
      <div className={styles.grow}>
        <TextInput
          dense
          value={branch.label ?? ''}
          maxLength={LONGEST}
          placeholder={letterAt(number - 1)}
          aria-label={t('split.name', { number })}
          onChange={onRename}
        />
      </div>
      {isLast ? (
        <output
          className={classes(own.share, own.rest)}
          aria-label={t('split.share', { number })}
          title={t('split.restHint')}
        >
          <span>{share}</span>
          <span className={own.unit}>%</span>
        </output>
      ) : (
        <div className={own.share}>
          <NumberInput
            dense
            value={share}
            min={0}
            max={WHOLE}
            step={5}
            unit="%"
            aria-label={t('split.share', { number })}
            onChange={(next) => onShare(Math.round(next ?? 0))}
          />
        </div>
      )}
      <IconButton
        size="dense"
        label={t('split.removeBranch', { number })}
        icon={<Trash2 />}
        disabled={onRemove === undefined}
        onClick={onRemove}
      />
    </div>
  );
}
