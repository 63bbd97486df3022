import type { Facts } from '../../facts/types.ts';
import type { Spec } from '../../spec/types.ts';
import type { MainFile } from './main-file.ts';
import { maybe, type Section, setting } from './types.ts';

/** What survives a restart, and where it is kept: said where the main file does not say it already. */
export function storageSection(spec: Spec, { layout }: Facts, main: MainFile): Section {
  const { enabled, location, autosave } = spec.persistence;
  const from = (key: string) => ['persistence', key] as const;
  const folder = location ?? `${layout.data}/`;
  const isSaid = main.get('persistence') === String(enabled);
  return {
    title: 'What survives a restart.',
    lines: [
      ...(isSaid ? [] : [setting('persistence', enabled, from('enabled'))]),
      ...(enabled && !main.has('persistence_location')
        ? [setting('persistence_location', folder, location === null ? null : from('location'))]
        : []),
      ...maybe('autosave_interval', intervalOf(autosave), from('autosave')),
      ...maybe(
        'autosave_on_changes',
        autosave !== null && 'changes' in autosave ? true : null,
        from('autosave'),
      ),
    ],
  };
}

function intervalOf(autosave: Spec['persistence']['autosave']): number | null {
  if (autosave === null) return null;
  return 'changes' in autosave ? autosave.changes : autosave.seconds;
}
