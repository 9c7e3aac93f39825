import type { Secrets } from '../ports/secrets.ts';
import { secretAnswerSchema, type SecretAnswer, type SecretAsk } from '../protocol/processNews.ts';

export interface ParentSecrets extends Secrets {
  /** False: the message is no answer to what was asked here. */
  hear(message: unknown): boolean;
  /** Nobody will answer any more: whoever waits gets «none». */
  gone(): void;
}

/** Secrets kept by the parent process, which alone reaches the keychain. `hear` is to be given every message that comes. */
export function parentSecrets(send: (ask: SecretAsk) => void): ParentSecrets {
  const waiting = new Map<number, (answer: SecretAnswer) => void>();
  let last = 0;
  let isGone = false;
  function ask(secret: SecretAsk['secret']): Promise<SecretAnswer> {
    last += 1;
    const id = last;
    if (isGone) return Promise.resolve({ answer: id, value: null, kind: null });
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      send({ ask: id, secret });
    });
  }
  return {
    async get(name) {
      const answer = await ask({ op: 'get', name });
      return { value: answer.value, kind: answer.kind };
    },
    async set(name, value, allowFile) {
      const answer = await ask({ op: 'set', name, value, allowFile });
      return { kind: answer.kind };
    },
    async clear(name) {
      await ask({ op: 'clear', name });
    },
    gone() {
      isGone = true;
      for (const [answer, settle] of waiting) settle({ answer, value: null, kind: null });
      waiting.clear();
    },
    hear(message) {
      const answer = secretAnswerSchema.safeParse(message);
      if (!answer.success) return false;
      waiting.get(answer.data.answer)?.(answer.data);
      waiting.delete(answer.data.answer);
      return true;
    },
  };
}
