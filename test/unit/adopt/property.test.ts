import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adopted } from '../../../src/adopt/types.ts';
import { confProblems } from '../../../src/desired/conf/problems.ts';
import { desire } from '../../../src/desired/desire.ts';
import type { Facts } from '../../../src/facts/types.ts';
import { doorsOf } from '../../../src/lint/doors.ts';
import { lineIn, viewOf } from '../../../src/lint/view.ts';
import { isAllowed } from '../../../src/mosquitto/acl-rights.ts';
import { parseAcl } from '../../../src/mosquitto/formats/acl.ts';
import { traitsOf } from '../../../src/mosquitto/traits.ts';
import { loadAccounts } from '../../../src/spec/accounts.ts';
import { loadSpec } from '../../../src/spec/load.ts';
import { probeAccount } from '../../../src/spec/probe.ts';
import { resolveDefaults } from '../../../src/spec/resolve.ts';
import { roleNames } from '../../../src/spec/roles.ts';
import type { Spec } from '../../../src/spec/types.ts';
import { anyTexts, plainTexts } from '../../helpers/adopt-arbitrary.ts';
import { adoptTexts, anyHash, confTree, specText, type Texts } from '../../helpers/adopt-tree.ts';
import { versionOf } from '../../helpers/lint.ts';
import { localFacts } from '../../helpers/machine-facts.ts';

const versions = ['2.0.11', '2.0.21', '2.1.2'] as const;
const anyVersion = fc.constantFrom(...versions);

function factsOf(version: string): Facts {
  const facts = localFacts();
  return { ...facts, mosquitto: { ...facts.mosquitto, version } };
}

/** The files that mqtt-setup would write, by id. */
function written(
  { accounts, hashes, bridgePasswords }: Adopted,
  spec: Spec,
  version: string,
): Map<string, string> {
  const resources = desire(
    {
      spec,
      specText: '',
      writeSpec: true,
      accounts,
      accountsText: '',
      hashes: new Map([...hashes, [probeAccount, anyHash]]),
      probePassword: 'x',
      bridgePasswords,
      certificates: [],
      certificateWork: null,
      adoption: null,
      specShown: 'broker.yaml',
      applyCommand: 'mqtt-setup apply',
      unpack: [],
    },
    factsOf(version),
  );
  return new Map(
    resources.flatMap((one) =>
      one.kind === 'file' ? [[one.id, Buffer.from(one.content).toString('utf8')]] : [],
    ),
  );
}

/** What is open, socket by socket, and whether anybody gets in there. */
function sockets(main: string, included: Texts['included'], versionText: string): string[] {
  const version = versionOf(versionText);
  const { bindsWebsockets, bindsWebsocketsToInterface } = traitsOf(version);
  const view = viewOf(confTree(included === undefined ? { main } : { main, included }), version);
  return doorsOf(view)
    .flatMap(({ listener: { port, address, protocol }, block, anonymous }) => {
      const isWeb = protocol === 'websockets';
      const card =
        isWeb && !bindsWebsocketsToInterface ? null : lineIn(block, 'bind_interface')?.value || null;
      const domain = /^ipv[46]$/.exec(lineIn(block, 'socket_domain')?.value ?? '')?.[0] ?? null;
      const family = isWeb && !bindsWebsockets && address === null && domain === 'ipv6' ? null : domain;
      const end = `${port} ${protocol || 'mqtt'} ${anonymous.allowed}`;
      if (port === 0) return [`${address} ${end}`];
      if (card !== null && address === null) return [`${card} ${family} ${end}`];
      const both =
        address === null
          ? ['0.0.0.0', '::']
          : ['loopback', 'localhost'].includes(address)
            ? ['127.0.0.1', '::1']
            : [address];
      return both
        .filter((one) => family === null || (family === 'ipv6') === one.includes(':'))
        .map((one) => `${one} ${end}`);
    })
    .toSorted();
}

function isWhole({ lines, notes }: Adopted): boolean {
  return lines.every(({ verdict }) => verdict !== 'refused') && notes.every(({ refused }) => !refused);
}

/** Of the machine, or of a broker that does not start as it is: no words of ours for it. */
const elsewhere = ['conf.interface', 'conf.websockets.alone', 'conf.twice'];

