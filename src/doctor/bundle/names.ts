import { findOption } from '../../mosquitto/options/registry.ts';

const secretWords =
  /(?<!by)pass(?!ive|port|ing)|pwd|(?:^|[_.-])pw(?:$|[_.-])|secret|token|psk|credential|(?:api|private|access|auth|signing|shared|master|encryption)[_-]?key|[_-]key$|(?:^|_)salt$/i;

/** What such a word is about, where the value itself is no secret: a path, a question to a database, a size. */
const aboutIt =
  /(?:file|files|path|dir|folder|query|sql|hint|field|column|uri|url|header|name|enabled|required|size|length|ttl|expiry|expires|environment|rounds|iterations|type|format|mode|hasher)s?$|^(?:load|import)credential/i;

/** Does the value of something called so look like a secret? */
export function looksSecret(name: string): boolean {
  return secretWords.test(name) && !aboutIt.test(name);
}

/** The same for a keyword of mosquitto.conf: the table knows, but not for plugins and mistyped words. */
export function isSecretOption(keyword: string): boolean {
  const option = findOption(keyword);
  if (option === null || option.name.endsWith('*')) return looksSecret(keyword);
  return option.secret === 'value';
}
