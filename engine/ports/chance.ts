/** Chance, injected so that a run can be repeated. */
export interface Chance {
  /** An unsigned integer of 32 bits. */
  seed(): number;
  /** A random text of at least `bits` bits in base64url: ids that must not be guessed. */
  secret(bits: number): string;
}
