import type { Problem } from '../../engine/check/problem.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { flowById, mainFlow } from '../../engine/flow/graph.ts';
import { EMPTY_HISTORY, type History } from './history.ts';

export interface ViewedVersion {
  readonly number: number;
  readonly note: string;
  /** Epoch ms. */
  readonly publishedAt: number;
}

/** What an editor holds of the bot it shows. */
interface OnScreen {
  readonly bot: Bot;
  readonly flowId: string;
  readonly selection: { readonly nodes: readonly string[]; readonly edges: readonly string[] };
  readonly problems: readonly Problem[];
  readonly history: History;
  readonly readOnly: boolean;
}

/** The version on screen, and the draft as it was left for it. */
export interface Viewing {
  readonly version: ViewedVersion;
  readonly draft: OnScreen;
}

interface Viewer extends OnScreen {
  readonly viewing: Viewing | null;
}
type Change = Partial<Viewer> & { readonly reveal?: null };

const NOTHING_SELECTED = { nodes: [], edges: [] };

/** From one version to the next the draft waits on. */
export function enterView(state: Viewer, version: ViewedVersion, bot: Bot): Change {
  const { flowId, selection, problems, history, readOnly } = state;
  const draft = state.viewing?.draft ?? { bot: state.bot, flowId, selection, problems, history, readOnly };
  return {
    bot,
    flowId: flowById(bot, flowId) ? flowId : mainFlow(bot).id,
    selection: NOTHING_SELECTED,
    problems: [],
    history: EMPTY_HISTORY,
    readOnly: true,
    viewing: { version, draft },
    reveal: null,
  };
}

export function leaveView({ viewing }: Viewer): Change {
  return viewing === null ? {} : { ...viewing.draft, viewing: null, reveal: null };
}
