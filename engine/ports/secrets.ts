/** Where the CRM's token, the tunnels' secrets and access keys are kept. Never a bot file, the database, an export or a log. */
export interface Secrets {
  get(name: SecretName): Promise<{ readonly value: string | null; readonly kind: SecretKind | null }>;
  /** `kind` of the answer is where it is now; null = it could not be kept beyond this run without `allowFile`. */
  set(name: SecretName, value: string, allowFile: boolean): Promise<{ readonly kind: SecretKind | null }>;
  clear(name: SecretName): Promise<void>;
}
export type SecretKind = 'keychain' | 'file' | 'memory';
/** `umnico`: the CRM's token. `ssh`: password of the server or passphrase of the key. `ngrok`, `cloudflared`: their own tokens. `keys`: access keys of HTTP blocks, as JSON. */
export type SecretName = 'umnico' | 'ssh' | 'ngrok' | 'cloudflared' | 'keys';
