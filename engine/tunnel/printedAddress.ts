/** Where the public services say the address they give. In this order: the plainest words first. */
const SENTENCES = [
  /tunneled with tls termination,\s*(https?:\/\/\S+)/iu, // localhost.run
  /forwarding\s.*?\bfrom\s+(https?:\/\/\S+)/iu, // serveo
  /^\s*(https?:\/\/\S+)\s*$/imu, // pinggy, and most others: a line of its own
];
const ESC = String.fromCharCode(27);
/** Colours, cursor moves, titles of windows. */
const CONTROLS = new RegExp(`${ESC}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\\x07]*\\x07|[@-Z\\\\-_])`, 'gu');

/**
 * The public address in what a tunnel service printed into its shell; null = not there (yet). A site that the service
 * advertises is none: an address of a tunnel has no path. Plain http is taken of this very machine only. Only whole lines are read: the end of
 * the last one may still be on its way.
 */
export function printedAddress(text: string): string | null {
  const plain = text
    .replaceAll('\r', '\n')
    .replace(/[^\n]*$/u, '')
    .replaceAll(CONTROLS, '');
  for (const sentence of SENTENCES) {
    const everywhere = new RegExp(sentence.source, `${sentence.flags}g`);
    const found = [...plain.matchAll(everywhere)]
      .map((match) => originOf(match[1] ?? ''))
      .filter((url) => url !== null);
    const last = found.at(-1);
    if (last !== undefined) return last;
  }
  return null;
}

function originOf(text: string): string | null {
  const url = URL.parse(text.replace(/[.,;)\]]+$/u, ''));
  if (url?.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (isHere && url.protocol === 'http:') ? url.origin : null;
}
