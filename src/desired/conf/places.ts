import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Traits } from '../../mosquitto/traits.ts';
import type { RuleProblem } from '../../spec/rules.ts';
import type { Listener, Spec } from '../../spec/types.ts';
import { isUniform } from './access.ts';
import type { MainFile } from './main-file.ts';

/** What this version or this machine cannot do, and no table of options says. */
export function placeProblems(spec: Spec, facts: Facts, main: MainFile, traits: Traits): RuleProblem[] {
  return [
    ...spec.listeners.flatMap((listener, index) => websocketProblems(listener, index, traits)),
    ...(traits.needsMqttListener && spec.listeners.every(({ protocol }) => protocol === 'websockets')
      ? [
          {
            path: ['listeners'],
            message: msg('conf.websockets.alone', { version: facts.mosquitto.version ?? '2.0.11' }),
            fix: msg('conf.websockets.aloneFix'),
          },
        ]
      : []),
    ...(isUniform(spec) || traits.accessByPlugins
      ? []
      : [
          {
            path: ['listeners', spec.listeners.findIndex(({ anonymous }) => anonymous), 'anonymous'],
            message: msg('conf.anonymous.mixed', { version: facts.mosquitto.version ?? '2.0.11' }),
          },
        ]),
    ...locationProblem(spec, main),
    ...logProblems(spec, facts),
    ...interfaceProblems(spec, facts),
  ];
}

/** Facts §0 M: what 2.0 does not heed would open more than was meant. */
function websocketProblems(
  { protocol, interface: card, family, bind }: Listener,
  index: number,
  { bindsWebsockets, bindsWebsocketsToInterface }: Traits,
): RuleProblem[] {
  if (protocol !== 'websockets') return [];
  if (card !== null && !bindsWebsocketsToInterface)
    return [{ path: ['listeners', index, 'interface'], message: msg('conf.websockets.interface') }];
  const isWide = bind === 'all' ? family === 'ipv6' : bind !== 'loopback' && bind.includes('::');
  return isWide && !bindsWebsockets
    ? [
        {
          path: ['listeners', index, bind === 'all' ? 'family' : 'bind'],
          message: msg('conf.websockets.ipv6'),
        },
      ]
    : [];
}

/** The broker bears one line of it, and Debian's own file has it already. */
function locationProblem({ persistence: { location, enabled } }: Spec, main: MainFile): RuleProblem[] {
  const said = main.get('persistence_location');
  if (location === null || !enabled || said === undefined || trimmed(said) === trimmed(location)) return [];
  return [{ path: ['persistence', 'location'], message: msg('conf.location', { location: said }) }];
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '');
}

function logProblems({ log }: Spec, { layout, init }: Facts): RuleProblem[] {
  const rotation: RuleProblem[] =
    log.rotate && layout.mode === 'local'
      ? [{ path: ['log', 'rotate'], message: msg('conf.log.rotate') }]
      : [];
  const at = log.to?.indexOf('journal') ?? -1;
  if (at === -1 || (layout.mode === 'system' && init.kind === 'systemd')) return rotation;
  return [...rotation, { path: ['log', 'to', at], message: msg('conf.log.journal') }];
}

function interfaceProblems({ listeners }: Spec, { network }: Facts): RuleProblem[] {
  const here = [...new Set(network.addresses.map((one) => one.interface))];
  return listeners.flatMap(({ interface: card }, index) =>
    card === null || here.includes(card)
      ? []
      : [
          {
            path: ['listeners', index, 'interface'],
            message: msg('conf.interface', { interface: card }),
            fix: msg('conf.interfaceFix', { interfaces: here.join(', ') }),
          },
        ],
  );
}
