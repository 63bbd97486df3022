import { type Message, msg } from '../i18n/messages.ts';
import { canonicalAddress } from './addresses.ts';
import { isLocalBind, listenersOverlap } from './binds.ts';
import { bridgeRules } from './bridge-rules.ts';
import { isPerClient } from './rights.ts';
import { builtInNames } from './roles.ts';
import type { SpecInput } from './schema.ts';
import { tlsRules } from './tls-rules.ts';
import type { Listener, Rights, Spec } from './types.ts';

/** A rule across fields that does not hold, and where in the file it shows. */
export interface RuleProblem {
  path: (string | number)[];
  message: Message;
  fix?: Message;
}

/** What is wrong with a spec whose fields are each right by themselves; `input` is what its file says. */
export function ruleProblems(spec: Spec, input: SpecInput): RuleProblem[] {
  return [
    ...listenerRules(spec, input),
    ...tlsRules(spec, input),
    ...roleRules(spec),
    ...anonymousRules(spec),
    ...spec.bridges.flatMap((bridge, index) => bridgeRules(bridge, index, spec)),
    ...logRules(spec),
  ];
}

function listenerRules(spec: Spec, input: SpecInput): RuleProblem[] {
  return spec.listeners.flatMap((listener, index) => [
    ...(spec.profile === 'local' ? localRule(listener, index) : []),
    ...whereRules(input.listeners?.[index] ?? { port: listener.port }, index),
    ...repeatedAddress(listener, index),
    ...spec.listeners.slice(0, index).flatMap((earlier) => pairRules(earlier, listener, index)),
  ]);
}

function localRule({ name, bind, interface: card, socket }: Listener, index: number): RuleProblem[] {
  if (socket !== null || card === 'lo' || (card === null && isLocalBind(bind))) return [];
  const message = msg('spec.rule.local', { listener: name });
  const path = ['listeners', index, card === null ? 'bind' : 'interface'];
  return [{ path, message, fix: msg('spec.rule.local.fix') }];
}

/** A port or a socket; `bind` or `interface`; a family only where the addresses do not tell it. */
function whereRules(listener: NonNullable<SpecInput['listeners']>[number], index: number): RuleProblem[] {
  const at = (key: string): (string | number)[] => ['listeners', index, key];
  const { port, socket, bind, family, interface: card, protocol } = listener;
  const together = (key: string, other: string): RuleProblem => ({
    path: at(key),
    message: msg('spec.rule.together', { key, other }),
  });
  if (socket !== undefined)
    return [
      ...(['port', 'bind', 'interface', 'family'] as const).flatMap((key) =>
        listener[key] === undefined ? [] : [together(key, 'socket')],
      ),
      ...(protocol === 'websockets'
        ? [{ path: at('protocol'), message: msg('spec.rule.socket-protocol') }]
        : []),
    ];
  const addresses = bind !== undefined && bind !== 'all' && bind !== 'loopback';
  return [
    ...(port === undefined
      ? [{ path: ['listeners', index], message: msg('spec.key.missing', { key: 'port' }) }]
      : []),
    ...(card !== undefined && bind !== undefined ? [together('interface', 'bind')] : []),
    ...(family !== undefined && addresses ? [{ path: at('family'), message: msg('spec.rule.family') }] : []),
  ];
}

function repeatedAddress({ bind }: Listener, index: number): RuleProblem[] {
  if (typeof bind === 'string') return [];
  const spellings = bind.map((address) => canonicalAddress(address) ?? address);
  return bind.flatMap((address, at) => {
    if (spellings.indexOf(spellings[at] ?? '') === at) return [];
    return [{ path: ['listeners', index, 'bind', at], message: msg('spec.rule.address-twice', { address }) }];
  });
}

function pairRules(earlier: Listener, listener: Listener, index: number): RuleProblem[] {
  const found: RuleProblem[] = [];
  const { name, port, socket } = listener;
  if (earlier.name === name)
    found.push({ path: ['listeners', index, 'name'], message: msg('spec.rule.name-twice', { name }) });
  if (socket !== null && earlier.socket === socket) {
    const message = msg('spec.rule.socket-twice', { socket, first: earlier.name, second: name });
    found.push({ path: ['listeners', index, 'socket'], message });
  } else if (listenersOverlap(earlier, listener)) {
    const message = msg('spec.rule.port-twice', { port, first: earlier.name, second: name });
    found.push({ path: ['listeners', index, 'port'], message });
  }
  return found;
}

export const roleName = /^[a-z0-9][a-z0-9_-]{0,63}$/;

function roleRules({ roles, everyone, anonymous }: Spec): RuleProblem[] {
  const names = Object.keys(roles).flatMap((name): RuleProblem[] => {
    if (builtInNames.some((known) => known === name))
      return [{ path: ['roles', name], message: msg('spec.role.built-in', { role: name }) }];
    return roleName.test(name)
      ? []
      : [{ path: ['roles', name], message: msg('spec.role.name', { role: name }) }];
  });
  return [
    ...names,
    ...Object.entries(roles).flatMap(([name, rights]) => perClient(rights, ['roles', name], false)),
    ...perClient(everyone, ['everyone'], true),
    ...(anonymous === null ? [] : nameless(anonymous)),
  ];
}

/** The broker knows client ids only in patterns, and a pattern is for everybody. */
function perClient(rights: Rights, path: string[], isEveryone: boolean): RuleProblem[] {
  return (['publish', 'subscribe', 'deny'] as const).flatMap((side) =>
    rights[side].flatMap((filter, index) =>
      isPerClient(filter) && (!isEveryone || side === 'deny')
        ? [
            {
              path: [...path, side, index],
              message: msg(side === 'deny' ? 'spec.rule.client-deny' : 'spec.rule.client', { filter }),
            },
          ]
        : [],
    ),
  );
}

function nameless(rights: Rights): RuleProblem[] {
  return (['publish', 'subscribe', 'deny'] as const).flatMap((side) =>
    rights[side].flatMap((filter, index) =>
      /\{(?:user|client|topics)\}/.test(filter)
        ? [{ path: ['anonymous', side, index], message: msg('spec.rule.nameless', { filter }) }]
        : [],
    ),
  );
}

function anonymousRules({ anonymous, listeners }: Spec): RuleProblem[] {
  const open = listeners.findIndex((listener) => listener.anonymous);
  if (anonymous === null && open !== -1)
    return [
      {
        path: ['listeners', open, 'anonymous'],
        message: msg('spec.rule.anonymous', { listener: listeners[open]?.name ?? '' }),
        fix: msg('spec.rule.anonymous.fix'),
      },
    ];
  return anonymous !== null && open === -1
    ? [{ path: ['anonymous'], message: msg('spec.rule.anonymous-nowhere') }]
    : [];
}

/** The broker forgets at "none" what stands above it: what it means beside others would follow from their order. */
function logRules({ log: { types } }: Spec): RuleProblem[] {
  const at = types?.indexOf('none') ?? -1;
  if (at === -1 || types?.every((type) => type === 'none')) return [];
  return [{ path: ['log', 'types', at], message: msg('spec.rule.log-none') }];
}
