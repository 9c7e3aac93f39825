import type { AnswerRead, AnswerRules } from './answer.ts';
import { refuse } from './answer.ts';

type Sent = AnswerRules['attachments'][number];

const MEGABYTE = 1_048_576;
const IMAGE_NAME = /\.(?:jpe?g|png|gif|webp|bmp|heic|heif|tiff?|avif)$/iu;
/** What channels send as an attachment and nobody means as a file. */
const NO_DOCUMENT = new Set(['image', 'photo', 'sticker', 'video', 'audio', 'voice', 'link', 'mail']);

/** The attachments that fit; the value is the address of the first, shown by their names. */
export function readFile({ attachments, fileType, maxMegabytes }: AnswerRules): AnswerRead {
  const sent = attachments.filter(({ url }) => url !== '');
  if (sent.length === 0) return refuse('noFile');
  const right = sent.filter((file) => fileType === undefined || (fileType === 'image') === isImage(file));
  const kept = fileType === 'document' ? right.filter(({ type }) => !NO_DOCUMENT.has(type)) : right;
  if (kept.length === 0) return refuse(fileType === 'image' ? 'notImage' : 'notDocument');
  const fits = kept.filter(({ size = 0 }) => maxMegabytes === undefined || size <= maxMegabytes * MEGABYTE);
  const [first] = fits;
  if (first === undefined) return refuse('fileTooBig');
  const shown = fits.map((file) => fileName(file) || file.type).join(', ');
  return { ok: true, value: first.url, shown, ...(fits.length === 1 ? {} : { all: fits.map(({ url }) => url) }) };
}

/** A picture may come as a document: then its name tells. */
function isImage(file: Sent): boolean {
  return (
    file.type === 'image' || file.type === 'photo' || (!NO_DOCUMENT.has(file.type) && IMAGE_NAME.test(fileName(file)))
  );
}

function fileName({ url, name }: Sent): string {
  if (name !== undefined && name.trim() !== '') return name.trim();
  const path = url.split(/[?#]/u)[0] ?? '';
  return decoded(path.slice(path.lastIndexOf('/') + 1));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
