import { Paperclip, Shuffle, Timer } from 'lucide-react';
import { type Part, partMedia } from '../../../engine/nodes/media.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import { CardText } from '../CardText.tsx';
import { CardTextIfAny } from '../CardTextIfAny.tsx';
import styles from '../Card.module.css';
import type { CardProps } from '../face.ts';

/** Writes the first text of a message; a message of files alone gets a text before them. */
function withText(parts: readonly Part[], text: string): Part[] {
  const at = parts.findIndex((part) => part.text !== undefined);
  const old = parts[at];
  return old ? parts.with(at, { ...old, text }) : [{ text }, ...parts];
}

export function MessageCard({ data }: CardProps<'message'>) {
  const t = useCopy('nodes');
  const words = useCopy('talk');
  const delay = data.delaySeconds ?? 0;
  const variants = data.variants ?? [];
  const parts = variants[0] ?? data.parts ?? [];
  const text = parts.find((part) => part.text !== undefined)?.text ?? '';
  const files = parts.filter((part) => partMedia(part) !== undefined).length;

  // Files can do without a text, and without files its absence is what the card shows.
  const Text = files > 0 ? CardTextIfAny : CardText;

  function patch(changed: string): Record<string, unknown> {
    const after = withText(parts, changed);
    return variants.length > 0 ? { variants: variants.with(0, after) } : { parts: after };
  }

  return (
    <>
      <Text text={text} lines={files + variants.length + delay > 0 ? 2 : 3} field="text" patch={patch} />
      {(files > 0 || variants.length > 1 || delay > 0) && (
        <CardLine tone="quiet">
          {files > 0 && (
            <span className={styles.mark}>
              <Paperclip size={12} aria-hidden />
              {t('attachments', { count: files })}
            </span>
          )}
          {variants.length > 1 && (
            <span className={styles.mark}>
              <Shuffle size={12} aria-hidden />
              {t('variants', { count: variants.length })}
            </span>
          )}
          {delay > 0 && (
            <span className={styles.mark}>
              <Timer size={12} aria-hidden />
              {words('message.delayed', { count: delay })}
            </span>
          )}
        </CardLine>
      )}
    </>
  );
}
