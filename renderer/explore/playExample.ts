import type { Finding } from '../../engine/check/explore/findings.ts';
import { copyOf } from '../copy/i18n.ts';
import { useEditor } from '../editor/store.ts';
import { useSimulator } from '../simulator/store.ts';
import { toast } from '../ui/toast.ts';
import { lineWords } from './lineWords.ts';

/** Plays the conversation of a finding in the test chat: the canvas shows its way, «back» goes through it. */
export function playExample({ code, flow, node, example }: Finding): void {
  const { bot, openFlow, goTo, test } = useEditor.getState();
  const isThere = bot.flows.some(({ id, nodes }) => id === flow && nodes.some((one) => one.id === node));
  // A block that is never reached is not on the way that is shown.
  if (isThere && code !== 'X-REACH') goTo(flow, node, { view: 'ifHidden' });
  else openFlow(flow);
  useSimulator.getState().play(example, ({ line }) => {
    toast(copyOf('problems')('paths.cannotPlay', { line: lineWords(line, bot).text }), { tone: 'danger' });
  });
  test();
}
