import { type Message, msg } from '../i18n/messages.ts';
import { canonicalAddress } from './addresses.ts';
import { bindsOverlap, isLocalBind } from './binds.ts';
import type { Listener, Spec } from './types.ts';

/** A rule across fields that does not hold, and where in the file it shows. */
export interface RuleProblem {
  path: (string | number)[];
  message: Message;
  fix?: Message;
}

/** What is wrong with a spec whose fields are each right by themselves. */
export function ruleProblems(spec: Spec): RuleProblem[] {
  if (spec.listeners.length === 0) return [{ path: ['listeners'], message: msg('spec.listeners.none') }];
  return spec.listeners.flatMap((listener, index) => [
    ...(spec.profile === 'local' ? localRule(listener, index) : []),
    ...repeatedAddress(listener, index),
    ...spec.listeners.slice(0, index).flatMap((earlier) => pairRules(earlier, listener, index)),
  ]);
}

function localRule(listener: Listener, index: number): RuleProblem[] {
  if (isLocalBind(listener.bind)) return [];
  const message = msg('spec.rule.local', { listener: listener.name });
  return [{ path: ['listeners', index, 'bind'], message, fix: msg('spec.rule.local.fix') }];
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
  const { name, port } = listener;
  if (earlier.name === name) {
    found.push({ path: ['listeners', index, 'name'], message: msg('spec.rule.name-twice', { name }) });
  }
  if (earlier.port === port && bindsOverlap(earlier.bind, listener.bind)) {
    const message = msg('spec.rule.port-twice', { port, first: earlier.name, second: name });
    found.push({ path: ['listeners', index, 'port'], message });
  }
  return found;
}
