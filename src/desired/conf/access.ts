import type { Facts } from '../../facts/types.ts';
import type { Traits } from '../../mosquitto/traits.ts';
import type { Spec } from '../../spec/types.ts';
import { type Section, setting } from './types.ts';

/** Does every listener treat clients without a name alike? Then one line says it for all of them. */
export function isUniform({ listeners }: Spec): boolean {
  return new Set(listeners.map(({ anonymous }) => anonymous)).size === 1;
}

/**
 * Who may connect and what they may do. From 2.1 on password and ACL files are the matter of plugins; the options of
 * 2.0 are deprecated there.
 */
export function accessSection(spec: Spec, { layout, mosquitto }: Facts, traits: Traits): Section {
  const anonymous = isUniform(spec) && spec.anonymous !== null;
  const files = traits.accessByPlugins
    ? [
        setting('plugin', `${mosquitto.plugins}/mosquitto_password_file.so`),
        setting('plugin_opt_password_file', layout.passwd),
        setting('plugin', `${mosquitto.plugins}/mosquitto_acl_file.so`),
        setting('plugin_opt_acl_file', layout.acl),
      ]
    : [setting('password_file', layout.passwd), setting('acl_file', layout.acl)];
  return {
    title: 'Who may connect, and what they may do.',
    lines: [setting('allow_anonymous', anonymous, anonymous ? ['anonymous'] : null), ...files],
  };
}
