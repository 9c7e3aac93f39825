/** What a customer can be asked for; each has a reader in `nlu/entities`. */
export const ANSWER_KINDS = [
  'text',
  'number',
  'phone',
  'email',
  'date',
  'time',
  'yesno',
  'name',
  'file',
  'entity',
  'pattern',
] as const;
