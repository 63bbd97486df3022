/**
 * The words before a command that make root run it as `user`. setpriv (util-linux, essential on Debian) gives it the
 * groups of that user as well, which spawn's own uid and gid would drop, and then becomes the command: same process.
 * The user's group has the same name, as the package makes it.
 */
export function becoming(user: string): string[] {
  return ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups', '--'];
}
