import type { Secrets } from '../ports/secrets.ts';
import { secretAnswerSchema, type SecretAnswer, type SecretAsk } from '../protocol/processNews.ts';

/** Secrets kept by the parent process, which alone reaches the keychain. `hear` is to be given every message that comes. */
export function parentSecrets(send: (ask: SecretAsk) => void): Secrets & { hear(message: unknown): boolean } {
  const waiting = new Map<number, (answer: SecretAnswer) => void>();
  let last = 0;
  function ask(secret: SecretAsk['secret']): Promise<SecretAnswer> {
    last += 1;
    const id = last;
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
    hear(message) {
      const answer = secretAnswerSchema.safeParse(message);
      if (!answer.success) return false;
      waiting.get(answer.data.answer)?.(answer.data);
      waiting.delete(answer.data.answer);
      return true;
    },
  };
}
