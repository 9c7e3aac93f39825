/** Vectors of sentences, from a pack of words or a model of a language: texts that mean the same lie near each other. */
export interface Embedder {
  /** The pack and its edition: part of the fingerprint of every model learned with it. */
  readonly id: string;
  /** How many numbers a vector has. */
  readonly size: number;
  /**
   * What a text means, of any length; undefined for a text of another language, or of which nothing is known. The same
   * text always gives the same numbers. Whoever gets the vector may not change it.
   */
  embed(text: string): Float32Array | undefined;
  /** How much its vectors count beside the other features, whose blocks are 1 to 1.5 long; as suits a small pack if not said. */
  readonly weight?: number;
  /** Takes milliseconds a text, so that hundreds of phrases take seconds: a bot answers without it until they are learned with it too. */
  readonly slow?: true;
}
