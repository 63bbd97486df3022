import { msg } from '../../i18n/messages.ts';
import { confBoolean } from '../../mosquitto/formats/conf.ts';
import { doorsOf, isEncrypted, isLoopback, isOn, printDoor } from '../doors.ts';
import { type Family, placeOf } from '../rule.ts';
import { lineIn } from '../view.ts';

/** Who gets in, on which listener, by which line. */
export const access = {
  'access.anonymous': {
    severity: 'warning',
    *check(view) {
      for (const door of doorsOf(view)) {
        const { anonymous, listener } = door;
        if (!anonymous.allowed || listener.implied === 'local-only') continue;
        const by = anonymous.by ?? listener.by;
        if (by === null) continue;
        const params = { door: printDoor(door) };
        yield {
          place: placeOf(by),
          severity: isLoopback(door) ? 'info' : 'warning',
          message: isLoopback(door)
            ? msg('lint.access.anonymous.here', params)
            : msg('lint.access.anonymous.found', params),
          fix: msg('lint.access.anonymous.fix'),
        };
      }
    },
  },
  'access.local-only-open': {
    severity: 'error',
    *check(view) {
      if (view.traits.closesLocalOnly) return;
      if (!view.effective.listeners.every(({ implied, anonymous }) => implied !== null && anonymous.allowed))
        return;
      const line = view.lines.findLast(({ line }) => line.keyword === 'allow_anonymous')?.line;
      if (line === undefined || confBoolean(line.value) !== false) return;
      yield {
        place: placeOf(line),
        message: msg('lint.access.local-only-open.found', { version: view.versionText }),
        fix: msg('lint.access.local-only-open.fix'),
      };
    },
  },
  'access.passwords-optional': {
    severity: 'warning',
    *check(view) {
      for (const door of doorsOf(view)) {
        const by = door.listener.passwordFile?.by;
        if (!door.anonymous.allowed || by === undefined) continue;
        yield {
          place: placeOf(by),
          message: msg('lint.access.passwords-optional.found', { door: printDoor(door) }),
          fix:
            door.listener.implied === 'local-only'
              ? msg('lint.access.local-only-open.fix')
              : msg('lint.access.passwords-optional.fix'),
        };
      }
    },
  },
  'access.nobody': {
    severity: 'warning',
    *check(view) {
      const hasPlugin = view.lines.some(({ line, holder }) => {
        const isOne = ['plugin', 'auth_plugin', 'global_plugin', 'plugin_use'].includes(line.keyword);
        return isOne && holder !== null;
      });
      if (hasPlugin) return;
      for (const door of doorsOf(view)) {
        const { anonymous, listener, block } = door;
        if (anonymous.allowed || listener.passwordFile !== null || listener.by === null) continue;
        const byCertificate =
          isOn(block, 'use_identity_as_username') || isOn(block, 'use_subject_as_username');
        if (byCertificate && isEncrypted(block)) continue;
        yield {
          place: placeOf(listener.by),
          message: msg('lint.access.nobody.found', { door: printDoor(door) }),
          fix: msg('lint.access.nobody.fix'),
        };
      }
    },
  },
  'access.no-acl-of-its-own': {
    severity: 'warning',
    *check(view) {
      if (view.effective.perListenerSettings?.value !== true) return;
      const doors = doorsOf(view);
      if (!doors.some(({ listener }) => listener.aclFile !== null)) return;
      for (const door of doors) {
        const { listener, block } = door;
        const hasPlugin = lineIn(block, 'plugin', 'auth_plugin', 'plugin_use') !== null;
        if (listener.aclFile !== null || listener.by === null || hasPlugin) continue;
        yield {
          place: placeOf(listener.by),
          message: msg('lint.access.no-acl-of-its-own.found', { door: printDoor(door) }),
          fix: msg('lint.access.no-acl-of-its-own.fix'),
        };
      }
    },
  },
} satisfies Family;
