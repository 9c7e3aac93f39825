import { botFacts } from '../../engine/flow/botFacts.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { condition } from '../../engine/nodes/condition/run.ts';
import { conditionSchema } from '../../engine/nodes/condition/schema.ts';
import { drawBot } from '../support/botBuilder.ts';

export const VARIABLES: NonNullable<Bot['variables']> = [
  { id: 'sum', label: 'Сумма', type: 'number' },
  { id: 'city', type: 'text' },
  { id: 'vip', type: 'boolean' },
  { id: 'day', type: 'date' },
  { id: 'wishes', type: 'list' },
  { id: 'limit', type: 'number' },
];

/** A condition between the first message and as many answers as it has branches, called after their ids. */
export function deciding(data: unknown, change: Partial<Bot> = {}): Bot {
  const ids = condition.exits(conditionSchema.parse(data), botFacts(drawBot().build())).map((exit) => exit.id);
  const exits = Object.fromEntries(ids.map((id) => [id, `say_${id}`]));
  const bot = drawBot()
    .start('decide')
    .node('decide', 'condition', data as Record<string, unknown>, exits);
  for (const id of new Set(ids)) bot.message(`say_${id}`, id, 'end');
  return bot.end('end').build({ variables: VARIABLES, ...change });
}
