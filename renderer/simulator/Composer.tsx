import { Paperclip, SendHorizontal, Undo } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { matchShortcut } from '../ui/shortcut.ts';
import { useCopy } from '../copy/useCopy.ts';
import { focusChat, useDock } from '../inspector/dockStore.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './Chat.module.css';
import { Offers } from './Offers.tsx';
import { useRecall } from './useRecall.ts';
import { useSimulator } from './store.ts';

type Side = 'customer' | 'operator';

/** Where the author types: for the customer, and once a person has the conversation, for that person too. */
export function Composer() {
  const t = useCopy('simulator');
  const withOperator = useSimulator((state) => state.conversation?.state.owner === 'human');
  const text = useSimulator((state) => state.draft);
  const [side, setSide] = useSide(withOperator);
  const field = useRef<HTMLTextAreaElement>(null);
  const recall = useRecall();
  const { send, sendAsOperator, chooseOwner, skipWait, setDraft: setText } = useSimulator.getState();
  useFocus(field);

  function submit(): void {
    const words = text.trim();
    if (words === '') return;
    setText('');
    recall.forget();
    if (side === 'operator') sendAsOperator(words);
    else send(words);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) submit();
    else if (text === '' && matchShortcut(event, 'Mod+Right')) skipWait();
    else if (!recalled(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function giveBack(): void {
    chooseOwner('bot');
    focusChat();
  }

  /** Was it a step through earlier lines? */
  function recalled({ key, altKey, shiftKey }: KeyboardEvent): boolean {
    if (altKey || shiftKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
    const line = key === 'ArrowUp' ? recall.older(text) : recall.newer(text);
    if (line !== null) setText(line);
    return line !== null;
  }

  const isOperator = side === 'operator';
  return (
    <div className={classes(styles.composer, isOperator && styles.asOperator)}>
      {withOperator && (
        <div className={styles.sides}>
          <Segmented
            label={t('side')}
            value={side}
            options={[
              { value: 'operator', label: t('operator') },
              { value: 'customer', label: t('customer') },
            ]}
            onChange={setSide}
          />
          <span className={styles.gap} />
          <Button size="dense" icon={<Undo />} onClick={giveBack} data-testid="sim-give-back">
            {t('giveBack')}
          </Button>
        </div>
      )}
      {!isOperator && <Offers />}
      <div className={styles.entry}>
        <textarea
          ref={field}
          rows={1}
          className={styles.input}
          value={text}
          placeholder={t(isOperator ? 'writeAsOperator' : 'writeAsCustomer')}
          aria-label={t(isOperator ? 'writeAsOperator' : 'writeAsCustomer')}
          data-testid="chat-input"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {!isOperator && text === '' && (
          <IconButton
            size="dense"
            label={t('sendPhoto')}
            icon={<Paperclip />}
            onClick={() => send('', [{ type: 'image', url: t('samplePhoto'), name: t('samplePhoto') }])}
          />
        )}
        <IconButton
          size="dense"
          variant={text.trim() === '' ? 'ghost' : 'primary'}
          label={t('send')}
          shortcut="Enter"
          icon={<SendHorizontal />}
          disabled={text.trim() === ''}
          onClick={submit}
          data-testid="chat-send"
        />
      </div>
    </div>
  );
}

/** Each change of owner puts the author on the side whose turn it is; in between they may change it. */
function useSide(withOperator: boolean): [Side, (side: Side) => void] {
  const turn = withOperator ? 'operator' : 'customer';
  const [seen, setSeen] = useState<Side>(turn);
  const [side, setSide] = useState<Side>(turn);
  if (seen === turn) return [side, setSide];
  setSeen(turn);
  setSide(turn);
  return [turn, setSide];
}

/** Takes the focus when asked to: a chip that was clicked is gone with its menu. */
function useFocus(field: { readonly current: HTMLTextAreaElement | null }): void {
  const asked = useDock((state) => state.chatFocus);
  useEffect(() => {
    if (asked !== null) field.current?.focus();
  }, [asked, field]);
}
