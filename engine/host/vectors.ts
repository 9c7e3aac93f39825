import { z } from 'zod';
import type { Fault } from '../model/fault.ts';
import { ok, type Result } from '../model/result.ts';
import { chooseEmbedder } from '../nlu/embedders.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { EncoderPack } from './encoderPack.ts';

/** Sentence vectors that the owner of this engine has chosen. Bots understand without them too, only less well. */
export interface Vectors {
  /** `fault`: why what was chosen is not in use. */
  view(): { readonly folder: string | null; readonly pack: EncoderPack | null; readonly fault: Fault | null };
  /** Takes a folder into use and remembers it; one that is of no use leaves all as it was. */
  choose(folder: string): Promise<Result<void>>;
  /** Does without, from now on. */
  remove(): Promise<Result<void>>;
  close(): void;
}

interface VectorsDeps {
  readonly store: Store;
  readonly log: Log;
  readonly open: (folder: string) => Result<EncoderPack>;
  /** Forgets the vectors of phrases that were kept of packs other than this one (its id). */
  readonly forgetKept: (used: string | null) => void;
  /** What bots were learned with has changed. */
  readonly onChange: () => void;
}

const KEY = 'vectors';
/** The encoder knows English. */
const LANGUAGE = 'en';

const setting = z.object({ folder: z.string().min(1) }).nullable();

export function createVectors({ store, log, open, forgetKept, onChange }: VectorsDeps): Vectors {
  let pack: EncoderPack | null = null;
  let fault: Fault | null = null;
  let folder = setting.catch(null).parse(store.read.setting(KEY) ?? null)?.folder ?? null;

  function use(next: EncoderPack | null): void {
    pack = next;
    fault = null;
    folder = next?.folder ?? null;
    chooseEmbedder(next === null ? null : { embedder: next.embedder, language: LANGUAGE });
    forgetKept(next?.embedder.id ?? null);
  }

  if (folder === null) forgetKept(null);
  else {
    const opened = open(folder);
    if (opened.ok) use(opened.value);
    else {
      fault = opened.fault;
      log.warn('vectors.notThere', { ...opened.fault });
    }
  }

  return {
    view: () => ({ folder, pack, fault }),
    async choose(wanted) {
      const opened = open(wanted);
      if (!opened.ok) return opened;
      const kept = await store.write((writer) => writer.putSetting(KEY, { folder: wanted }));
      if (!kept.ok) return kept;
      use(opened.value);
      onChange();
      return ok(undefined);
    },
    async remove() {
      const kept = await store.write((writer) => writer.putSetting(KEY, null));
      if (!kept.ok) return kept;
      use(null);
      onChange();
      return ok(undefined);
    },
    close() {
      if (pack !== null) chooseEmbedder(null);
    },
  };
}
