import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useProvided } from '../actions/provide.ts';
import { useCopy } from '../copy/useCopy.ts';
import { takeEarlyKeys } from '../ui/earlyKeys.ts';
import { holdPage } from '../ui/holdPage.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { SearchList } from '../ui/SearchList.tsx';
import styles from './CommandPalette.module.css';
import { type PaletteItem, paletteItems } from './paletteItems.ts';
import { closePalette, type PaletteScope } from './paletteStore.ts';
import { searchPalette } from './searchPalette.ts';

/** Ctrl+K: one field finds blocks, flows, bots, conversations and commands, in either language. */
export function CommandPalette({ scope }: { readonly scope: PaletteScope }) {
  const t = useCopy('actions');
  const provided = useProvided();
  const [query, setQuery] = useState('');
  const items = useMemo(() => paletteItems(scope, provided), [scope, provided]);
  const groups = useMemo(() => searchPalette(items, query), [items, query]);
  const opener = useRef<Element | null>(null);
  const chosen = useRef<PaletteItem | null>(null);

  useEffect(holdPage, []);
  useLayoutEffect(() => {
    const early = takeEarlyKeys();
    if (early !== '') setQuery(early);
  }, []);

  return (
    <Radix.Root open modal={false} onOpenChange={(open) => !open && closePalette()}>
      <Radix.Portal>
        <div className={styles.scrim} onPointerDown={(event) => event.target === event.currentTarget && closePalette()}>
          <Radix.Content
            className={styles.palette}
            data-testid="palette"
            aria-modal="true"
            aria-describedby={undefined}
            onInteractOutside={(event) => event.preventDefault()}
            onOpenAutoFocus={() => {
              opener.current = document.activeElement;
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              if (opener.current instanceof HTMLElement) opener.current.focus();
              // Only now: what is done may depend on where the focus is, or take it elsewhere.
              chosen.current?.run();
            }}
          >
            <Radix.Title className={styles.title}>{t('palette.title')}</Radix.Title>
            <SearchList
              label={t('palette.title')}
              placeholder={t(`palette.placeholder.${scope}`)}
              empty={t('palette.none')}
              query={{ text: query, onChange: setQuery }}
            >
              {groups.map(({ group, items: found }) => (
                <Command.Group key={group} heading={t(`palette.${group}`)}>
                  {found.map((item) => (
                    <Command.Item
                      key={item.id}
                      value={item.id}
                      disabled={item.reason !== undefined}
                      className={styles.item}
                      onSelect={() => {
                        chosen.current = item;
                        closePalette();
                      }}
                    >
                      <span className={styles.icon} data-family={item.family} aria-hidden>
                        <item.icon size={16} />
                      </span>
                      <span className={styles.name}>{item.title}</span>
                      <span className={styles.hint}>{item.reason ?? item.hint}</span>
                      {item.keys !== undefined && <Kbd keys={item.keys} />}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </SearchList>
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}
