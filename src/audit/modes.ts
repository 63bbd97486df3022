/** May they read it? */
export function isOpenTo(whom: 'group' | 'others', mode: number): boolean {
  return (mode & (whom === 'others' ? 0o004 : 0o040)) !== 0;
}
