import { msg } from '../../i18n/messages.ts';
import { type Door, hasCertificate, isOn } from '../../lint/doors.ts';
import { lineIn } from '../../lint/view.ts';
import { confBoolean } from '../../mosquitto/formats/conf.ts';
import { parsePasswd } from '../../mosquitto/formats/passwd.ts';
import { shown } from '../../shown.ts';
import { isOnAt, quotes, settingAt } from './lines.ts';
import type { Note, Obstacle, WhyGround, WhyQuestion } from './types.ts';

/** What comes before any password: encryption, certificates, keys, the client id. */
export interface Gate {
  obstacles: Obstacle[];
  notes: Note[];
  /** Does the name come from a certificate or a key, so that no password is asked for? */
  isNamed: boolean;
}

export function gateAt(door: Door, question: WhyQuestion, ground: WhyGround): Gate {
  const byKey = byCertificate(door, question) ?? byPsk(door, question, ground);
  const tls = byKey ?? { obstacles: [], notes: [], isNamed: false };
  const { obstacles, notes } = clientIds(door, question, ground);
  return {
    obstacles: [...tls.obstacles, ...obstacles],
    notes: [...encrypted(door), ...tls.notes, ...notes],
    isNamed: tls.isNamed,
  };
}

function encrypted({ block }: Door): Note[] {
  if (!hasCertificate(block)) return [];
  return [{ id: 'tls.needed', message: msg('doctor.why.tls'), evidence: quotes(lineIn(block, 'certfile')) }];
}

function byCertificate({ block }: Door, { user }: WhyQuestion): Gate | null {
  if (!hasCertificate(block)) return null;
  const names = ['use_identity_as_username', 'use_subject_as_username'].find((one) => isOn(block, one));
  const required = isOn(block, 'require_certificate') ? lineIn(block, 'require_certificate') : null;
  if (names === undefined && required === null) return null;
  const evidence = quotes(names === undefined ? null : lineIn(block, names), required);
  const name = shown(user);
  const obstacle: Obstacle =
    names === undefined
      ? {
          id: 'certificate.needed',
          weight: 'may-stop',
          message: msg('doctor.why.certificate.needed'),
          evidence,
          fix: msg('doctor.why.certificate.neededFix'),
          commands: [],
        }
      : {
          id: 'certificate.names',
          weight: 'may-stop',
          message: msg('doctor.why.certificate.names', { name }),
          evidence,
          fix:
            names === 'use_identity_as_username'
              ? msg('doctor.why.certificate.namesFix', { name })
              : msg('doctor.why.certificate.subjectFix'),
          commands: ['openssl x509 -noout -subject -issuer -dates -in CLIENT.crt'],
        };
  return { obstacles: [obstacle], notes: [], isNamed: names !== undefined };
}

/** Only where no certificate is given: with one, the broker takes no keys. */
function byPsk(door: Door, { user }: WhyQuestion, { view, reload }: WhyGround): Gate | null {
  const { block } = door;
  const hint = lineIn(block, 'psk_hint');
  if (hasCertificate(block) || hint === null) return null;
  const isNamed = isOn(block, 'use_identity_as_username');
  const file = settingAt(view, door, 'psk_file');
  const evidence = quotes(hint, file);
  const name = shown(user);
  const text = file === null ? undefined : view.tree.secrets[file.value]?.reveal();
  const isKnown =
    text === undefined || parsePasswd(text).some((line) => line.kind === 'entry' && line.name === user);
  const needed: Obstacle = {
    id: 'psk.needed',
    weight: 'may-stop',
    message: isNamed ? msg('doctor.why.psk.names', { name }) : msg('doctor.why.psk.needed'),
    evidence,
    fix: msg('doctor.why.psk.fix'),
    commands: [],
  };
  if (!isNamed || isKnown) return { obstacles: [needed], notes: [], isNamed };
  const unknown: Obstacle = {
    ...needed,
    id: 'psk.unknown',
    weight: 'stops',
    message: msg('doctor.why.psk.unknown', { name, path: shown(file?.value ?? '', 200) }),
    fix: msg('doctor.why.psk.unknownFix', { name }),
    commands: [reload],
  };
  return { obstacles: [unknown], notes: [], isNamed };
}

function clientIds(
  door: Door,
  { user, clientId }: WhyQuestion,
  { view }: WhyGround,
): Pick<Gate, 'obstacles' | 'notes'> {
  const obstacles: Obstacle[] = [];
  const isName = isOnAt(view, door, 'use_username_as_clientid');
  const notes: Note[] = isName
    ? [
        {
          id: 'client-id.is-name',
          message: msg('doctor.why.clientId.isName'),
          evidence: quotes(settingAt(view, door, 'use_username_as_clientid')),
        },
      ]
    : [];
  const empty = settingAt(view, door, 'allow_zero_length_clientid');
  if (clientId === '' && empty !== null && confBoolean(empty.value) === false)
    obstacles.push({
      id: 'client-id.empty',
      weight: 'stops',
      message: msg('doctor.why.clientId.empty'),
      evidence: quotes(empty),
      fix: msg('doctor.why.clientId.emptyFix'),
      commands: [],
    });
  const prefix = settingAt(view, door, 'clientid_prefixes');
  // An empty id is replaced before it is looked at.
  const madeUp = settingAt(view, door, 'auto_id_prefix')?.value ?? 'auto-';
  const id = isName ? user : clientId === '' ? madeUp : clientId;
  if (prefix !== null && id?.startsWith(prefix.value) !== true)
    obstacles.push({
      id: 'client-id.prefix',
      weight: id === null ? 'may-stop' : 'stops',
      message:
        id === null
          ? msg('doctor.why.clientId.prefix', { prefix: shown(prefix.value) })
          : msg('doctor.why.clientId.notPrefix', { id: shown(id), prefix: shown(prefix.value) }),
      evidence: quotes(prefix),
      fix: msg('doctor.why.clientId.prefixFix', { prefix: shown(prefix.value) }),
      commands: [],
    });
  return { obstacles, notes };
}
