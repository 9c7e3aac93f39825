import type { LucideIcon } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { classes } from './classes.ts';
import styles from './RadioCards.module.css';

export interface RadioCard<V extends string> {
  readonly value: V;
  readonly icon: LucideIcon;
  readonly name: string;
  /** What choosing it means. */
  readonly hint: string;
  readonly testId: string;
}

export interface RadioCardsProps<V extends string> {
  readonly title: string;
  /** The title begins a part of the screen: assistive technology can jump to it. */
  readonly isHeading?: boolean;
  readonly value: V;
  readonly cards: readonly RadioCard<V>[];
  readonly onChange: (value: V) => void;
  /** Of an odd number the first has a line of its own. */
  readonly isOdd?: boolean;
}

/** One of a few, where each needs a sentence. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>) {
  const { title, isHeading = false, value, cards, onChange, isOdd = false } = props;
  const id = useId();
  const Title = isHeading ? 'h3' : 'p';
  return (
    <>
      <Title className={styles.title} id={id}>
        {title}
      </Title>
      <RadioGroup.Root
        className={classes(styles.cards, isOdd && styles.odd)}
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => {
          const card = cards.find((known) => known.value === next);
          if (card !== undefined) onChange(card.value);
        }}
      >
        {cards.map((card) => (
          <RadioGroup.Item key={card.value} value={card.value} className={styles.card} data-testid={card.testId}>
            <card.icon size={16} aria-hidden className={styles.icon} />
            <span className={styles.words}>
              <span className={styles.name}>{card.name}</span>
              <span className={styles.hint}>{card.hint}</span>
            </span>
            <span className={styles.dot} aria-hidden />
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </>
  );
}
