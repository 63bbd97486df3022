import { bindWords } from '../binds.ts';
import { builtInNames } from '../roles.ts';
import { roleName } from '../rules.ts';
import { filterPattern, loopbackPattern } from './patterns.ts';
import type { JsonSchema } from './types.ts';

/**
 * The rules across fields (`rules.ts`), as far as JSON Schema can say them: what must be unlike something else in the
 * file (names, ports) it cannot. Each is laid beside what the schema says at its path.
 */
export const acrossFields: Readonly<Record<string, JsonSchema>> = {
  '': { allOf: [localOnly(), secureOnly(), noAnonymous(), noAcme()] },
  'listeners.*': {
    allOf: [
      when(has('socket'), {
        properties: {
          port: false,
          bind: false,
          interface: false,
          family: false,
          protocol: { const: 'mqtt' },
          tls: false,
        },
      }),
      unless(has('socket'), has('port')),
      when(has('interface'), { properties: { bind: false } }),
      when(has('family'), { properties: { bind: { enum: [...bindWords] } } }),
    ],
  },
  'listeners.*.tls': {
    allOf: [
      when(has('from'), { properties: { certificate: false, key: false, ca: false } }),
      when(has('certificate'), has('key')),
      when(has('key'), has('certificate')),
      when(has('ca'), has('certificate')),
      when(has('client_ca'), has('clients')),
      when(has('client_crl'), has('client_ca')),
    ],
  },
  roles: { propertyNames: { pattern: `^(?!(?:${builtInNames.join('|')})$)${roleName.source.slice(1)}` } },
  ...filters('roles.*', ['user', 'topics']),
  ...filters('everyone', ['user', 'client', 'topics']),
  'everyone.deny.*': { pattern: filterPattern(['user', 'topics']) },
  ...filters('anonymous', []),
  'log.types': { allOf: [when({ contains: { const: 'none' } }, { items: { const: 'none' } })] },
  'bridges.*.tls': { allOf: [when(has('certificate'), has('key')), when(has('key'), has('certificate'))] },
  'bridges.*': { allOf: [when(has('password_file'), has('username'))] },
};

function filters(at: string, variables: Parameters<typeof filterPattern>[0]): Record<string, JsonSchema> {
  const pattern = filterPattern(variables);
  return Object.fromEntries(['publish', 'subscribe', 'deny'].map((side) => [`${at}.${side}.*`, { pattern }]));
}

/** With the profile `local` every listener is this machine's alone. */
function localOnly(): JsonSchema {
  const address = { type: 'string', pattern: loopbackPattern } as const;
  return when(
    { properties: { profile: { const: 'local' } }, ...has('profile') },
    listeners({
      interface: { const: 'lo' },
      bind: { anyOf: [{ const: 'loopback' }, address, { type: 'array', items: address }] },
    }),
  );
}

/** With the profile `internet` nobody but this machine is listened to in plain text. */
function secureOnly(): JsonSchema {
  const address = { type: 'string', pattern: loopbackPattern } as const;
  const isLocal: JsonSchema = {
    properties: {
      interface: { const: 'lo' },
      bind: { anyOf: [{ const: 'loopback' }, address, { type: 'array', items: address }] },
    },
    anyOf: [has('interface'), has('bind')],
  };
  return when(
    { properties: { profile: { const: 'internet' } }, ...has('profile') },
    { properties: { listeners: { items: { anyOf: [has('tls'), has('socket'), has('extra'), isLocal] } } } },
  );
}

/** Nobody fetches a certificate where nothing says for which domain. */
function noAcme(): JsonSchema {
  return unless(
    has('acme'),
    listeners({
      tls: {
        not: {
          anyOf: [
            { const: 'acme' },
            { properties: { from: { const: 'acme' } }, type: 'object', ...has('from') },
          ],
        },
      },
    }),
  );
}

/** Nobody without a name is let in where nothing says what they may do. */
function noAnonymous(): JsonSchema {
  return unless(has('anonymous'), listeners({ anonymous: { const: false } }));
}

function listeners(properties: Record<string, JsonSchema>): JsonSchema {
  return { properties: { listeners: { items: { properties } } } };
}

function has(key: string): JsonSchema {
  return { required: [key] };
}

/** Said with `else` alone: an object with a `then` of its own looks like a promise. */
function when(condition: JsonSchema, consequence: JsonSchema): JsonSchema {
  return unless({ not: condition }, consequence);
}

function unless(condition: JsonSchema, consequence: JsonSchema): JsonSchema {
  return { if: condition, else: consequence };
}
