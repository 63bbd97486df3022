import { msg } from '../../i18n/messages.ts';
import { firstWord } from '../../mosquitto/formats/conf.ts';
import { valueIn } from '../../mosquitto/options/by-version.ts';
import { shown } from '../../shown.ts';
import { at, type Family, placeOf, placeOfValue } from '../rule.ts';
import { lineIn, type View } from '../view.ts';

/** Lines of listeners that stand below none, without making one of their own refused. */
function* strays(view: View) {
  for (const placed of view.lines) {
    const { option, listener } = placed;
    const isBelow = listener !== null && listener !== view.implied;
    if (option.scope !== 'listener' || isBelow || placed.line.keyword === 'listener') continue;
    const alone = valueIn(option.alone ?? 'default-listener', view.version);
    yield { ...placed, isRefused: alone === 'refused' && listener === null };
  }
}

/** Options that stand where they do not belong, and bridges that lack something. */
export const blocks = {
  'conf.outside-listener': {
    severity: 'error',
    *check(view) {
      for (const { line, isRefused } of strays(view)) {
        if (!isRefused) continue;
        yield {
          place: placeOf(line),
          refused: true,
          message: msg('lint.conf.outside-listener.found', { name: line.keyword }),
          fix: msg('lint.conf.outside-listener.fix', { name: line.keyword }),
        };
      }
    },
  },
  'conf.stray-option': {
    severity: 'warning',
    *check(view) {
      const listener = view.effective.listeners.find(({ implied }) => implied === 'stray');
      for (const { line, isRefused } of strays(view)) {
        if (isRefused) continue;
        const isAll = listener !== undefined && listener.address === null;
        const params = { name: line.keyword, port: listener?.port ?? 1883 };
        yield {
          place: placeOf(line),
          severity: isAll ? 'error' : 'warning',
          message: isAll
            ? listener.anonymous.allowed
              ? msg('lint.conf.stray-option.open', params)
              : msg('lint.conf.stray-option.all', params)
            : msg('lint.conf.stray-option.found', params),
          fix: msg('lint.conf.stray-option.fix', { name: line.keyword }),
        };
      }
    },
  },
  'conf.outside-bridge': {
    severity: 'error',
    *check(view) {
      for (const { line, option, bridge } of view.lines) {
        if (option.scope !== 'bridge' || bridge !== null) continue;
        yield {
          place: placeOf(line),
          refused: true,
          message: msg('lint.conf.outside-bridge.found', { name: line.keyword }),
          fix: msg('lint.conf.outside-bridge.fix', { name: line.keyword }),
        };
      }
    },
  },
  'conf.outside-plugin': {
    severity: 'error',
    *check(view) {
      for (const { line, option, plugin } of view.lines) {
        if (option.scope !== 'plugin' || plugin !== null) continue;
        yield {
          place: placeOf(line),
          refused: true,
          message: msg('lint.conf.outside-plugin.found', { name: line.keyword }),
          fix: msg('lint.conf.outside-plugin.fix', { name: line.keyword }),
        };
      }
    },
  },
  'conf.plugin-not-loaded': {
    severity: 'error',
    *check(view) {
      const loaded = new Set<string>();
      for (const { line } of view.lines) {
        if (line.keyword === 'plugin_load') loaded.add(firstWord(line.value));
        if (line.keyword !== 'plugin_use' || loaded.has(line.value)) continue;
        yield {
          place: placeOfValue(line),
          refused: true,
          message: msg('lint.conf.plugin-not-loaded.found', { name: shown(line.value) }),
          fix: msg('lint.conf.plugin-not-loaded.fix', { name: shown(line.value) }),
        };
      }
    },
  },
  'bridge.incomplete': {
    severity: 'error',
    *check(view) {
      for (const bridge of view.bridges) {
        if (bridge.by === null) continue;
        const missing = [
          ...(lineIn(bridge, 'address', 'addresses') === null ? ['address'] : []),
          ...(lineIn(bridge, 'topic') === null ? ['topic'] : []),
          ...(lineIn(bridge, 'bridge_psk') !== null && lineIn(bridge, 'bridge_identity') === null
            ? ['bridge_identity']
            : []),
          ...(lineIn(bridge, 'bridge_identity') !== null && lineIn(bridge, 'bridge_psk') === null
            ? ['bridge_psk']
            : []),
        ];
        const name = shown(firstWord(bridge.by.value));
        for (const option of missing)
          yield {
            place: placeOf(bridge.by),
            refused: true,
            message: msg('lint.bridge.incomplete.found', { name, option }),
            fix: msg('lint.bridge.incomplete.fix', { option }),
          };
      }
    },
  },
  'bridge.certificate-and-psk': {
    severity: 'error',
    *check(view) {
      for (const bridge of view.bridges) {
        const psk = lineIn(bridge, 'bridge_psk', 'bridge_identity');
        const certificate = lineIn(
          bridge,
          'bridge_cafile',
          'bridge_capath',
          'bridge_certfile',
          'bridge_keyfile',
        );
        if (psk === null || certificate === null) continue;
        yield {
          place: placeOf(psk),
          refused: true,
          message: msg('lint.bridge.certificate-and-psk.found', { name: certificate.keyword }),
          fix: msg('lint.bridge.certificate-and-psk.fix'),
        };
      }
    },
  },
  'bridge.same-name': {
    severity: 'error',
    *check(view) {
      for (const { first, second, value } of repeated(view, ({ by }) => by && firstWord(by.value)))
        yield {
          place: placeOfValue(second),
          refused: true,
          message: msg('lint.bridge.same-name.found', { name: shown(value), first: at(first) }),
          fix: msg('lint.bridge.same-name.fix'),
        };
    },
  },
  'bridge.same-local-clientid': {
    severity: 'error',
    *check(view) {
      const id = (bridge: View['bridges'][number]) => lineIn(bridge, 'local_clientid')?.value ?? null;
      for (const { first, second, value } of repeated(view, id))
        yield {
          place: placeOf(second),
          refused: true,
          message: msg('lint.bridge.same-local-clientid.found', { name: shown(value), first: at(first) }),
          fix: msg('lint.bridge.same-local-clientid.fix'),
        };
    },
  },
  'bridge.insecure': {
    severity: 'warning',
    *check(view) {
      for (const bridge of view.bridges) {
        const line = lineIn(bridge, 'bridge_insecure');
        if (line === null || !['true', '1'].includes(firstWord(line.value))) continue;
        yield {
          place: placeOf(line),
          message: msg('lint.bridge.insecure.found'),
          fix: msg('lint.bridge.insecure.fix'),
        };
      }
    },
  },
} satisfies Family;

/** Bridges that share what must be their own. */
function* repeated(view: View, ownOf: (bridge: View['bridges'][number]) => string | null) {
  const seen = new Map<string, View['bridges'][number]>();
  for (const bridge of view.bridges) {
    const value = ownOf(bridge);
    if (value === null || bridge.by === null) continue;
    const first = seen.get(value)?.by;
    if (first) yield { first, second: bridge.by, value };
    else seen.set(value, bridge);
  }
}
