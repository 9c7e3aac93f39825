import { useId } from 'react';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { changeBot } from '../../inspector/settings/changeBot.ts';
import { CAUTIONS, type Caution } from '../learning/exam.ts';
import { intentNodes } from '../nodesWaitingFor.ts';
import styles from './Quality.module.css';

/** «Строже ↔ Смелее»: how sure the bot must be; the figures above answer at once. */
export function CautionSlider() {
  const t = useCopy('phrases');
  const bot = useEditor((state) => state.bot);
  const readOnly = useEditor((state) => state.readOnly);
  const id = useId();
  const caution = bot.settings?.caution ?? 'normal';
  const own = intentNodes(bot).filter(({ data }) => data.caution !== undefined && data.caution !== caution).length;

  function set(next: Caution): void {
    const { caution: _, ...others } = bot.settings ?? {};
    changeBot({ settings: next === 'normal' ? others : { ...others, caution: next } }, 'caution');
  }

  return (
    <div className={styles.caution}>
      <label htmlFor={id}>{t('quality.caution')}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={CAUTIONS.length - 1}
        step={1}
        value={CAUTIONS.indexOf(caution)}
        disabled={readOnly}
        aria-valuetext={t(`quality.${caution}`)}
        data-testid="caution"
        onChange={(event) => set(CAUTIONS[event.target.valueAsNumber] ?? 'normal')}
      />
      <div className={styles.stops}>
        {CAUTIONS.map((stop) => (
          <button
            key={stop}
            type="button"
            tabIndex={-1}
            disabled={readOnly}
            data-on={stop === caution || undefined}
            onClick={() => set(stop)}
          >
            {t(`quality.${stop}`)}
          </button>
        ))}
      </div>
      {own > 0 && <p className={styles.quiet}>{t('quality.own', { count: own })}</p>}
    </div>
  );
}
