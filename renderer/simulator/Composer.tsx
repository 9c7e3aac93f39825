import { FileText, Image as ImageIcon, Mic, Paperclip, SendHorizontal, Undo, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { focusChat, useDock } from '../inspector/dockStore.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './Chat.module.css';
import { setChatView, useChatView } from './chatView.ts';
import { Offers } from './Offers.tsx';
import { useRecall } from './useRecall.ts';
import { useSimulator } from './store.ts';

type Side = 'customer' | 'operator';

/** Where the author types: for the customer, and once a person has the conversation, for that person too. */
export function Composer() {
  const t = useCopy('simulator');
  const withOperator = useSimulator((state) => state.conversation?.state.owner === 'human');
  const text = useSimulator((state) => state.draft);
  const asOperator = useChatView((state) => state.asOperator);
  const [side, setSide] = useSide(withOperator || asOperator);
  const field = useRef<HTMLTextAreaElement>(null);
  const recall = useRecall();
  const { send, sendAsOperator, chooseOwner, setDraft: setText } = useSimulator.getState();
  useFocus(field);

  function submit(): void {
    const words = text.trim();
    if (words === '') return;
    setText('');
    recall.forget();
    if (side !== 'operator') return send(words);
    // It was only meant to be said once: from here on the bot itself knows who has the conversation.
    setChatView({ asOperator: false });
    sendAsOperator(words);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) submit();
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
      {(withOperator || asOperator) && (
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
          {withOperator ? (
            <Button size="dense" icon={<Undo />} onClick={giveBack} data-testid="sim-give-back">
              {t('giveBack')}
            </Button>
          ) : (
            <IconButton
              size="dense"
              label={t('asCustomer')}
              icon={<X />}
              onClick={() => {
                setChatView({ asOperator: false });
                focusChat();
              }}
            />
          )}
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
        {!isOperator && text === '' && <Attach />}
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

/** What customers send besides words; the files are made up, the bot only ever sees what they are called. */
function Attach() {
  const t = useCopy('simulator');
  const kinds = [
    { id: 'image', label: t('sendPhoto'), name: t('samplePhoto'), icon: <ImageIcon size={15} /> },
    { id: 'doc', label: t('sendFile'), name: t('sampleFile'), icon: <FileText size={15} /> },
    { id: 'audio', label: t('sendVoice'), name: t('sampleVoice'), icon: <Mic size={15} /> },
  ];
  return (
    <Menu
      side="top"
      trigger={
        <Button size="dense" variant="ghost" aria-label={t('attach')} icon={<Paperclip />} data-testid="chat-attach" />
      }
      groups={[
        kinds.map(({ id, label, name, icon }) => ({
          id,
          label,
          icon,
          onSelect: () => useSimulator.getState().send('', [{ type: id, url: name, name }]),
        })),
      ]}
    />
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
