import type { LucideIcon } from 'lucide-react';
import { Bot, CircleHelp, Command, MessageCircleMore, MessageSquareQuote, Workflow } from 'lucide-react';
import { keysOf } from '../actions/actionKeys.ts';
import { type ActionId, specOf } from '../actions/actionTable.ts';
import { reasonAgainst, runAction } from '../actions/provide.ts';
import { useEngine } from '../app/engine.ts';
import { navigate, useRoute } from '../app/route.ts';
import { actionsCopy } from '../copy/actions.ts';
import { copyOf } from '../copy/i18n.ts';
import { familyOf } from '../editor/nodeData.ts';
import { useEditor } from '../editor/store.ts';
import { faceOf } from '../nodes/registry.ts';
import { blockTitle, kindWord } from '../nodes/blockTitle.ts';
import { cardTexts } from './cardTexts.ts';
import { goPhrases } from '../phrases/goPhrases.ts';
import { fold, wordsOf } from '../ui/wordFit.ts';
import type { PaletteScope } from './paletteStore.ts';

export const PALETTE_GROUPS = ['blocks', 'flows', 'topics', 'bots', 'leads', 'commands'] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** Of a topic; its others say much the same. */
const PHRASES_READ = 40;

/** One thing that can be found and gone to, or done. */
export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly title: string;
  /** Beside the title: where it is, what it says. */
  readonly hint: string;
  readonly icon: LucideIcon;
  /** Of a block, for its colour. */
  readonly family?: string;
  readonly keys?: string | undefined;
  /** Why it can't be done now. */
  readonly reason?: string | undefined;
  /** Folded: what it is called, and other words it is found by. */
  readonly names: readonly string[];
  readonly others: readonly string[];
  readonly run: () => void;
}

/** All there is to find now, in the order of the groups. */
export function paletteItems(scope: PaletteScope, provided: readonly ActionId[]): readonly PaletteItem[] {
  const open = useEditor.getState().isOpen;
  if (scope === 'blocks') return open ? blocks() : [];
  if (scope === 'flows') return [...(open ? flows() : []), ...bots()];
  return [...(open ? [...blocks(), ...flows(), ...topics()] : []), ...bots(), ...leads(), ...commands(provided)];
}

function blocks(): PaletteItem[] {
  const { bot, goTo } = useEditor.getState();
  const many = bot.flows.length > 1;
  return bot.flows.flatMap((flow) =>
    flow.nodes.map((node): PaletteItem => {
      const title = blockTitle(node);
      const kind = kindWord(node.kind);
      return {
        id: `block/${flow.id}/${node.id}`,
        group: 'blocks',
        title,
        hint: many ? `${kind} · ${flow.name}` : kind,
        icon: faceOf(node.kind)?.icon ?? CircleHelp,
        family: familyOf(node.kind),
        names: [fold(title)],
        others: [...wordsOf(kind), ...cardTexts(node).flatMap(wordsOf), fold(node.id)],
        run: () => goTo(flow.id, node.id),
      };
    }),
  );
}

function flows(): PaletteItem[] {
  const { bot, openFlow } = useEditor.getState();
  return bot.flows.map((flow) => ({
    id: `flow/${flow.id}`,
    group: 'flows',
    title: flow.name,
    hint: bot.name,
    icon: Workflow,
    names: [fold(flow.name)],
    others: [],
    // With its phrases on screen the flow may be the open one already: it is shown all the same.
    run: () =>
      useRoute.getState().route.screen === 'phrases'
        ? navigate({ screen: 'flow', bot: bot.id, flow: flow.id })
        : openFlow(flow.id),
  }));
}

/** Topics of the open bot, found by their phrases too. */
function topics(): PaletteItem[] {
  const t = copyOf('inspector');
  return (useEditor.getState().bot.intents ?? []).map(({ id, name, phrases }) => ({
    id: `topic/${id}`,
    group: 'topics',
    title: name,
    hint: t('phrases', { count: phrases.length }),
    icon: MessageSquareQuote,
    names: [fold(name)],
    others: phrases.slice(0, PHRASES_READ).flatMap(wordsOf),
    run: () => goPhrases(id),
  }));
}

function bots(): PaletteItem[] {
  return (useEngine.getState().bots ?? []).map((bot) => ({
    id: `bot/${bot.id}`,
    group: 'bots',
    title: bot.name,
    hint: '',
    icon: Bot,
    names: [fold(bot.name)],
    others: [],
    run: () => navigate({ screen: 'flow', bot: bot.id }),
  }));
}

function leads(): PaletteItem[] {
  const t = copyOf('live');
  return (useEngine.getState().sessions ?? []).map((lead) => {
    const title = lead.name === '' ? t('noName') : lead.name;
    return {
      id: `lead/${lead.lead}`,
      group: 'leads',
      title,
      hint: lead.lastText,
      icon: MessageCircleMore,
      names: [fold(title)],
      others: wordsOf(lead.lastText),
      run: () => navigate({ screen: 'live', lead: lead.lead }),
    };
  });
}

function commands(provided: readonly ActionId[]): PaletteItem[] {
  const t = copyOf('actions');
  return provided
    .filter((id) => specOf(id).keysOnly !== true)
    .map((id) => ({
      id: `command/${id}`,
      group: 'commands',
      title: t(`name.${id}`),
      hint: t(`group.${specOf(id).group}`),
      icon: Command,
      keys: keysOf(id)[0],
      reason: reasonAgainst(id),
      // Whatever the language of the screen, words of the other one find it too.
      names: [fold(actionsCopy.ru.name[id]), fold(actionsCopy.en.name[id])],
      others: [],
      run: () => void runAction(id),
    }));
}
