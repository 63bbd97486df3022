import { pack } from '../../doctor/bundle/pack.ts';
import type { Block, Section, TextKind, Told } from '../../doctor/bundle/types.ts';
import { diagnose } from '../../doctor/diagnose.ts';
import type { Patient } from '../../doctor/patient.ts';
import { AppError, fail, type Problem } from '../../errors.ts';
import type { FileFact } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { msg } from '../../i18n/messages.ts';
import { renderDiagnoses } from '../../report/doctor.ts';
import { styleFor } from '../../report/style.ts';
import type { Call } from '../context.ts';
import { demandNew } from './hand-over.ts';

/** So many of the newest lines of the log. */
const mostLines = 500;

/**
 * Packs what others need to help into one file that nobody else may read, in English. Throws 65 and writes nothing where
 * a known secret would still be in it, 64 where there is no path, or something is at it already.
 */
export async function writeBundle(
  call: Call,
  patient: Patient,
  path: string,
): Promise<{ secrets: number; bytes: number; unsearched: readonly string[] }> {
  const { host } = call;
  if (path === '') throw fail('usage', msg('doctor.bundle.noPath'));
  await demandNew(host, path);
  const sections = await sectionsOf(call, patient);
  const { text, secrets, leaks, unsearched } = pack('mqtt-setup doctor --bundle', sections, toldBy(patient));
  if (leaks.length > 0)
    throw new AppError(
      'input',
      leaks.map(
        ({ where, section, heading }): Problem => ({
          message: msg('doctor.bundle.leak', {
            where,
            place: `${section}${heading === null ? '' : `, ${heading}`}`,
          }),
          fix: msg('doctor.bundle.leakFix'),
        }),
      ),
    );
  await host.perform({ type: 'write', path, content: text, owner: null, group: null, mode: 0o600 });
  return { secrets, bytes: Buffer.byteLength(text), unsearched };
}

/** Every secret that the machine told us. */
function toldBy({ tree, facts }: Patient): Told[] {
  const { layout, files } = facts;
  const ofConf = Object.entries(tree.secrets).map(([where, text]) => ({
    where,
    form: 'credentials' as const,
    text,
  }));
  const hidden = Object.entries(files).flatMap(([where, { content }]) => {
    if (!(content instanceof Hidden)) return [];
    const form =
      where === layout.passwd || where in tree.secrets ? ('credentials' as const) : ('lines' as const);
    return [{ where, form, text: content }];
  });
  return [...ofConf, ...hidden];
}

async function sectionsOf(call: Call, patient: Patient): Promise<Section[]> {
  const { facts, tree, unit, lines, manner } = patient;
  const { platform, init, packages, mosquitto, network, service, layout } = facts;
  const ours = [layout.spec, layout.accounts];
  const unitFiles = unit === null ? [] : [unit.fragment, ...unit.dropIns].filter((path) => path !== '');
  return [
    { title: 'Findings', blocks: [plain(null, findings(call, patient), 'ours')] },
    {
      title: 'Machine',
      blocks: [
        json('machine', { platform, init, packages, mosquitto, manner }),
        json('service', { service, unit }),
        json('network', network),
        json('space', patient.free),
        json('other brokers', patient.others),
      ],
    },
    {
      title: 'Configuration',
      blocks: [tree.main, ...tree.folders.flatMap(({ files }) => files)].map(({ path, text, fact }) => ({
        ...plain(path, text, 'conf'),
        about: [aboutPath(fact)],
      })),
    },
    {
      title: 'Accounts and rights',
      blocks: [
        ...Object.entries(tree.acls).map(([path, text]) => plain(path, text, 'plain')),
        ...Object.entries(tree.secrets).map(([path, text]) => plain(path, text.reveal(), 'credentials')),
      ],
    },
    { title: 'broker.yaml', blocks: ours.flatMap((path) => fileBlock(path, facts.files[path])) },
    { title: 'Paths', blocks: [plain(null, paths(patient), 'ours')] },
    {
      title: 'Unit',
      blocks: await Promise.all(unitFiles.map(async (path) => plain(path, await textOf(call, path), 'unit'))),
    },
    {
      title: 'Log',
      blocks: [
        plain(
          null,
          lines
            .slice(-mostLines)
            .map(({ source, text }) => `${source}: ${text}`)
            .join('\n'),
          'plain',
        ),
      ],
    },
  ];
}

function findings({ english }: Call, patient: Patient): string {
  const style = styleFor({ unicode: true, colour: false, width: 100 });
  const found = diagnose(patient);
  return found.length === 0 ? 'none' : renderDiagnoses(found, english, style);
}

function plain(heading: string | null, text: string | null, kind: TextKind): Block {
  return { heading, about: text === null ? ['not read'] : [], text, kind, language: '' };
}

function json(heading: string, value: unknown): Block {
  return { heading, about: [], text: JSON.stringify(value, null, 2), kind: 'ours', language: 'json' };
}

function fileBlock(path: string, fact: FileFact | undefined): Block[] {
  if (fact === undefined || fact.kind === 'missing') return [];
  const text = fact.content instanceof Hidden ? null : fact.content;
  return [plain(path, text, 'plain')];
}

function aboutPath(fact: object): string {
  return Object.entries(fact)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

/** Owners and modes of everything that counts. */
function paths({ facts, files }: Patient): string {
  return Object.entries({ ...files, ...facts.files })
    .map(([path, { kind, owner, group, mode, size }]) =>
      kind === 'missing'
        ? `${path}: missing`
        : `${path}: ${kind} ${owner}:${group} ${mode.toString(8).padStart(4, '0')} ${size} bytes`,
    )
    .join('\n');
}

async function textOf({ host }: Call, path: string): Promise<string | null> {
  const read = await host.read(path, { followLinks: true });
  return read.ok ? read.data.toString('utf8') : null;
}
