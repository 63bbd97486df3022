import { fail } from '../../errors.ts';
import { brokerVersion } from '../../facts/broker-version.ts';
import { msg } from '../../i18n/messages.ts';
import { parseVersion, type Version } from '../../mosquitto/version.ts';
import { type Call, textOption } from '../context.ts';
import { layoutOf } from './layout.ts';

/**
 * The version of the broker that `--mosquitto-version` names, else the machine's (`found`, where that is known already).
 * Throws 64 where there is none.
 */
export async function askedVersion(call: Call, found: string | null = null): Promise<Version> {
  const text = textOption(call.options, 'mosquittoVersion');
  const version = parseVersion(text ?? found ?? (await brokerVersion(call.host, layoutOf(call))) ?? '');
  if (version !== null) return version;
  if (text !== undefined) throw fail('usage', msg('cli.check.version', { value: text }));
  throw fail('usage', msg('cli.check.noVersion'), { fix: msg('cli.check.noVersionFix') });
}
