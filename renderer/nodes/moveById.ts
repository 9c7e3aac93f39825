/** The list with one of its items a place up (-1) or down (1); null = there is no such place. */
export function moveById<T extends { readonly id: string }>(list: readonly T[], id: string, by: 1 | -1): T[] | null {
  const at = list.findIndex((item) => item.id === id);
  const item = list[at];
  const to = at + by;
  if (item === undefined || to < 0 || to >= list.length) return null;
  return list.toSpliced(at, 1).toSpliced(to, 0, item);
}
