import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { BUILT_IN_VARIABLES } from '../../engine/expression/template.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { SearchList } from '../ui/SearchList.tsx';
import list from '../ui/searchList.module.css';
import { useVariableTitle } from './useVariableTitle.ts';
import styles from './VariableList.module.css';

export interface VariableListProps {
  readonly onChoose: (name: string) => void;
  readonly onPlain: () => void;
  /** What else can stand there, before the variables. */
  readonly before?: ReactNode;
}

/** The variables a text can hold: the bot's own, then those that are always there. */
export function VariableList({ onChoose, onPlain, before }: VariableListProps) {
  const t = useCopy('inspector');
  const { variables, language } = useBotFacts();
  const titleOf = useVariableTitle();
  const always = BUILT_IN_VARIABLES.filter((name) => name !== otherOpening(language));
  return (
    <SearchList
      label={t('insertVariable')}
      placeholder={t('search')}
      empty={t('nothingFound')}
      isSmall
      onKeyDown={(event) => {
        if (event.key !== '{') return;
        event.preventDefault();
        onPlain();
      }}
    >
      {before}
      {variables.length > 0 && (
        <Command.Group heading={t('ownVariables')}>
          {variables.map((variable) => (
            <Command.Item
              key={variable.id}
              value={`${variable.id} ${variable.label ?? ''}`}
              className={list.item}
              onSelect={() => onChoose(variable.id)}
            >
              <span className={styles.itemName}>{variable.label ?? variable.id}</span>
              {variable.label !== undefined && <span className={styles.itemId}>{variable.id}</span>}
            </Command.Item>
          ))}
        </Command.Group>
      )}
      <Command.Group heading={t('builtInVariables')}>
        {always.map((name) => {
          const title = titleOf(name);
          return (
            <Command.Item key={name} value={`${name} ${title}`} className={list.item} onSelect={() => onChoose(name)}>
              <span className={styles.itemName}>{title}</span>
              <span className={styles.itemId}>{name}</span>
            </Command.Item>
          );
        })}
      </Command.Group>
    </SearchList>
  );
}

/** The next opening has a name in each language; texts get the one of the bot's own. */
function otherOpening(language: string): string {
  return language.startsWith('ru') ? 'next_opening' : 'ближайшее_открытие';
}
