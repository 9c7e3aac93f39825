// A menu of four behind an HTTP node, drawn as Node-RED's own guide draws it: seven nodes, nothing kept on a disk.
// Prints its port once it listens.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import RED from 'node-red';

const MENU = 'Чем помочь?\n1 — Каталог\n2 — Доставка\n3 — Оплата\n4 — Контакты';
const ANSWERS = ['Вот каталог.', 'Привезём за день.', 'Картой или наличными.', 'Тел. 12-34-56.'];
const place = (id, type, more) => ({ id, type, z: 'tab', x: 0, y: 0, ...more });
const template = (id, text) =>
  place(id, 'template', {
    field: 'payload',
    fieldType: 'msg',
    format: 'handlebars',
    syntax: 'mustache',
    template: text,
    output: 'str',
    wires: [['out']],
  });
const flow = [
  { id: 'tab', type: 'tab', label: 'Menu' },
  place('in', 'http in', { url: '/turn', method: 'post', wires: [['choose']] }),
  place('choose', 'switch', {
    property: 'payload.message.message.text',
    propertyType: 'msg',
    checkall: 'false',
    rules: [...ANSWERS.map((_, index) => ({ t: 'eq', v: String(index + 1), vt: 'str' })), { t: 'else' }],
    wires: [...ANSWERS.map((_, index) => [`a${index}`]), ['menu']],
  }),
  ...ANSWERS.map((answer, index) => template(`a${index}`, `${answer}\n${MENU}`)),
  template('menu', MENU),
  place('out', 'http response', { statusCode: '200', wires: [] }),
];

const userDir = mkdtempSync(join(tmpdir(), 'dialogram-bench-red-'));
writeFileSync(join(userDir, 'flows.json'), JSON.stringify(flow));
const app = express();
const server = createServer(app);
RED.init(server, {
  userDir,
  flowFile: 'flows.json',
  httpAdminRoot: false,
  httpNodeRoot: '/',
  logging: { console: { level: 'off' } },
});
app.use('/', RED.httpNode);
await RED.start();
RED.events.once('flows:started', () =>
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`)),
);
