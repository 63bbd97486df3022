import { msg } from '../../i18n/messages.ts';
import { confInteger, confWords, firstWord } from '../../mosquitto/formats/conf.ts';
import { shown } from '../../shown.ts';
import { type Door, doorsOf, hasCertificate, isEncrypted, isOn, printDoor } from '../doors.ts';
import { at, type Family, placeOf, placeOfValue } from '../rule.ts';
import { type Block, lineIn, type View } from '../view.ts';

/** Declared listeners, and the implied one where something was said of it. */
function blocksOf(view: View): Block[] {
  return [...view.listeners, ...(view.implied.lines.length > 0 ? [view.implied] : [])];
}

/** The address as it is written, whatever the broker makes of it. */
function writtenAddress({ by }: Block): string | null {
  const word = by === null ? undefined : confWords(by).split(/ +/)[1];
  return word === undefined || word.startsWith('#') ? null : word;
}

function isWebsockets(block: Block): boolean {
  const line = lineIn(block, 'protocol');
  return line !== null && firstWord(line.value) === 'websockets';
}

/** What is open, on which port and for whom it is not. */
export const listeners = {
  'listener.none': {
    severity: 'warning',
    *check(view) {
      const door = doorsOf(view).find(({ listener }) => listener.implied === 'local-only');
      if (door === undefined || view.tree.main.text === null) return;
      yield {
        place: { file: view.tree.main.path },
        message: door.anonymous.allowed ? msg('lint.listener.none.open') : msg('lint.listener.none.found'),
        fix: msg('lint.listener.none.fix'),
      };
    },
  },
  'listener.low-port': {
    severity: 'error',
    *check(view) {
      if (view.tree.broker?.uid === 0) return;
      for (const { listener } of doorsOf(view)) {
        if (listener.by === null || listener.port < 1 || listener.port >= 1024) continue;
        yield {
          place: placeOfValue(listener.by),
          refused: true,
          message: msg('lint.listener.low-port.found', { port: listener.port }),
          fix: msg('lint.listener.low-port.fix'),
        };
      }
    },
  },
  'listener.same-port': {
    severity: 'error',
    *check(view) {
      const seen: Door[] = [];
      for (const door of doorsOf(view)) {
        const first = seen.find((other) => collide(door, other));
        if (first?.listener.by && door.listener.by)
          yield {
            place: placeOfValue(door.listener.by),
            refused: true,
            message: msg('lint.listener.same-port.found', {
              port: door.listener.port,
              first: at(first.listener.by),
            }),
            fix: msg('lint.listener.same-port.fix'),
          };
        seen.push(door);
      }
    },
  },
  'listener.address': {
    severity: 'error',
    *check(view) {
      for (const block of view.listeners) {
        const address = writtenAddress(block);
        const isSocket = confInteger(block.by?.value ?? '') === 0;
        if (block.by === null || isSocket || address === null) continue;
        const domain = domainOf(block);
        const isOther = domain !== null && familyOf(address) !== null && familyOf(address) !== domain;
        if (!isOther && !isNoAddress(address)) continue;
        yield {
          place: placeOfValue(block.by),
          refused: true,
          message: isOther
            ? msg('lint.listener.address.family', { address: shown(address), domain })
            : msg('lint.listener.address.found', { address: shown(address) }),
          fix: address.startsWith('[')
            ? msg('lint.listener.address.brackets')
            : msg('lint.listener.address.fix'),
        };
      }
    },
  },
  'listener.half-tls': {
    severity: 'error',
    *check(view) {
      for (const block of blocksOf(view)) {
        if (hasCertificate(block)) continue;
        const line = lineIn(block, 'certfile', 'keyfile', 'cafile', 'capath');
        if (line === null || (line.keyword.startsWith('ca') && lineIn(block, 'psk_hint') !== null)) continue;
        const missing = [
          ...(lineIn(block, 'certfile') === null ? ['certfile'] : []),
          ...(lineIn(block, 'keyfile') === null ? ['keyfile'] : []),
        ].join(', ');
        const refused = view.traits.refusesHalfTls;
        yield {
          place: placeOf(line),
          refused,
          message: refused
            ? msg('lint.listener.half-tls.refused', { name: line.keyword, missing })
            : msg('lint.listener.half-tls.found', { name: line.keyword, missing }),
          fix: msg('lint.listener.half-tls.fix', { missing }),
        };
      }
    },
  },
  'listener.certificate-and-psk': {
    severity: 'error',
    *check(view) {
      for (const block of blocksOf(view)) {
        const hint = lineIn(block, 'psk_hint');
        const certificate = lineIn(block, 'certfile', 'cafile');
        if (hint === null || certificate === null) continue;
        // The broker looks only when it reads the certificate's line.
        const refused = block.lines.indexOf(hint) < block.lines.indexOf(certificate);
        yield {
          place: placeOf(refused ? certificate : hint),
          refused,
          message: msg('lint.listener.certificate-and-psk.found', { name: certificate.keyword }),
          fix: msg('lint.listener.certificate-and-psk.fix'),
        };
      }
    },
  },
  'listener.require-without-ca': {
    severity: 'error',
    *check(view) {
      for (const block of blocksOf(view)) {
        const line = lineIn(block, 'require_certificate');
        if (line === null || !isOn(block, 'require_certificate') || !hasCertificate(block)) continue;
        if (lineIn(block, 'cafile', 'capath') !== null) continue;
        yield {
          place: placeOf(line),
          message: msg('lint.listener.require-without-ca.found'),
          fix: msg('lint.listener.require-without-ca.fix'),
        };
      }
    },
  },
  'listener.identity-without-certificate': {
    severity: 'error',
    *check(view) {
      for (const block of blocksOf(view)) {
        const line = lineIn(block, 'use_identity_as_username', 'use_subject_as_username');
        if (line === null || !isOn(block, line.keyword) || !hasCertificate(block)) continue;
        if (isOn(block, 'require_certificate')) continue;
        yield {
          place: placeOf(line),
          message: msg('lint.listener.identity-without-certificate.found', { name: line.keyword }),
          fix: msg('lint.listener.identity-without-certificate.fix'),
        };
      }
    },
  },
  'listener.tls-version': {
    severity: 'error',
    *check(view) {
      for (const block of blocksOf(view)) {
        const line = lineIn(block, 'tls_version');
        if (line === null || line.value === '' || !isEncrypted(block)) continue;
        if (['tlsv1.1', 'tlsv1.2', 'tlsv1.3'].includes(line.value)) continue;
        yield {
          place: placeOfValue(line),
          refused: true,
          message: msg('lint.listener.tls-version.found', { value: shown(line.value) }),
          fix: msg('lint.listener.tls-version.fix'),
        };
      }
    },
  },
  'listener.ciphers': {
    severity: 'error',
    *check(view) {
      for (const block of blocksOf(view)) {
        const line = lineIn(block, 'ciphers');
        if (line === null || !isEncrypted(block) || !view.tree.badCiphers.includes(line.value)) continue;
        yield {
          place: placeOfValue(line),
          refused: true,
          message: msg('lint.listener.ciphers.found', { value: shown(line.value) }),
          fix: msg('lint.listener.ciphers.fix'),
        };
      }
    },
  },
  'listener.plain-8883': {
    severity: 'warning',
    *check(view) {
      for (const { listener, block } of doorsOf(view)) {
        if (listener.port !== 8883 || listener.by === null || isEncrypted(block)) continue;
        yield {
          place: placeOf(listener.by),
          message: msg('lint.listener.plain-8883.found'),
          fix: msg('lint.listener.plain-8883.fix'),
        };
      }
    },
  },
  'listener.websockets-everywhere': {
    severity: 'error',
    *check(view) {
      if (view.traits.bindsWebsockets) return;
      for (const block of view.listeners) {
        const address = writtenAddress(block);
        const isDeaf = isWebsockets(block) && lineIn(block, 'socket_domain', 'bind_interface') === null;
        // The name of an interface is heeded.
        if (block.by === null || address === null || !isDeaf || /^(?!localhost$)[a-z]\w*$/.test(address))
          continue;
        const port = confInteger(block.by.value);
        yield port === 0
          ? {
              place: placeOf(block.by),
              message: msg('lint.listener.websockets-everywhere.socket'),
              fix: msg('lint.listener.websockets-everywhere.port'),
            }
          : {
              place: placeOfValue(block.by),
              message: msg('lint.listener.websockets-everywhere.found', { port, address: shown(address) }),
              fix: msg('lint.listener.websockets-everywhere.fix', {
                domain: address.includes(':') ? 'ipv6' : 'ipv4',
              }),
            };
      }
    },
  },
  'listener.websockets-alone': {
    severity: 'error',
    *check(view) {
      const doors = doorsOf(view);
      const [first] = doors;
      if (!view.traits.needsMqttListener || !first?.listener.by) return;
      if (doors.some(({ block }) => !isWebsockets(block))) return;
      yield {
        place: placeOf(first.listener.by),
        message: msg('lint.listener.websockets-alone.found', { door: printDoor(first) }),
        fix: msg('lint.listener.websockets-alone.fix'),
      };
    },
  },
} satisfies Family;

