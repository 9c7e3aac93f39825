import { Command } from 'cmdk';
import type { KindName } from '../../../engine/nodes/kind.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { familyOf } from '../../editor/nodeData.ts';
import { FACES } from '../../nodes/registry.ts';
import list from '../../ui/searchList.module.css';
import styles from './BlockPicker.module.css';
import type { WhyNot } from './whyNot.ts';

export interface PickerItemProps {
  readonly kind: KindName;
  readonly value: string;
  /** A kind may be listed twice (recent); one of them answers to its test id. */
  readonly testId: boolean;
  readonly why: WhyNot | null;
  readonly onChoose: (kind: KindName) => void;
}

export function PickerItem({ kind, value, testId, why, onChoose }: PickerItemProps) {
  const t = useCopy('picker');
  const nodes = useCopy('nodes');
  const Icon = FACES[kind].icon;
  return (
    <Command.Item
      value={value}
      disabled={why !== null}
      onSelect={() => onChoose(kind)}
      className={list.item}
      data-testid={testId ? `picker-item-${kind}` : undefined}
    >
      <span className={list.icon} data-family={familyOf(kind)}>
        <Icon size={16} aria-hidden />
      </span>
      <span className={styles.words}>
        <span className={list.name}>{nodes(`kind.${kind}`)}</span>
        <span className={styles.about}>{why === null ? nodes(`about.${kind}`) : t(why)}</span>
      </span>
    </Command.Item>
  );
}
