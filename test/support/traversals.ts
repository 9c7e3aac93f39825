/** Over 200 request targets that try to leave a served folder, or to get at what in it is not for the page. */
export function traversals(): readonly string[] {
  const ups = ['..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '..%00', '..;', '...', '%c0%ae%c0%ae', '\u2024\u2024'];
  const slashes = ['/', '%2f', '%2F', '\\', '%5c', '%255c', '//', '/./'];
  const goals = ['secret.json', 'renderer-old/secret.json'];
  const climbs = ups.flatMap((up) =>
    slashes.flatMap((slash) => goals.map((goal) => `/assets${slash}${up}${slash}${up}${slash}${goal}`)),
  );
  const deep = Array.from({ length: 40 }, (_, depth) => `/${'../'.repeat(depth + 1)}etc/passwd`);
  const linked = ['/linked.json', '/out/secret.json', '/out/renderer-old/secret.json', '/sibling/secret.json'];
  const odd = [
    '//secret.json',
    '///etc/passwd',
    '/C:/Windows/win.ini',
    '/C:%5cWindows%5cwin.ini',
    '/\\\\server\\share\\secret.json',
    '/file:///etc/passwd',
    '/index.html/',
    '/index.html/..',
    '/index.html/../../secret.json',
    '/index.html%00.js',
    '/index.html::$DATA',
    '/index.html.',
    '/INDEX.HTML%20',
    '/.env',
    '/./.env',
    '/.git/config',
    '/notes.txt',
    '/assets',
    '/assets/',
    '/assets/.',
    '/assets/nothing.js',
    '/%69ndex.html',
    '/~root/secret.json',
    '/proc/self/environ',
    '/__proto__',
    '/constructor.js',
    `/${'a'.repeat(5_000)}.js`,
    `/${'a/'.repeat(2_000)}x.js`,
  ];
  return [...climbs, ...deep, ...linked, ...odd];
}
