import type { Bot } from '../../engine/flow/botSchema.ts';

/** What a step is called in «Отменить: удаление блока „Доставка“»: a key of `editorCopy.steps` and what fills it. */
export interface StepLabel {
  readonly key: StepKey;
  readonly name?: string;
  readonly count?: number;
}

export type StepKey =
  | 'addNode'
  | 'remove'
  | 'removeNodes'
  | 'removeEdges'
  | 'move'
  | 'connect'
  | 'disconnect'
  | 'edit'
  | 'rename'
  | 'toggle'
  | 'paste'
  | 'cut'
  | 'duplicate'
  | 'addFlow'
  | 'removeFlow'
  | 'renameFlow'
  | 'setMain'
  | 'settings'
  | TopicStep
  | 'addCheck'
  | 'removeCheck'
  | 'addNote'
  | 'editNote'
  | 'moveNote'
  | 'removeNote'
  | 'addFrame'
  | 'editFrame'
  | 'moveFrame'
  | 'removeFrame'
  | 'foldFrame'
  | 'unfoldFrame'
  | 'extract'
  | 'tidy'
  | 'pin'
  | 'unpin'
  | 'insert'
  | 'bridge'
  | 'showLine'
  | 'restoreVersion';

/** Changes of the bot's topics and their phrases. `count` is of phrases, or of topics where several are added. */
export type TopicStep =
  | 'addTopics'
  | 'removeTopic'
  | 'renameTopic'
  | 'orderTopics'
  | 'addPhrases'
  | 'editPhrase'
  | 'removePhrases'
  | 'movePhrases';

/** Where a step happened: undo and redo bring it back into view. `nodes` may be gone on one side of the step. */
export interface Touched {
  readonly flow: string;
  readonly nodes: readonly string[];
}

/**
 * A change of the document. `apply` is pure and shares everything it does not change; it gives the same object back when
 * there is nothing to do. `capture` says how undo treats it: `now` = a step of its own, `later` = merged with its
 * neighbours of the same `mergeKey` until a pause, `never` = not a step.
 */
export interface Command<A> {
  readonly capture: 'now' | 'later' | 'never';
  apply(bot: Bot, args: A): Bot;
  /** Read before `apply`, so it can name what is about to go. */
  label(bot: Bot, args: A): StepLabel;
  touched(bot: Bot, args: A): Touched;
  mergeKey?(args: A): string | undefined;
}
