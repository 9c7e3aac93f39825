import type { Bot } from '../../engine/flow/botSchema.ts';
import { mainFlow } from '../../engine/flow/graph.ts';
import { familyOf } from '../editor/nodeData.ts';
import styles from './FlowPicture.module.css';
import { flowShapes } from './flowShapes.ts';

/** A flow from far away: its cards in their colours and where they lead. Decoration: the words beside it say what it is. */
export function FlowPicture({ bot }: { readonly bot: Bot }) {
  const { cards, links, box } = flowShapes(mainFlow(bot), bot.layout);
  return (
    <svg
      className={styles.picture}
      viewBox={[box.x, box.y, box.width, box.height].join(' ')}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      {links.map((path, index) => (
        <path key={index} className={styles.link} d={path} />
      ))}
      {cards.map((card) => (
        <g key={card.id} data-family={familyOf(card.kind)}>
          <rect className={styles.card} x={card.x} y={card.y} width={card.width} height={card.height} rx={16} />
          <rect className={styles.head} x={card.x + 20} y={card.y + 20} width={40} height={40} rx={10} />
          <rect className={styles.words} x={card.x + 76} y={card.y + 34} width={card.width - 110} height={14} rx={7} />
        </g>
      ))}
    </svg>
  );
}
