/** A topic as the author writes it. */
export interface TopicTexts {
  readonly name: string;
  readonly phrases: readonly string[];
}

/** Every word of the template «first touch». */
export interface NlpTexts {
  readonly bot: string;
  readonly flow: string;
  readonly statuses: { readonly first: string; readonly order: string; readonly human: string };
  readonly names: Readonly<Record<string, string>>;
  readonly hello: readonly string[];
  readonly ask: string;
  readonly order: TopicTexts;
  readonly payment: TopicTexts;
  readonly hours: TopicTexts;
  readonly operator: TopicTexts;
  readonly askName: string;
  readonly nameHint: string;
  readonly askPay: string;
  readonly payHint: string;
  readonly payEntity: {
    readonly name: string;
    readonly values: readonly { readonly value: string; readonly synonyms: readonly string[] }[];
  };
  readonly nameLabel: string;
  readonly payLabel: string;
  readonly payInfo: string;
  readonly hoursInfo: string;
  readonly help: string;
  readonly offer: string;
  readonly offerYes: { readonly label: string; readonly synonyms: readonly string[] };
  readonly offerNo: { readonly label: string; readonly synonyms: readonly string[] };
  readonly handoff: string;
  readonly outside: string;
  readonly brief: string;
  readonly resumed: string;
  readonly hint: string;
  readonly words: readonly string[];
  readonly resumeWord: string;
  readonly zone: string;
  readonly holidays: readonly string[];
  readonly checks: {
    readonly order: string;
    readonly answers: string;
    readonly unknown: string;
    readonly operator: string;
    readonly closed: string;
    readonly help: string;
    readonly anywhere: string;
    readonly offer: string;
    readonly noName: string;
    readonly noPay: string;
  };
  readonly said: {
    readonly hello: string;
    readonly order: string;
    readonly name: string;
    readonly nameKept: string;
    readonly pay: string;
    readonly payment: string;
    readonly hours: string;
    readonly operator: string;
    readonly nonsense: readonly [string, string];
    readonly noNames: readonly [string, string, string];
    readonly noPays: readonly [string, string, string];
    readonly wait: string;
    readonly answer: string;
  };
}
