import { ToggleGroup } from 'radix-ui';

interface OneOfProps<V extends string> extends Omit<
  ToggleGroup.ToggleGroupSingleProps,
  'type' | 'value' | 'defaultValue' | 'onValueChange' | 'onChange'
> {
  readonly value: V;
  readonly options: readonly { readonly value: V }[];
  readonly onChange: (value: V) => void;
}

/** A group of which one is chosen, always: a press on the chosen one changes nothing. Its items are `ToggleGroup.Item`. */
export function OneOf<V extends string>({ options, onChange, ...rest }: OneOfProps<V>) {
  return (
    <ToggleGroup.Root
      {...rest}
      type="single"
      onValueChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    />
  );
}
