import type { Bot } from '../../flow/botSchema.ts';

/** What the button says; its words are the screen's. */
export type FixKey =
  | 'removeLink'
  | 'useOperator'
  | 'createVariable'
  | 'swapLimits'
  | 'useHandoff'
  | 'removeWord'
  | 'makeOrdinary'
  | 'clearSetting';

/** A repair that can't be wrong: it makes no choice for the author. `apply` shares with the bot all that it leaves alone. */
export interface Fix {
  readonly key: FixKey;
  /** What the button names; empty = nothing. */
  readonly name: string;
  apply(bot: Bot): Bot;
}
