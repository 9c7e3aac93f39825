import { Copy } from 'lucide-react';
import type { Value } from '../../../engine/model/value.ts';
import { copyText } from '../../app/copyText.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './SideColumn.module.css';
import { valueText } from './valueText.ts';

interface VariableRowProps {
  /** As the author named it. */
  readonly name: string;
  readonly value: Value;
}

/** A variable and what is in it: cut to three lines on the screen, whole for the clipboard. */
export function VariableRow({ name, value }: VariableRowProps) {
  const t = useCopy('liveSide');
  const text = valueText(value, t);
  return (
    <div className={styles.variable}>
      <dt>{name}</dt>
      <dd>
        <span className={text === '' ? styles.nothing : styles.value}>{text === '' ? t('emptyValue') : text}</span>
        {text !== '' && (
          <IconButton
            size="dense"
            label={t('copyValue', { name })}
            icon={<Copy size={14} />}
            onClick={() => void copyText(text, t('copied'))}
            tooltipSide="left"
          />
        )}
      </dd>
    </div>
  );
}
