import styles from './Skeleton.module.css';

/** A grey bar where text will be. It shows only when loading takes longer than 200 ms, so quick loads do not flicker. */
export function Skeleton({
  width = '100%',
  height = 14,
}: {
  readonly width?: number | string;
  readonly height?: number;
}) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}
