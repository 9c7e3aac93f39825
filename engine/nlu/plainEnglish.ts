/** "won't", "can't": the two that don't come apart by their ending alone. */
const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  `won't will not;can't can not;cannot can not;im i am;ive i have;whats what is;dont do not;doesnt does not;didnt did not;isnt is not`
    .split(';')
    .map((line) => line.split(' '))
    .map(([short = '', ...whole]) => [short, whole]),
);
const ENDINGS: readonly (readonly [ending: string, word: string])[] = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'s", 'is'],
  ["'m", 'am'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
];

/** Forms no rule of endings leads to, by the word they belong to. "I", "me" and "my" say who, which no topic depends on. */
const FORMS: ReadonlyMap<string, string> = new Map(
  `pay paid;lose lost;send sent;buy bought;get got gotten;go went gone goes;be was were is are am been being;do did done does
have has had;say said;make made;take took taken;come came;see saw seen;know knew known;think thought;find found;give gave given
tell told;leave left;feel felt;keep kept;begin began;hear heard;run ran;meet met;stand stood;spend spent;forget forgot forgotten
steal stole stolen;break broke broken;speak spoke spoken;choose chose chosen;write wrote written;eat ate eaten;drive drove driven
fly flew flown;man men;woman women;child children;person people;foot feet;a an;this these;that those
withdraw withdrew withdrawn withdrawal;high higher;low lower;good better best;i me my mine;can could;will would`
    .split(/[;\n]/)
    .map((line) => line.trim().split(' '))
    .flatMap(([word = '', ...forms]) => forms.map((form) => [form, word] as const)),
);

/** "don't" → "do", "not"; undefined for a token that is no short form. */
export function wholeWords(token: string): readonly string[] | undefined {
  const known = SHORT_FORMS.get(token);
  if (known !== undefined || !token.includes("'")) return known;
  const found = ENDINGS.find(([ending]) => token.endsWith(ending) && token.length > ending.length);
  return found === undefined ? undefined : [token.slice(0, -found[0].length), found[1]];
}

/** "paid" → "pay"; any other word as it is. */
export function basicForm(token: string): string {
  return FORMS.get(token) ?? token;
}
