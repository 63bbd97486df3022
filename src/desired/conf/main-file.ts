import type { Facts } from '../../facts/types.ts';
import { parseConf } from '../../mosquitto/formats/conf.ts';

/** What the file that loads ours says already: the last value of each keyword. */
export type MainFile = ReadonlyMap<string, string>;

/** Of Debian's own mosquitto.conf, as far as it matters here: what will be there where the package is still to come. */
const stock: MainFile = new Map([
  ['persistence', 'true'],
  ['persistence_location', '/var/lib/mosquitto/'],
  ['log_dest', 'file /var/log/mosquitto/mosquitto.log'],
]);

/** Empty for a broker in a folder, whose only file is ours. */
export function mainFile({ layout, files }: Facts, text = files[layout.mainConf]?.content): MainFile {
  if (layout.mode === 'local') return new Map();
  if (typeof text !== 'string') return stock;
  return new Map(parseConf(text, layout.mainConf).map(({ keyword, value }) => [keyword, value]));
}
