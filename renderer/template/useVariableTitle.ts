import { BUILT_IN_VARIABLES } from '../../engine/expression/template.ts';
import type { CopyKey } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';

/** What people call a variable: the bot's own by its label, one that is always there in the language of the window. */
export function useVariableTitle(): (name: string) => string {
  const t = useCopy('inspector');
  const { variables } = useBotFacts();
  return (name) => {
    const own = variables.find(({ id }) => id === name);
    if (own !== undefined) return own.label ?? own.id;
    const isBuiltIn = (BUILT_IN_VARIABLES as readonly string[]).includes(name);
    return isBuiltIn ? t(`builtIn.${name.replace('.', '_')}` as CopyKey<'inspector'>) : name;
  };
}
