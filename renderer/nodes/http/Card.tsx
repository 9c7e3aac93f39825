import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import styles from '../Card.module.css';
import type { CardProps } from '../face.ts';
import { TemplateText } from '../TemplateText.tsx';

export function HttpCard({ data }: CardProps<'http'>) {
  const t = useCopy('system');
  const url = (data.url ?? '').trim().replace(/^https?:\/\//iu, '');
  const saved = (data.save ?? []).flatMap(({ variable = '' }) => (variable === '' ? [] : [variable]));
  if (url === '') return <CardLine tone="prompt">{t('http.none')}</CardLine>;
  return (
    <>
      <CardLine wrap>
        {`${data.method ?? 'GET'} `}
        <span className={styles.address}>
          <TemplateText text={url} />
        </span>
      </CardLine>
      {saved.length > 0 && (
        <CardLine tone="quiet">
          {'→ '}
          {saved.map((variable, at) => (
            <span key={variable + String(at)}>
              {at > 0 && ', '}
              <span className={styles.variable}>{variable}</span>
            </span>
          ))}
        </CardLine>
      )}
    </>
  );
}
