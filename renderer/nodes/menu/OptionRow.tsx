import { ChevronRight, GripVertical, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { MenuOption } from '../../../engine/nodes/menu/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import type { Reorder } from '../../inspector/useReorder.ts';
import { classes } from '../../ui/classes.ts';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { WordChips } from '../../ui/WordChips.tsx';
import { useLanguageNames } from '../useLanguageNames.ts';
import own from './OptionRow.module.css';

const LONGEST_CODE = 3;

interface OptionRowProps {
  readonly option: MenuOption;
  readonly number: number;
  /** The key a customer sees: the fixed one, or the next free number. */
  readonly code: string;
  readonly index: number;
  readonly isLast: boolean;
  readonly reorder: Reorder;
  readonly onChange: (option: MenuOption, field: string) => void;
  readonly onEnter: () => void;
  readonly onRemove: () => void;
}

export function OptionRow(props: OptionRowProps) {
  const { option, number, code, index, isLast, reorder, onChange, onEnter, onRemove } = props;
  const t = useCopy('inspector');
  const detailsId = useId();
  const [open, setOpen] = useState(false);
  const { others, nameOf } = useLanguageNames();
  const words = useCopy('talk');
  const synonyms = option.synonyms ?? [];

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onEnter();
    else if (event.key === 'Backspace' && option.label === '') onRemove();
    else return;
    event.preventDefault();
  }

  return (
    <div
      data-option={option.id}
      data-dragged={reorder.dragged === index || undefined}
      data-gap={reorder.gap === index ? 'before' : isLast && reorder.gap === index + 1 ? 'after' : undefined}
      className={classes(styles.row, own.option)}
      onKeyDown={(event) => reorder.onKeyDown(event, index)}
    >
      <div className={own.line}>
        <span className={styles.grip} title={t('drag')} aria-hidden {...reorder.handle(index)}>
          <GripVertical size={14} />
        </span>
        <span className={own.code} data-fixed={option.code ? true : undefined}>
          {code}
        </span>
        <TextInput
          dense
          value={option.label}
          aria-label={t('menu.caption', { number })}
          placeholder={t('menu.captionPlaceholder')}
          onChange={(label) => onChange({ ...option, label }, 'label')}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          className={own.more}
          aria-label={t('menu.details', { number })}
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={() => setOpen(!open)}
        >
          {synonyms.length > 0 && <span className={own.count}>+{synonyms.length}</span>}
          <ChevronRight size={14} aria-hidden />
        </button>
        <IconButton size="dense" label={t('menu.remove', { number })} icon={<Trash2 />} onClick={onRemove} />
      </div>
      {open && (
        <div id={detailsId} className={own.details}>
          <Field label={t('menu.synonyms')} hint={t('menu.synonymsHint')}>
            <WordChips
              value={synonyms}
              placeholder={t('menu.synonymsPlaceholder')}
              onChange={(next) => onChange(withSynonyms(option, next), 'synonyms')}
            />
          </Field>
          {others.map((language) => (
            <Field key={language} label={words('texts.title', { name: nameOf(language) })}>
              <TextInput
                dense
                lang={language}
                value={option.texts?.[language] ?? ''}
                onChange={(text) => onChange(withText(option, language, text), `text-${language}`)}
              />
            </Field>
          ))}
          <Field label={t('menu.code')} hint={t('menu.codeHint')}>
            <TextInput
              dense
              maxLength={LONGEST_CODE}
              className={own.codeInput}
              value={option.code ?? ''}
              placeholder={t('menu.auto')}
              onChange={(next) => onChange(withCode(option, next.trim()), 'code')}
            />
          </Field>
        </div>
      )}
    </div>
  );
}

function withSynonyms({ synonyms: _, ...rest }: MenuOption, synonyms: string[]): MenuOption {
  return synonyms.length === 0 ? rest : { ...rest, synonyms };
}

function withText({ texts = {}, ...rest }: MenuOption, language: string, text: string): MenuOption {
  const { [language]: _, ...others } = texts;
  const next = text === '' ? others : { ...others, [language]: text };
  return Object.keys(next).length === 0 ? rest : { ...rest, texts: next };
}

function withCode({ code: _, ...rest }: MenuOption, code: string): MenuOption {
  return code === '' ? rest : { ...rest, code };
}
