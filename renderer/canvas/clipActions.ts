import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { type Clip, isEmptyClip, placeClip, readClip, takeClip, writeClip } from '../editor/clipboard.ts';
import { type BotParts, partNames } from '../editor/clipParts.ts';
import { type Point, snap } from '../editor/draft.ts';
import { type Box, unite } from '../editor/boxMath.ts';
import { frameAt, itemKey, itemOf } from '../editor/layoutItem.ts';
import { CARD_HEIGHT, CARD_WIDTH, freeSpot } from '../editor/place.ts';
import { refuseWriting } from '../editor/refuseWriting.ts';
import { useEditor } from '../editor/store.ts';
import { listNames } from '../nodes/listNames.ts';
import { newHosts, outsideHosts } from '../nodes/outsideHosts.ts';
import { reviewOutside } from '../requests/outsideReview.ts';
import { toast } from '../ui/toast.ts';
import { focusBlock } from './focusBlock.ts';
import { takenBoxes, visibleBoxes, withContent } from './items/itemBoxes.ts';

/** How far a duplicate stands from its original (px). */
const STEP_ASIDE = 32;
/** Time to decide whether to look. */
const LOOK_MS = 10_000;
/** More names than this are counted. */
const NAMED = 3;

export interface ClipActions {
  /** Keys of what was copied; null = nothing was. */
  readonly copy: () => readonly string[] | null;
  /** Null = what was copied in this window. */
  readonly paste: (text: string | null) => void;
  readonly duplicate: () => void;
}

/** What was copied last, for when the system's clipboard can't be read. */
let copied: string | null = null;

/** Copy, paste and duplicate. `place`: where to paste; `show`: brings what was pasted into view. */
export function createClipActions(place: () => Point, show: (...keys: readonly string[]) => void): ClipActions {
  const editor = useEditor.getState;

  function taken(): { readonly keys: readonly string[]; readonly clip: Clip } {
    const { bot, flowId, selection } = editor();
    const keys = withContent(selection.nodes);
    return { keys, clip: takeClip(bot, flowId, keys) };
  }

  function put(clip: Clip, spot: Point, duplicate: boolean): void {
    const t = copyOf('items');
    const state = editor();
    const { keys, ...placed } = placeClip(clip, state.bot, spot);
    if (!state.run('paste', { flow: state.flowId, ...placed, ...(duplicate ? { duplicate } : {}) })) return;
    state.select({ nodes: keys });
    const onlyBlocks = placed.nodes.length === keys.length;
    announce(
      onlyBlocks ? copyOf('canvas')('saidPasted', { count: keys.length }) : t('saidPlaced', { count: keys.length }),
    );
    if (!duplicate) tellOutside(placed.nodes, state.bot);
    const what = broughtWords(placed.parts);
    if (what !== '') toast(t('brought', { what }));
    const last = placed.nodes.at(-1)?.id ?? keys.at(-1);
    if (last !== undefined) focusBlock(last, { select: false, then: () => show(...keys) });
  }

  return {
    copy() {
      const { keys, clip } = taken();
      if (isEmptyClip(clip)) return null;
      copied = writeClip(clip, editor().bot.language);
      // The system's clipboard may be refused to us; the copy of this window is there anyway.
      void writeSystemClipboard(copied);
      announce(copiedWords(clip, editor().selection.nodes));
      return keys;
    },
    paste(text) {
      if (editor().readOnly) {
        refuseWriting();
        return;
      }
      const t = copyOf('items');
      const isForeign = text !== null && text.trim() !== '';
      const clip = readClip(text ?? '') ?? (isForeign || copied === null ? null : readClip(copied));
      if (!clip) {
        toast(isForeign && looksLikeBlocks(text) ? t('brokenClip') : t('foreign'));
        return;
      }
      const { width, height } = extentOf(clip);
      const at = place();
      const wanted = snap({ x: at.x - width / 2, y: at.y - height / 2 });
      put(clip, freeSpot({ ...wanted, width, height }, takenBoxes()), false);
    },
    duplicate() {
      const { keys, clip } = taken();
      if (isEmptyClip(clip) || editor().readOnly) return;
      const boxes = visibleBoxes();
      const { x, y } = unite(keys.flatMap((key) => boxes.get(key) ?? []));
      const wanted = { x: x + STEP_ASIDE, y: y + STEP_ASIDE, ...extentOf(clip) };
      // A copy of a frame may lie on the frame: it is moved away anyway.
      put(clip, clip.frames.length > 0 ? snap(wanted) : freeSpot(wanted, takenBoxes()), true);
    },
  };
}

/** «Скопировано 3 блока», «Заметка скопирована»: what it is called depends on what it is. */
function copiedWords(clip: Clip, chosen: readonly string[]): string {
  const count = Object.keys(clip.positions).length;
  if (clip.nodes.length === count) return copyOf('canvas')('saidCopied', { count });
  const t = copyOf('items');
  const { bot, flowId } = useEditor.getState();
  const [only = ''] = chosen.length === 1 ? chosen : [];
  const frame = frameAt(bot, flowId, only);
  if (frame) return t('saidFrameCopied', { title: frame.title });
  return itemOf(only)?.kind === 'note' ? t('saidNoteCopied') : t('saidThingsCopied', { count });
}

/** JSON that speaks of blocks, and yet is not a file we can read. */
function looksLikeBlocks(text: string): boolean {
  return /^\s*\{/u.test(text) && /"(?:format|flows|nodes|kind)"/u.test(text);
}

function extentOf(clip: Clip): { readonly width: number; readonly height: number } {
  const items = [
    ...clip.notes.map((note) => [itemKey('note', note.id), note] as const),
    ...clip.frames.map((frame) => [itemKey('frame', frame.id), frame] as const),
  ];
  const sizes = new Map(items);
  const boxes = Object.entries(clip.positions).map(([key, at]): Box => {
    const entry = sizes.get(key);
    return { ...at, width: sizeOf(entry?.['width'], CARD_WIDTH), height: sizeOf(entry?.['height'], CARD_HEIGHT) };
  });
  return unite(boxes);
}

function sizeOf(value: unknown, usual: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : usual;
}

/** Blocks of somebody else's may talk to somebody: whom this bot does not know yet is named. */
function tellOutside(nodes: readonly BotNode[], bot: Bot): void {
  const known = outsideHosts(bot.flows.flatMap((flow) => flow.nodes));
  const hosts = newHosts(outsideHosts(nodes), known);
  if (hosts.length === 0) return;
  const t = copyOf('requests');
  toast(t('outside.pasted', { count: hosts.length, names: listNames(hosts.map(({ host }) => host)) }), {
    ms: LOOK_MS,
    action: { label: t('outside.look'), run: () => reviewOutside({ came: 'blocks', bot: bot.id, hosts }) },
  });
}

/** «переменные «Телефон», статусы «Новое»»: what came along, in words. */
function broughtWords(parts: BotParts): string {
  const t = copyOf('items');
  const lists = partNames(parts).map(([list, names]) => {
    const quoted = names.slice(0, NAMED).map((name) => t('quoted', { name }));
    const more = names.length > NAMED ? ` ${t('andMore', { count: names.length - NAMED })}` : '';
    return t(`broughtList.${list}`, { names: quoted.join(', ') + more });
  });
  return lists.join('; ');
}

/** Not there at all on a page that is not served securely (headless mode over plain HTTP). */
async function writeSystemClipboard(text: string): Promise<void> {
  if (!window.isSecureContext) return;
  await navigator.clipboard.writeText(text).catch(() => undefined);
}