describe('any configuration', () => {
  it('is adopted into a broker.yaml and accounts that are right, with one word for every line, and no secret shown', () => {
    fc.assert(
      fc.property(anyTexts, anyVersion, (texts, version) => {
        const adopted = adoptTexts(texts, version);
        const { input, accounts, hashes, bridgePasswords, lines } = adopted;
        const spec = loadSpec(specText(input), 'broker.yaml');
        expect(spec).toEqual(resolveDefaults(input));
        expect(
          loadAccounts(accounts.map((one) => JSON.stringify(one)).join('\n'), 'a', roleNames(spec)),
        ).toEqual(accounts);
        expect([...hashes.keys()]).toEqual(accounts.map(({ name }) => name));
        expect([...bridgePasswords.keys()]).toEqual(
          spec.bridges.flatMap(({ name, password_file }) => (password_file === null ? [] : [name])),
        );
        const { lines: read, unknown } = viewOf(confTree(texts), versionOf(version));
        const all = [...read, ...[...unknown.values()].flat()].map(({ line }) => `${line.file}:${line.line}`);
        expect(lines.map(({ file, line }) => `${file}:${line}`).toSorted()).toEqual(
          [...new Set(all)].toSorted(),
        );
        expect(JSON.stringify([input, lines, accounts])).not.toMatch(/secret-(?:plain|value)/);
        const problems = confProblems(spec, factsOf(version)).map(({ message }) => message.key);
        expect(problems.filter((key) => !elsewhere.includes(key))).toEqual([]);
        if (problems.length === 0) written(adopted, spec, version);
      }),
      { numRuns: 250 },
    );
  }, 60_000);

  it('opens nothing that was not open, and nobody gets in who did not', () => {
    fc.assert(
      fc.property(anyTexts, anyVersion, (texts, version) => {
        const adopted = adoptTexts(texts, version);
        const spec = loadSpec(specText(adopted.input), 'broker.yaml');
        if (confProblems(spec, factsOf(version)).length > 0) return;
        const before = new Set(sockets(texts.main, texts.included, version));
        const after = sockets(written(adopted, spec, version).get('file.conf') ?? '', undefined, version);
        const isClosed = (socket: string): boolean => before.has(socket.replace('false', 'true'));
        const isFallback = adopted.notes.some(({ message }) => message.key === 'adopt.no-listener');
        if (!isFallback)
          expect(after.filter((socket) => !before.has(socket) && !isClosed(socket))).toEqual([]);
        if (isWhole(adopted)) expect(after).toEqual([...before].toSorted());
      }),
      { numRuns: 250 },
    );
  }, 60_000);
});

describe('a configuration of which nothing is left out', () => {
  const topics = ['a', 'b', 'a/b', 'a/alice', 'b/b/b', 'alice/a', 'bob', 'c1', 'a/c1', 'c1/a'];

  it('lets the same clients do the same things', () => {
    let whole = 0;
    fc.assert(
      fc.property(plainTexts, anyVersion, (texts, versionText) => {
        const adopted = adoptTexts(texts, versionText);
        if (!isWhole(adopted)) return;
        whole += 1;
        const version = versionOf(versionText);
        const spec = loadSpec(specText(adopted.input), 'broker.yaml');
        const acl = texts.main.includes('acl_file') ? parseAcl(texts.acls?.['/acl'] ?? '') : null;
        const ours = parseAcl(written(adopted, spec, versionText).get('file.acl') ?? '');
        const isOpen = spec.listeners.some(({ anonymous }) => anonymous);
        for (const name of [...adopted.hashes.keys(), ...(isOpen ? [null] : [])])
          for (const topic of topics)
            for (const access of ['read', 'write'] as const) {
              const client = { name, clientId: 'c1' };
              const before = acl === null || isAllowed(acl, client, access, topic, version);
              const after = isAllowed(ours, client, access, topic, version);
              expect(after, `${name} ${access} ${topic}`).toBe(before);
            }
      }),
      {
        numRuns: 250,
        examples: [
          [
            {
              main: 'allow_anonymous true\npassword_file /passwd\nacl_file /acl\n',
              acls: { '/acl': 'topic deny a\npattern a\n' },
              passwords: { '/passwd': '' },
            },
            '2.0.11',
          ],
        ],
      },
    );
    expect(whole).toBeGreaterThan(60);
  }, 60_000);
});
