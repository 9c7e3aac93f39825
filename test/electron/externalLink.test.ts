import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { externalLink } from '../../electron/externalLink.ts';

const SANDBOX = 'http://127.0.0.1:40017/?key=abc';

describe('a link out of the app (E6)', () => {
  test('over https is opened once the person agrees, as the browser will read it', () => {
    expect(externalLink('https://umnico.com/docs?a=1#b', null)).toEqual({
      href: 'https://umnico.com/docs?a=1#b',
      ours: false,
    });
    // A name in look-alike letters is shown as what it is.
    expect(externalLink('https://umniсo.com/', null)?.href).toMatch(/^https:\/\/xn--/);
  });

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'file:///etc/passwd',
    'smb://server/share',
    '\\\\server\\share\\x.exe',
    'ms-msdt:/id PCWDiagnostic',
    'ms-officecmd:%7B%7D',
    'search-ms:query=x',
    'vscode://x',
    'data:text/html,<script>1</script>',
    'blob:https://a/1',
    'about:blank',
    'app://dialogram/index.html',
    'mailto:a@b.example',
    'http://example.org/',
    'http://127.0.0.1:40018/',
    'http://127.0.0.1.evil.example:40017/',
    'http://localhost:40017/',
    'https://bank.example@evil.example/',
    'https://',
    'https:',
    '//example.org',
    '',
    `https://example.org/${'a'.repeat(3_000)}`,
  ])('%s is not opened', (text) => {
    expect(externalLink(text, SANDBOX)).toBeUndefined();
  });

  test('the sandbox’s own page is, at once, and only while the engine names it', () => {
    expect(externalLink(SANDBOX, SANDBOX)).toEqual({ href: SANDBOX, ours: true });
    expect(externalLink(SANDBOX, null)).toBeUndefined();
  });

  test('an address that is not on this computer is never taken for the sandbox', () => {
    expect(externalLink('http://evil.example/', 'http://evil.example/')).toBeUndefined();
  });

  test('whatever the text, only https or the sandbox comes out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ validSchemes: ['http', 'https', 'ftp', 'file'] }), fc.string()), (text) => {
        const link = externalLink(text, SANDBOX);
        if (link !== undefined) expect(link.href).toMatch(/^https:\/\/[^@]*(\/|$)|^http:\/\/127\.0\.0\.1:40017\//);
      }),
      { numRuns: 2_000 },
    );
  });
});
