import { expect, it } from 'vitest';
import { localLayout, systemLayout } from '../../../src/distros/layout.ts';
import { foldersOf } from '../../../src/facts/files.ts';

it('every folder that a file of ours is in is looked at, wherever the spec is kept', () => {
  const spec = '/srv/config/broker.yaml';
  expect(foldersOf({ ...systemLayout, spec })).toEqual(
    expect.arrayContaining(['/etc/mqtt-setup', '/srv/config', '/etc/mosquitto', '/var/lib/mqtt-setup', '/']),
  );
  expect(foldersOf({ ...localLayout('/home/u/b'), spec })).toEqual(
    expect.arrayContaining(['/home/u/b', '/home/u/b/.mqtt-setup', '/home/u']),
  );
});
