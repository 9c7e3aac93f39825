import { toast, type ToastOptions } from '../ui/toast.ts';

let forget = (): void => undefined;

/** Tells what was just published or taken back. There is one at a time: the way back of an older one is none any more. */
export function tellPublished(text: string, options: ToastOptions = {}): void {
  forget();
  forget = toast(text, { tone: 'success', ms: 7_000, ...options });
}

/** What it told is about to be changed, or it would lie over what is looked at. */
export function hidePublished(): void {
  forget();
}
