/** Where one conversation's messages go: ids as the CRM gives them, kept as text. */
export interface Thread {
  readonly lead: string;
  /** Source id for sending (Umnico: `source.realId`, digits). */
  readonly source: string;
  /** Integration («channel account») id, if known. */
  readonly integration: string | undefined;
}
