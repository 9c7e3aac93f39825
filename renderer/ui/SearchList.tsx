import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './searchList.module.css';

export interface SearchListProps {
  /** Names the field and the list. */
  readonly label: string;
  readonly placeholder: string;
  /** Said when nothing is found. */
  readonly empty: string;
  /** With it the rows are found by whoever gives them; without it the list looks through their values and keywords. */
  readonly query?: { readonly text: string; readonly onChange: (text: string) => void };
  /** In a popover over a field. */
  readonly isSmall?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly foot?: ReactNode;
  /** `Command.Item`s, in `Command.Group`s or not. */
  readonly children: ReactNode;
}

/**
 * A field that finds and the list below it. The field has the keyboard from the first moment: what is typed right after
 * the list was asked for is looked for. Arrows go round, Enter chooses.
 */
export function SearchList(props: SearchListProps) {
  const { label, placeholder, empty, query, isSmall = false, onKeyDown, foot, children } = props;
  return (
    <Command
      shouldFilter={query === undefined}
      loop
      vimBindings={false}
      label={label}
      className={classes(styles.command, isSmall && styles.small)}
    >
      <div className={styles.search}>
        {!isSmall && <Search size={16} aria-hidden />}
        <Command.Input
          placeholder={placeholder}
          autoFocus
          {...(query && { value: query.text, onValueChange: query.onChange })}
          {...(onKeyDown && { onKeyDown })}
        />
      </div>
      <Command.List className={styles.list}>
        <Command.Empty className={styles.empty}>{empty}</Command.Empty>
        {children}
      </Command.List>
      {foot}
    </Command>
  );
}
