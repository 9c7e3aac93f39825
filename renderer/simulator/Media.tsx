import { FileText, Image as ImageIcon } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import styles from './Media.module.css';

interface MediaProps {
  readonly image: boolean;
  readonly url: string;
  readonly name: string | undefined;
}

/**
 * A picture or file as the customer gets it. What lies elsewhere is told by its name and place: to fetch it would be a
 * request that nobody asked for, and the window's policy forbids it. A picture inside its address is shown.
 */
export function Media({ image, url, name }: MediaProps) {
  const t = useCopy('simulator');
  const word = t(image ? 'image' : 'file');
  if (image && /^data:image\/(?:png|jpeg|gif|webp);base64,/iu.test(url))
    return <img className={styles.picture} src={url} alt={name ?? word} />;
  const Icon = image ? ImageIcon : FileText;
  const { file, from } = placeOf(url);
  return (
    <p className={styles.media} title={url}>
      <span className={styles.mediaTile} data-image={image || undefined}>
        <Icon size={18} aria-hidden />
      </span>
      <span className={styles.mediaWords}>
        <span className={styles.mediaName}>{name ?? file}</span>
        <span className={styles.mediaKind}>{from === '' ? word : `${word} · ${from}`}</span>
      </span>
    </p>
  );
}

/** The last part of an address or path, and the host it lies on. */
function placeOf(url: string): { readonly file: string; readonly from: string } {
  const [, host, path] = /^https?:\/\/([^/?#]+)([^?#]*)/iu.exec(url) ?? [];
  const last = (path ?? url).split(/[/\\]/u).findLast((part) => part !== '');
  return { file: decoded(last ?? host ?? url), from: host ?? '' };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
