import type { TagsData } from '../../../engine/nodes/tags/schema.ts';

/** «+ опт, + Москва, − новый»; empty = nothing is changed. */
export function tagsInWords({ add, remove }: TagsData): string {
  return [...signed('+', add), ...signed('−', remove)].join(', ');
}

function signed(sign: string, tags: readonly string[] = []): string[] {
  return tags.flatMap((tag) => (tag.trim() === '' ? [] : [`${sign} ${tag.trim()}`]));
}
