/** Where the CRM's token is kept. Never a bot file, an export or a log. */
export interface Secrets {
  get(): Promise<{ readonly value: string | null; readonly kind: SecretKind | null }>;
  /** `kind` of the answer is where it is now; null = it could not be kept beyond this run without `allowFile`. */
  set(value: string, allowFile: boolean): Promise<{ readonly kind: SecretKind | null }>;
  clear(): Promise<void>;
}
export type SecretKind = 'keychain' | 'file' | 'memory';
