import { Buffer } from 'node:buffer';
import { templateBot } from '../../engine/flow/templates/templateBot.ts';
import { around, file, many, withNodes, type HostileFile, type Json } from './hostileValues.ts';

/** Bytes that are no text, or no JSON. */
export function brokenBytes(): HostileFile[] {
  const whole = Buffer.from(JSON.stringify(templateBot('menu', 'ru'), null, 2));
  const bytes = (name: string, content: Buffer): HostileFile => ({ name, bytes: content });
  return [
    ...many(20, (at) => bytes('a truncated file', whole.subarray(0, Math.floor((whole.length * at) / 20)))),
    bytes('a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), whole])),
    bytes(
      'UTF-16, little end first',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole.toString(), 'utf16le')]),
    ),
    bytes(
      'UTF-16, big end first',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(whole.toString(), 'utf16le').swap16()]),
    ),
    bytes('bytes that are no UTF-8', Buffer.from(whole.toString().replace('Каталог', '\u00ff\u00c0\u0080'), 'latin1')),
    bytes('zeros', Buffer.alloc(10_000)),
    bytes('a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    ...[
      '',
      ' ',
      'null',
      'true',
      '1',
      '"x"',
      '[]',
      '{}',
      '{"flows":1}',
      '{"format":1}',
      '{"format":99}',
      '{"format":-1}',
      '{"format":1.5}',
      '{"format":"1"}',
      '{"format":1e400}',
      '{"a":1,}',
      "{'a':1}",
      'NaN',
      '{"flows":[{"nodes":[NaN]}]}',
    ].map((text) => file('not a bot', text)),
    bytes('two documents', Buffer.concat([whole, whole])),
  ];
}

/** Names of the language where the file has names of its own. */
export function withKeys(): HostileFile[] {
  const places: ((name: string) => string)[] = [
    (name) =>
      around(
        withNodes([{ id: 'n0', kind: 'message', data: { text: 'x' }, exits: '@' }]),
        `{${JSON.stringify(name)}:"n0","next":"n0"}`,
      ),
    (name) =>
      around(
        withNodes([{ id: 'n0', kind: 'message', data: '@' }]),
        `{${JSON.stringify(name)}:{"polluted":true},"text":"x"}`,
      ),
    (name) => around({ ...withNodes([]), x: '@' }, `{${JSON.stringify(name)}:{"polluted":true}}`),
    (name) =>
      around(
        { ...withNodes([]), layout: '@' },
        `{${JSON.stringify(name)}:{"nodes":{${JSON.stringify(name)}:{"x":0,"y":0}}}}`,
      ),
    (name) =>
      JSON.stringify(
        withNodes([{ id: name, kind: name, data: {}, exits: { [name === '__proto__' ? 'p' : name]: name } }]),
      ),
    (name) =>
      JSON.stringify(
        withNodes([menuOf(name)], {
          variables: [{ id: name }],
          intents: [{ id: name, name, phrases: [name] }],
          statuses: [{ id: name, name, role: 'operator' }],
        }),
      ),
    (name) =>
      JSON.stringify(
        withNodes([
          {
            id: 'n0',
            kind: 'set',
            data: { assignments: [{ variable: name, op: '=', value: `{{${name}}}` }] },
            exits: { next: 'n1' },
          },
          { id: 'n1', kind: 'message', data: { text: `{{${name}}}` } },
        ]),
      ),
    (name) =>
      around(
        withNodes([{ id: 'n0', kind: 'end' }], {
          checks: [{ id: 'c', name: 'c', steps: [{ set: '@' }, { customer: 'да' }] }],
        }),
        `{${JSON.stringify(name)}:{"polluted":true}}`,
      ),
  ];
  return ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'].flatMap((name) =>
    places.map((place) => file(`the name ${name}`, place(name))),
  );
}

function menuOf(name: string): Json {
  return {
    id: 'n0',
    kind: 'menu',
    data: { text: '?', options: [{ id: name, label: name, synonyms: [name], code: name }] },
  };
}
