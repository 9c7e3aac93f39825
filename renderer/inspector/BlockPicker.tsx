import type { Place } from '../../engine/model/state.ts';
import { useCopy } from '../copy/useCopy.ts';
import { takesInput } from '../editor/nodeData.ts';
import { useEditor } from '../editor/store.ts';
import { blockTitle, kindWord } from '../nodes/blockTitle.ts';
import { Combobox } from './Combobox.tsx';

interface BlockPickerProps {
  readonly flow: string;
  readonly node: string | undefined;
  /** A block that is not offered: the one that asks. */
  readonly except?: string;
  /** Offers the blocks of this flow alone. */
  readonly only?: string;
  readonly placeholder?: string;
  readonly onChange: (place: Place) => void;
}

const SEPARATOR = '\n';

/** A block, found by name across flows; the open flow stands first. */
export function BlockPicker({ flow, node, except, only, placeholder, onChange }: BlockPickerProps) {
  const t = useCopy('inspector');
  const flows = useEditor((state) => state.bot.flows);
  const open = useEditor((state) => state.flowId);
  const shown = flows
    .filter((each) => only === undefined || each.id === only)
    .toSorted((a, b) => Number(b.id === open) - Number(a.id === open));
  const options = shown.flatMap((each) =>
    each.nodes.flatMap((block) => {
      if (block.id === except || !takesInput(block)) return [];
      const label = blockTitle(block);
      const kind = kindWord(block.kind);
      return [
        {
          value: each.id + SEPARATOR + block.id,
          label,
          ...(label !== kind && { hint: kind }),
          ...(shown.length > 1 && { group: each.name }),
        },
      ];
    }),
  );
  return (
    <Combobox
      value={node === undefined || node === '' ? undefined : flow + SEPARATOR + node}
      options={options}
      placeholder={placeholder ?? t('chooseBlock')}
      lost={t('lostBlock')}
      onChange={(chosen) => {
        const [chosenFlow = '', chosenNode = ''] = chosen.split(SEPARATOR);
        onChange({ flow: chosenFlow, node: chosenNode });
      }}
    />
  );
}
