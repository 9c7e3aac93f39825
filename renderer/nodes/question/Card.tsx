import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import { CardText } from '../CardText.tsx';
import styles from '../Card.module.css';
import type { CardProps } from '../face.ts';

export function QuestionCard({ data }: CardProps<'question'>) {
  const t = useCopy('nodes');
  const variable = data.saveTo ?? '';
  return (
    <>
      <CardText text={data.text ?? ''} lines={2} field="text" patch={(text) => ({ text })} />
      <CardLine tone="quiet">
        {'→ '}
        {variable === '' ? t('noVariable') : <span className={styles.variable}>{variable}</span>}
        {' · '}
        {t(`answer.${data.answer ?? 'text'}`)}
      </CardLine>
    </>
  );
}
