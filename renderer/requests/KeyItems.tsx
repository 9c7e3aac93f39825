import { Command } from 'cmdk';
import { KeyRound, Plus } from 'lucide-react';
import { SECRET_PREFIX } from '../../engine/expression/secretSlots.ts';
import type { AccessKeyView } from '../../engine/protocol/requestViews.ts';
import { useCopy } from '../copy/useCopy.ts';
import list from '../ui/searchList.module.css';

export interface KeyItemsProps {
  readonly keys: readonly AccessKeyView[];
  readonly onChoose: (name: string) => void;
  /** Absent while it is not known which there are. */
  readonly onNew?: (() => void) | undefined;
}

/** The access keys among what a header can hold. */
export function KeyItems({ keys, onChoose, onNew }: KeyItemsProps) {
  const t = useCopy('requests');
  return (
    <Command.Group heading={t('insert')}>
      {keys.map(({ name }) => (
        <Command.Item
          key={name}
          value={`${SECRET_PREFIX}${name} ${t('insert')}`}
          className={list.item}
          onSelect={() => onChoose(`${SECRET_PREFIX}${name}`)}
        >
          <KeyRound size={14} aria-hidden />
          <span>{name}</span>
        </Command.Item>
      ))}
      {onNew !== undefined && (
        <Command.Item value={t('insertNew')} className={list.item} onSelect={onNew}>
          <Plus size={14} aria-hidden />
          <span>{t('insertNew')}</span>
        </Command.Item>
      )}
    </Command.Group>
  );
}
