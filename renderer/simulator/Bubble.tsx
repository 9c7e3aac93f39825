import { FileText, Image as ImageIcon } from 'lucide-react';
import type { TalkItem } from '../../engine/check/talkItem.ts';
import { useCopy } from '../copy/useCopy.ts';
import { classes } from '../ui/classes.ts';
import styles from './Log.module.css';
import type { PathItem } from './reasons.ts';
import { Why } from './Why.tsx';

interface BubbleProps {
  readonly item: Exclude<TalkItem, { from: 'system' }>;
  readonly path: PathItem | null;
  readonly heard: string | null;
}

export function Bubble({ item, path, heard }: BubbleProps) {
  const t = useCopy('simulator');
  return (
    <div className={classes(styles.row, styles[item.from])} data-from={item.from}>
      <div className={styles.bubble}>
        <span className={item.from === 'operator' ? styles.author : styles.hidden}>{t(`from.${item.from}`)}</span>
        {item.from === 'bot' && item.media !== undefined && (
          <Media image={item.media.kind === 'image'} name={item.media.url} />
        )}
        {item.from === 'customer' &&
          item.attachments.map((file) => (
            <Media key={file.url} image={file.type === 'image'} name={file.name ?? file.url} />
          ))}
        {item.text !== '' && <p className={styles.text}>{item.text}</p>}
      </div>
      {item.from === 'bot' && <Why path={path} heard={heard} />}
    </div>
  );
}

/** Pictures from elsewhere are not loaded into the window (its policy forbids it): the customer's phone will show them. */
function Media({ image, name }: { readonly image: boolean; readonly name: string }) {
  const t = useCopy('simulator');
  const Icon = image ? ImageIcon : FileText;
  return (
    <p className={styles.media}>
      <Icon size={16} aria-hidden />
      <span className={styles.mediaName}>
        <span className={styles.hidden}>{t(image ? 'image' : 'file')} </span>
        {name.split('/').at(-1) ?? name}
      </span>
    </p>
  );
}
