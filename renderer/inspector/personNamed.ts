interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

/** The employee a bot file means: by id, login or name, as the engine takes it. */
export function personNamed<P extends Person>(named: string, people: readonly P[]): P | undefined {
  const fold = (text: string): string => text.trim().toLowerCase();
  const wanted = fold(named);
  return (['id', 'login', 'name'] as const)
    .map((field) => people.find((person) => fold(person[field]) === wanted))
    .find((person) => person !== undefined);
}
