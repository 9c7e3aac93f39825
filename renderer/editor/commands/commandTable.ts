import type { Command } from '../command.ts';
import { addCheck } from './addCheck.ts';
import { addFlow } from './addFlow.ts';
import { addItem } from './addItem.ts';
import { addNode } from './addNode.ts';
import { bridge } from './bridge.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { extractFlow } from './extractFlow.ts';
import { insertNode } from './insertNode.ts';
import { moveNodes } from './moveNodes.ts';
import { paste } from './paste.ts';
import { pin } from './pin.ts';
import { removeCheck } from './removeCheck.ts';
import { removeFlow } from './removeFlow.ts';
import { removeSelection } from './removeSelection.ts';
import { renameFlow } from './renameFlow.ts';
import { repair } from './repair.ts';
import { restoreVersion } from './restoreVersion.ts';
import { setBot } from './setBot.ts';
import { setData } from './setData.ts';
import { setItem } from './setItem.ts';
import { setMainFlow } from './setMainFlow.ts';
import { setNode } from './setNode.ts';
import { setTopics } from './setTopics.ts';
import { unfold } from './unfold.ts';
import { showLine } from './showLine.ts';
import { tidy } from './tidy.ts';

/** Every way the document changes. A new command is a row here. */
export const COMMANDS = {
  addCheck,
  addFlow,
  addItem,
  addNode,
  bridge,
  connect,
  disconnect,
  extractFlow,
  insertNode,
  moveNodes,
  paste,
  pin,
  removeCheck,
  removeFlow,
  removeSelection,
  renameFlow,
  repair,
  restoreVersion,
  setBot,
  setData,
  setItem,
  setMainFlow,
  setNode,
  setTopics,
  unfold,
  showLine,
  tidy,
} as const;

export type CommandName = keyof typeof COMMANDS;
export type ArgsOf<N extends CommandName> = (typeof COMMANDS)[N] extends Command<infer A> ? A : never;
