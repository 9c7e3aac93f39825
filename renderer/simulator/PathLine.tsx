import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import styles from './Log.module.css';
import { pathPlaces, type PathItem, shortReason } from './reasons.ts';
import { placeTitle } from './placeTitle.ts';

/** «Главное меню → Доставка · цифра»: where the conversation went in this turn, each name a way to its block. */
export function PathLine({ path }: { readonly path: PathItem }) {
  const t = useCopy('simulator');
  const bot = useEditor((state) => state.bot);
  const { goTo } = useEditor.getState();
  const places = pathPlaces(path);
  const reason = shortReason(path, bot, t);
  if (places.length === 0 && reason === '') return null;
  return (
    <p className={styles.path} data-testid="chat-path">
      {places.map((place, at) => {
        const title = placeTitle(bot, place);
        return (
          <Fragment key={at}>
            {at > 0 && <ArrowRight size={11} aria-hidden className={styles.arrow} />}
            <button
              type="button"
              className={styles.place}
              aria-label={t('goTo', { block: title })}
              onClick={() => goTo(place.flow, place.node)}
            >
              {title}
            </button>
          </Fragment>
        );
      })}
      {reason !== '' && (
        <span>
          {places.length > 0 && '· '}
          {reason}
        </span>
      )}
    </p>
  );
}
