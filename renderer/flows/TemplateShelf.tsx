import { ChevronDown, ChevronRight } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { changeFirstSteps, useFirstSteps } from '../firstSteps/firstSteps.ts';
import { createBot } from './botActions.ts';
import { OFFERED_TEMPLATES, type OfferedTemplate } from './templateFaces.ts';
import styles from './TemplateShelf.module.css';

/** Ready bots under the list, each with a small picture of its flow. It can be folded away. */
export function TemplateShelf() {
  const t = useCopy('flows');
  const folded = useFirstSteps((state) => state.shelfFolded);
  const [making, setMaking] = useState(false);

  async function choose(template: OfferedTemplate): Promise<void> {
    setMaking(true);
    await createBot(template);
    setMaking(false);
  }

  const Arrow = folded ? ChevronRight : ChevronDown;
  return (
    <section className={styles.shelf} aria-labelledby="template-shelf">
      <h2 className={styles.title}>
        <button
          id="template-shelf"
          type="button"
          className={styles.fold}
          aria-expanded={!folded}
          onClick={() => changeFirstSteps({ shelfFolded: !folded })}
        >
          <Arrow size={16} aria-hidden />
          {t('shelf')}
        </button>
      </h2>
      {!folded && (
        <ul className={styles.cards}>
          {OFFERED_TEMPLATES.map(([id]) => (
            <li key={id}>
              <button
                type="button"
                className={styles.card}
                disabled={making}
                data-testid={`template-${id}`}
                onClick={() => void choose(id)}
              >
                <span className={styles.picture}>
                  <Suspense fallback={null}>
                    <TemplatePicture template={id} />
                  </Suspense>
                </span>
                <span className={styles.words}>
                  <span className={styles.name}>{t(`templates.${id}`)}</span>
                  <span className={styles.text}>{t(`templates.${id}Text`)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

// Whole bots are behind the pictures: the list is there before them.
const TemplatePicture = lazy(async () => ({ default: (await import('./TemplatePicture.tsx')).TemplatePicture }));
