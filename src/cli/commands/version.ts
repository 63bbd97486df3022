import { exitCodes } from '../../errors.ts';
import type { Call } from '../context.ts';

export async function run({ out, json }: Call): Promise<number> {
  const { node } = process.versions;
  const about = {
    schemaVersion: 1,
    command: 'version',
    ok: true,
    version: __VERSION__,
    node,
    platform: `${process.platform} ${process.arch}`,
  };
  out.result(
    json ? JSON.stringify(about, null, 2) : `mqtt-setup ${__VERSION__} (Node.js ${node}, ${about.platform})`,
  );
  return exitCodes.ok;
}