/** Neither an address nor a name that anybody could look up: brackets, or numbers and dots that are no IPv4 address. */
function isNoAddress(address: string): boolean {
  if (address.startsWith('[')) return true;
  if (/\p{Cc}/u.test(address)) return true;
  const numbers = /^\d+(\.\d+)*$/.test(address) ? address.split('.') : null;
  return (
    numbers !== null &&
    (numbers.length > 4 ||
      numbers.slice(0, -1).some((one) => Number(one) > 255) ||
      (numbers.length === 4 && Number(numbers[3]) > 255))
  );
}

type IpFamily = 'ipv4' | 'ipv6';

/** The family of an address in numbers; null for a name. */
function familyOf(address: string): IpFamily | null {
  if (address.includes(':')) return 'ipv6';
  return /^[\d.]+$/.test(address) ? 'ipv4' : null;
}

function domainOf(block: Block): IpFamily | null {
  const domain = lineIn(block, 'socket_domain');
  if (domain === null) return null;
  return firstWord(domain.value) === 'ipv6' ? 'ipv6' : 'ipv4';
}

/** Would the second of two listeners find its port taken by the first? */
function collide(one: Door, other: Door): boolean {
  const { port } = one.listener;
  if (port === 0 || port !== other.listener.port) return false;
  const [first, second] = [one, other].map(({ block }) => lineIn(block, 'bind_interface')?.value ?? null);
  // What addresses an interface has is not known here.
  if (first !== second) return false;
  const taken = socketsOf(one);
  return socketsOf(other).some(({ family, address }) =>
    taken.some((own) => own.family === family && (own.address === address || !own.address || !address)),
  );
}

/** Null for all addresses of a family. */
function socketsOf({ listener: { address }, block }: Door): { family: IpFamily; address: string | null }[] {
  const domain = domainOf(block);
  const families = (['ipv4', 'ipv6'] as const).filter((family) => domain === null || family === domain);
  if (address === null) return families.map((family) => ({ family, address: null }));
  if (address === 'loopback' || address === 'localhost')
    return families.map((family) => ({ family, address: family === 'ipv4' ? '127.0.0.1' : '::1' }));
  const isAll = address === '0.0.0.0' || address === '::';
  const family = familyOf(address);
  return family === null
    ? families.map((one) => ({ family: one, address }))
    : [{ family, address: isAll ? null : address }];
}
