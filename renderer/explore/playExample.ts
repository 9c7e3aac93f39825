import type { Finding } from '../../engine/check/explore/findings.ts';
import { copyOf } from '../copy/i18n.ts';
import { useEditor } from '../editor/store.ts';
import { useSimulator } from '../simulator/store.ts';
import { toast } from '../ui/toast.ts';
import { lineWords } from './lineWords.ts';

/** Plays the conversation of a finding in the test chat: the canvas shows its way, «back» goes through it. */
export function playExample({ flow, node, example }: Finding): void {
  const { bot, openFlow, select, test } = useEditor.getState();
  openFlow(flow);
  if (bot.flows.some(({ id, nodes }) => id === flow && nodes.some((one) => one.id === node))) select({ nodes: [node] });
  useSimulator.getState().play(example, ({ line }) => {
    toast(copyOf('problems')('paths.cannotPlay', { line: lineWords(line, bot).text }), { tone: 'danger' });
  });
  test();
}
