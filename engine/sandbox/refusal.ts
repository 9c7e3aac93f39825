/** An expected "no" of the imitated service, as a value: the HTTP status and the text a client would read. */
export interface Refusal {
  readonly refused: number;
  readonly message: string;
  /** Which of Umnico's error bodies to use (umnico-api.md 1.6). */
  readonly shape: 'errors' | 'error';
}

export function refuse(status: number, message: string, shape: Refusal['shape'] = 'errors'): Refusal {
  return { refused: status, message, shape };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
