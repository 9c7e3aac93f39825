import type { Attachment, Customer } from '../model/event.ts';
import type { Thread } from './thread.ts';

/**
 * What a CRM told us, after its own reader made sense of it. `key` is the delivery key: the same delivery has the same
 * key, (account, integration, source, messageId, type) or a hash of the content where there is no id.
 * `content` is a hash of what matters in it: same key and other content is not a repeat (reliability.md, 1.3).
 */
interface Delivery {
  readonly key: string;
  readonly content: string;
  readonly account: string;
  /** When it happened, epoch ms, by the CRM's clock. */
  readonly at: number;
}
export type CrmEvent =
  | (Delivery & {
      readonly type: 'message';
      readonly thread: Thread;
      readonly messageId: string;
      readonly text: string;
      readonly attachments: readonly Attachment[];
      readonly channel: string;
      readonly customer: Customer;
      /** What the channel calls the customer by: a number, a nickname. */
      readonly login?: string;
      readonly comment: boolean;
      readonly group: boolean;
    })
  | (Delivery & {
      readonly type: 'outgoing';
      readonly thread: Thread;
      readonly messageId: string;
      readonly text: string;
      readonly customId: string | undefined;
    })
  | (Delivery & { readonly type: 'status'; readonly lead: string; readonly externalStatus: string | null })
  | (Delivery & { readonly type: 'ignored'; readonly kind: string });
