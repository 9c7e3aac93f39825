import styles from './Sparkline.module.css';

const STEP = 4;
const HEIGHT = 20;

/** A bar an hour, oldest at the left. The number beside it says it in words. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  const most = Math.max(1, ...values);
  return (
    <svg
      className={styles.line}
      data-testid="sparkline"
      width={values.length * STEP}
      height={HEIGHT}
      viewBox={`0 0 ${String(values.length * STEP)} ${String(HEIGHT)}`}
      aria-hidden="true"
    >
      {values.map((value, hour) => {
        // An hour without anybody is a dot on the ground, so that the day can be seen.
        const height = value === 0 ? 1 : Math.max(3, (value / most) * HEIGHT);
        return (
          <rect
            key={hour}
            className={value === 0 ? styles.none : styles.some}
            x={hour * STEP}
            y={HEIGHT - height}
            width={STEP - 1}
            height={height}
          />
        );
      })}
    </svg>
  );
}
