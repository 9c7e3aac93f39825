import { toast } from '../ui/toast.ts';

/** To the clipboard, and says so. Where the page may not (plain http from another machine), the text itself is shown to be taken by hand. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(done, { tone: 'success' });
  } catch {
    toast(text, { ms: 20_000 });
  }
}
