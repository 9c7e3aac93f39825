import { afterRefusal, changeExits } from '../ifRefused.ts';
import type { LocalProblem, NodeContext, NodeKind } from '../kind.ts';
import { tagsSchema, type TagsData } from './schema.ts';

const MOST_TAGS = 10;
const LONGEST_TAG = 30;

/** «Tags»: adds tags to the lead and takes others away; waits until the CRM has done it. */
export const tags: NodeKind<TagsData, 'tags'> = {
  kind: 'tags',
  family: 'crm',
  schema: tagsSchema,
  entry: false,
  exits: (data) => changeExits(data.ifRefused),
  initial: () => ({}),
  enter(data, context) {
    const remove = filled(data.remove, context);
    // Written in both lists it goes: a tag that should not be there is the worse mistake.
    const add = filled(data.add, context).filter((tag) => !has(remove, tag));
    if (add.length + remove.length === 0) return { do: 'leave', exit: 'next' };
    return { do: 'await', effect: context.tag(add, remove) };
  },
  settled: (data, _wait, outcome, context) =>
    outcome.ok ? { do: 'leave', exit: 'next' } : afterRefusal(data.ifRefused, context),
  texts: (data) => [...(data.add ?? []), ...(data.remove ?? [])],
  problems(data) {
    const problems: LocalProblem[] = [];
    const add = written(data.add);
    const remove = written(data.remove);
    if (add.length + remove.length === 0) return [{ code: 'E-NOTAG', level: 'error', field: 'add' }];
    for (const tag of add.filter((one) => has(remove, one)))
      problems.push({ code: 'E-TAG', level: 'error', field: 'remove', facts: { tag } });
    for (const [field, list] of [
      ['add', add],
      ['remove', remove],
    ] as const) {
      for (const tag of list.filter((one) => !one.includes('{{') && [...one].length > LONGEST_TAG))
        problems.push({ code: 'W-TAGLEN', level: 'warning', field, facts: { tag, limit: LONGEST_TAG } });
      if (list.length > MOST_TAGS)
        problems.push({ code: 'W-TAGMANY', level: 'warning', field, facts: { limit: MOST_TAGS } });
    }
    return problems;
  },
};

/** People read «VIP» and «vip» as one tag. */
function has(tags: readonly string[], tag: string): boolean {
  return tags.some((one) => one.toLowerCase() === tag.toLowerCase());
}

function written(list: readonly string[] | undefined): readonly string[] {
  return (list ?? []).map((tag) => tag.trim()).filter((tag) => tag !== '');
}

/** The tags as the CRM gets them: of one line, cut to the longest, each once. */
function filled(list: readonly string[] | undefined, context: NodeContext): readonly string[] {
  const all = (list ?? []).flatMap((tag) => context.fill(tag).split(','));
  const short = all.map((tag) => [...tag.replaceAll(/\s+/gu, ' ').trim()].slice(0, LONGEST_TAG).join('').trim());
  return [...new Set(short.filter((tag) => tag !== ''))];
}
