import type { Copy } from '../copy/i18n.ts';

const KB = 1024;
const MB = KB * KB;
const GB = KB * MB;

/** «340 КБ», «1,2 МБ», «37 ГБ». */
export function sizeOf(bytes: number, t: Copy<'settings'>): string {
  if (bytes >= GB) return t('size.gb', { n: rounded(bytes / GB) });
  if (bytes >= MB) return t('size.mb', { n: rounded(bytes / MB) });
  return t('size.kb', { n: Math.ceil(bytes / KB) });
}

function rounded(figure: number): number {
  return figure >= 10 ? Math.round(figure) : Math.round(figure * 10) / 10;
}
