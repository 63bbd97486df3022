/** Directives of the mosquitto.conf that Debian's packages bring; 13 and later leave pid_file out. */
const required = [
  'persistence true',
  'persistence_location /var/lib/mosquitto/',
  'log_dest file /var/log/mosquitto/mosquitto.log',
  'include_dir /etc/mosquitto/conf.d',
];
const optional = ['pid_file /run/mosquitto/mosquitto.pid', 'pid_file /var/run/mosquitto/mosquitto.pid'];

/** The lines of a configuration that say something: trimmed, blanks collapsed, comments and empty lines gone. */
export function directivesOf(content: string): string[] {
  return content
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * Is this the distribution's own mosquitto.conf, whatever its comments? It is when it holds the known directives and
 * no others. (A release with other content is recognised by dpkg's MD5 of the conffile instead.)
 */
export function isStockConf(content: string): boolean {
  const directives = directivesOf(content);
  return (
    required.every((line) => directives.includes(line)) &&
    directives.every((line) => required.includes(line) || optional.includes(line))
  );
}

/** Does the configuration load the folder `dir`? */
export function includesFolder(content: string, dir: string): boolean {
  const wanted = dir.replace(/\/+$/, '');
  return directivesOf(content).some(
    (line) => line.startsWith('include_dir ') && line.slice(12).replace(/\/+$/, '') === wanted,
  );
}
