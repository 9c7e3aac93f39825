import { z } from 'zod';

const PREFIX = 'dialogram.open.';
const markSchema = z.object({ bot: z.string(), flow: z.string(), at: z.number() });

/** A flow that stood open in a window that went away without closing it. */
export type OpenMark = z.infer<typeof markSchema>;

/** This window's mark: there while a draft is open in it. A window that dies leaves its mark behind and loses its lock. */
const mine = `${PREFIX}${String(Date.now())}-${String(Math.random()).slice(2, 8)}`;
let present: OpenMark | null = null;
let isLocked = false;

/** Not there on a page that is not served securely: then nobody can tell a dead window from a live one, and none is marked. */
function locks(): LockManager | null {
  return 'locks' in navigator ? navigator.locks : null;
}

export function setOpenMark(bot: string, flow: string): void {
  present = { bot, flow, at: Date.now() };
  const manager = locks();
  if (manager === null) return;
  if (isLocked) return write();
  isLocked = true;
  // First the lock, then the mark: a mark without its lock is one of a dead window. Held for as long as the page lives.
  void manager.request(mine, () => {
    write();
    return new Promise<never>(() => undefined);
  });
}

export function clearOpenMark(): void {
  present = null;
  write();
}

/** A page that is left or closed has not crashed; one that is shown again goes on. */
export function followPageLife(): void {
  window.addEventListener('pagehide', () => keep(null));
  window.addEventListener('pageshow', write);
}

/** The marks that dead windows left, newest first; they are taken away, so each is told once. */
export async function takeCrashMarks(): Promise<readonly OpenMark[]> {
  const manager = locks();
  if (manager === null) return [];
  const { held = [], pending = [] } = await manager.query();
  const alive = new Set([...held, ...pending].map((lock) => lock.name));
  const dead = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && !alive.has(key) && key !== mine);
  const marks = dead.flatMap((key) => {
    const text = localStorage.getItem(key) ?? '';
    localStorage.removeItem(key);
    const mark = markSchema.safeParse(parse(text));
    return mark.success ? [mark.data] : [];
  });
  return marks.sort((a, b) => b.at - a.at);
}

function write(): void {
  keep(present);
}

function keep(mark: OpenMark | null): void {
  try {
    if (mark === null) localStorage.removeItem(mine);
    else localStorage.setItem(mine, JSON.stringify(mark));
  } catch {
    // Storage may be full or switched off: then a crash is not told, and nothing else is lost.
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
