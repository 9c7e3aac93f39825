import { useCopy } from '../../copy/useCopy.ts';
import { IfRefused } from '../../inspector/IfRefused.tsx';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { More } from '../../inspector/More.tsx';
import { WordChips } from '../../ui/WordChips.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

const orNone = (tags: string[]): string[] | undefined => (tags.length === 0 ? undefined : tags);

export function TagsInspector({ node, data, update }: InspectorProps<'tags'>) {
  const t = useCopy('crm');
  const { variables } = useBotFacts();
  const example = `{{${variables[0]?.id ?? 'customer.name'}}}`;
  return (
    <div className={styles.fields}>
      <InspectorField field="add" label={t('tags.add')} hint={t('tags.addHint', { example })}>
        <WordChips
          value={data.add ?? []}
          placeholder={t('tags.addPlaceholder')}
          onChange={(add) => update({ add: orNone(add) }, 'add')}
        />
      </InspectorField>
      <InspectorField field="remove" label={t('tags.remove')}>
        <WordChips
          value={data.remove ?? []}
          placeholder={t('tags.removePlaceholder')}
          onChange={(remove) => update({ remove: orNone(remove) }, 'remove')}
        />
      </InspectorField>
      <More changed={data.ifRefused !== undefined}>
        <IfRefused
          value={data.ifRefused}
          isConnected={node.exits?.failed !== undefined}
          onChange={(ifRefused) => update({ ifRefused })}
        />
      </More>
    </div>
  );
}
