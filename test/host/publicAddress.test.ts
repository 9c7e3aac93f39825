import { describe, expect, test } from 'vitest';
import { isPublicAddress, mayBePublic } from '../../engine/host/publicAddress.ts';

describe('which addresses are the internet’s', () => {
  test.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  test.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.10',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '192.0.2.1',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    '2002:7f00:1::',
    'fe80::1',
    'fc00::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    'not an address',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  // As the web's own parser gives them: it reads the many spellings of one address.
  test.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'api.localhost',
    '0x7f.1',
    '2130706433',
    '0177.0.0.1',
    '127.1',
    '①②⑦.⓪.⓪.①',
    '１２７.０.０.１',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '169.254.169.254',
    '0',
  ])('http://%s/ is not', (host) => {
    const { hostname } = new URL(`http://${host}/`);
    expect(mayBePublic(hostname)).toBe(false);
  });
  test('a name is looked at when it is resolved', () => {
    expect(mayBePublic('api.shop.ru')).toBe(true);
  });
});
