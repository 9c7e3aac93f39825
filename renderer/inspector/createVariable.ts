import type { Variable } from '../../engine/model/definitions.ts';
import { useEditor } from '../editor/store.ts';
import { variableName } from './variableName.ts';

/** Value: its id, made from what was typed. */
export function createVariable(typed: string, type: Variable['type']): string {
  const { bot, run } = useEditor.getState();
  const variables = bot.variables ?? [];
  const id = variableName(
    typed,
    variables.map((variable) => variable.id),
  );
  const label = typed.trim();
  const fresh: Variable = label === id || label === '' ? { id, type } : { id, label, type };
  run('setBot', { patch: { variables: [...variables, fresh] } });
  return id;
}
