import type { Settings } from '../model/definitions.ts';
import { normalise } from '../nlu/normalise.ts';

/**
 * Is this what the CRM says by itself (a greeting, «we are closed»), so that nobody has taken the lead? Listed by the
 * owner; `*` stands for whatever changes in it, such as a name.
 */
export function isAutoReply(text: string, { autoReplies = [] }: Settings): boolean {
  const said = plain(text);
  return autoReplies.some((listed) => {
    const [first = '', ...rest] = listed.split('*').map(plain);
    if (rest.length === 0) return first !== '' && said === first;
    const last = rest.pop() ?? '';
    if (`${first}${rest.join('')}${last}` === '' || !said.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = said.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return said.length - last.length >= at && said.endsWith(last);
  });
}

function plain(text: string): string {
  return normalise(text).replaceAll(/\s+/gu, ' ').trim();
}
