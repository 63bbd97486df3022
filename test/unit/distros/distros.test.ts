import { describe, expect, test } from 'vitest';
import { defaultVersion, distroOf } from '../../../src/distros/index.ts';
import { directivesOf, includesFolder, isStockConf } from '../../../src/distros/stock-conf.ts';
import { parseManifest, unpackedTree } from '../../../src/distros/unpacked.ts';
import { parseOsRelease, unknownRelease } from '../../../src/facts/os-release.ts';

const cases = [
  {
    name: 'Debian 12',
    text: 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\nID=debian\n',
    family: 'debian',
    version: '2.0.11',
    release: { id: 'debian', versionId: '12', codename: 'bookworm', name: 'Debian GNU/Linux 12 (bookworm)' },
  },
  { name: 'Debian testing', text: 'ID=debian\nVERSION_CODENAME=forky\n', family: 'debian', version: '2.1.2' },
  { name: 'Debian 13', text: 'ID=debian\nVERSION_ID="13"\n', family: 'debian', version: '2.0.21' },
  { name: 'Debian sid', text: 'ID=debian\n', family: 'debian', version: null },
  {
    name: 'Ubuntu 24.04',
    text: 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\nVERSION_CODENAME=noble\n',
    family: 'debian',
    version: '2.0.18',
  },
  {
    name: 'Ubuntu 22.04',
    text: 'ID=ubuntu\nID_LIKE=debian\nVERSION_CODENAME=jammy\n',
    family: 'debian',
    version: '2.0.11',
  },
  {
    name: 'Raspbian',
    text: 'ID=raspbian\nID_LIKE=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n',
    family: 'debian',
    version: '2.0.11',
  },
  {
    name: 'Mint',
    text: 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_CODENAME=wilma\nUBUNTU_CODENAME=noble\n',
    family: 'debian',
    version: '2.0.18',
  },
  {
    name: 'LMDE',
    text: 'ID=linuxmint\nID_LIKE=debian\nVERSION_CODENAME=faye\nDEBIAN_CODENAME=bookworm\n',
    family: 'debian',
    version: '2.0.11',
  },
  {
    name: 'Devuan',
    text: "ID='devuan'\nID_LIKE=debian\nVERSION_CODENAME=daedalus\n",
    family: 'debian',
    version: null,
  },
  { name: 'Fedora', text: 'ID=fedora\nVERSION_ID=40\n', family: undefined, version: null },
  {
    name: 'openSUSE',
    text: 'ID="opensuse-leap"\nID_LIKE="suse opensuse"\n',
    family: undefined,
    version: null,
  },
  { name: 'nothing', text: '', family: undefined, version: null },
  { name: 'garbage', text: '\u0000=\n====\nID\nID=\n', family: undefined, version: null },
];

describe('which distribution this is', () => {
  test.each(cases)('$name', ({ text, family, version, release }) => {
    const found = parseOsRelease(text);
    expect(distroOf(found)?.family).toBe(family);
    expect(defaultVersion(found)).toBe(version);
    if (release !== undefined) expect(found).toMatchObject(release);
  });

  test('quotes and escapes as a shell would read them', () => {
    expect(parseOsRelease('NAME="A \\"b\\" \\$c"\nID=x').name).toBe('A "b" $c');
    expect(distroOf(unknownRelease)).toBeNull();
  });
});

describe('mosquitto.conf of the package', () => {
  const twelve =
    'pid_file /run/mosquitto/mosquitto.pid\npersistence true\npersistence_location /var/lib/mosquitto/\n\nlog_dest file /var/log/mosquitto/mosquitto.log\ninclude_dir /etc/mosquitto/conf.d\n';
  const thirteen = `#pid_file /run/mosquitto/mosquitto.pid\n${twelve.split('\n').slice(1).join('\n')}`;
  test.each([
    [twelve, true],
    [thirteen, true],
    [`${twelve}# a remark\n`, true],
    [twelve.replaceAll('\n', '\r\n'), true],
    [`${twelve}allow_anonymous true\n`, false],
    [twelve.replace('persistence true', 'persistence false'), false],
    [twelve.replace(/include_dir.*\n/, ''), false],
    ['', false],
  ])('%j', (content, stock) => {
    expect(isStockConf(content)).toBe(stock);
  });

  test('which folder it loads', () => {
    expect(includesFolder('include_dir /etc/mosquitto/conf.d/ \n', '/etc/mosquitto/conf.d')).toBe(true);
    expect(includesFolder('#include_dir /etc/mosquitto/conf.d\n', '/etc/mosquitto/conf.d')).toBe(false);
    expect(includesFolder('include_dir /etc/mosquitto/conf.d2\n', '/etc/mosquitto/conf.d')).toBe(false);
    expect(directivesOf(' a  b \n#c\n\n')).toEqual(['a b']);
  });
});

describe('packages unpacked in a folder', () => {
  test('the list of them', () => {
    expect(parseManifest('mosquitto_2.0.11-1.2+deb12u2_amd64.deb\nlibx_1%3a2-3_all.deb\nREADME\n')).toEqual({
      mosquitto: '2.0.11-1.2+deb12u2',
      libx: '1:2-3',
    });
  });

  test('where they are is known before', () => {
    expect(unpackedTree('/c', 'x64').libraries).toEqual([
      '/c/root/usr/lib/x86_64-linux-gnu',
      '/c/root/lib/x86_64-linux-gnu',
    ]);
    expect(unpackedTree('/c', 'vax').libraries).toEqual([]);
  });
});
