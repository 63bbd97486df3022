import type { Resource } from '../engine/types.ts';
import { unitOptions } from '../i18n/en/teach.ts';
import { msg, type Translate } from '../i18n/messages.ts';
import type { Needs } from '../tls/own.ts';
import { certificateBlocks, madeFiles } from './certificates.ts';
import { aclLines, confLines, type OptionSays, plainLines, unitLines } from './lines.ts';
import { passwordBlocks } from './passwords.ts';
import { belongs, type File, octal, textOf } from './resource.ts';
import { commandLine } from './shell.ts';
import { type Trial, tryBlocks } from './trial.ts';
import type { Block, Chapter, FileLine, Guide, Meaning, Picture } from './types.ts';
import { wordsOf } from './words.ts';

/** All that the tutorial is made from. */
export interface Material {
  /** What a bare machine needs, in its order. */
  resources: readonly Resource[];
  /** Accounts of people and devices; those that checks use go before them, and share one password. */
  people: readonly string[];
  testers: readonly string[];
  /** What our own CA has to make; null where no listener has use for it. */
  authority: { needs: Needs; name: string; days: number } | null;
  /** Whose copy a file is, by its path. */
  copies: ReadonlyMap<string, string>;
  /** The command that prints the password of a bridge, by the bridge's connection name. */
  bridgeSecrets: ReadonlyMap<string, string>;
  trials: readonly Trial[];
  /** TCP ports that others are to reach. */
  ports: readonly number[];
  star: Picture;
  specFile: string;
  optionSays: OptionSays;
}

/**
 * The tutorial for one broker: what a person types to reach by hand what `install` makes. Pure. Throws where nobody knows
 * how a file comes to its place, or a file is no text, which is a bug.
 */
export function guide(material: Material, language: 'en' | 'fr', t: Translate): Guide {
  const { resources, specFile } = material;
  const isNew = once();
  const files = resources.flatMap((one) => (one.kind === 'file' ? [one] : []));
  const write = (wanted: (file: File) => boolean): Block[] =>
    files.filter(wanted).map((file) => fileBlock(file, material, t));
  const chapter = (title: string, blocks: readonly (Block | null)[]): Chapter => ({
    title,
    blocks: blocks.flatMap((block) => (block === null ? [] : [withNewWords(block, isNew)])),
  });
  const say = (text: string): Block => ({ kind: 'say', text });
  const declared = ['file.spec', 'file.accounts'];
  const isUnit = ({ path }: File): boolean =>
    path.startsWith('/etc/systemd/') ||
    (path.startsWith('/etc/mqtt-setup/') && path !== specFile && !path.endsWith('.jsonl'));
  const isCertificate = ({ id }: File): boolean => id.startsWith('tls.') && !id.startsWith('tls.renew');
  const secured = files.some(isCertificate);
  const units = files.filter(isUnit);
  return {
    title: t(msg('guide.title')),
    intro: [
      say(t(msg('guide.intro'))),
      { kind: 'picture', picture: material.star },
      say(t(msg('guide.spec', { file: specFile }))),
    ],
    chapters: [
      chapter(t(msg('guide.install.title')), [
        say(t(msg('guide.install.intro'))),
        ...packageBlocks(resources, t),
      ]),
      chapter(t(msg('guide.declare.title')), [
        say(t(msg('guide.declare.intro'))),
        ...folderBlocks(resources, t),
        ...write(({ id }) => declared.includes(id)),
      ]),
      ...(secured
        ? [
            chapter(t(msg('guide.tls.title')), [
              ...(material.authority === null
                ? []
                : certificateBlocks(
                    material.authority.needs,
                    material.authority.name,
                    material.authority.days,
                    t,
                  )),
              ...orderBlocks(resources, t),
              say(t(msg('guide.tls.places'))),
              ...files
                .filter((file) => isCertificate(file) && file.id !== 'tls.issued')
                .map((file) => copyBlock(file, material, t)),
            ]),
          ]
        : []),
      chapter(t(msg('guide.people.title')), [
        say(t(msg('guide.people.intro'))),
        ...passwordBlocks(material, files, t),
        ...write(({ id }) => id === 'file.acl'),
      ]),
      chapter(t(msg('guide.conf.title')), [
        say(t(msg('guide.conf.intro'))),
        ...write(({ id }) => id === 'file.conf'),
      ]),
      ...(units.length > 0
        ? [
            chapter(t(msg('guide.unit.title')), [
              say(t(msg('guide.unit.intro'))),
              ...write(isUnit),
              command(['sudo', 'systemctl', 'daemon-reload'], t(msg('engine.why.daemonReload')), t),
            ]),
          ]
        : []),
      chapter(t(msg('guide.start.title')), [
        say(t(msg('guide.start.intro'))),
        ...serviceBlocks(resources, t),
        material.ports.length === 0
          ? null
          : say(t(msg('guide.firewall', { ports: material.ports.join(', ') }))),
      ]),
      chapter(t(msg('guide.try.title')), tryBlocks(material.trials, t)),
      chapter(t(msg('guide.fails.title')), failBlocks(t)),
      chapter(t(msg('guide.after.title')), [say(t(msg('guide.after.text')))]),
    ],
    words: {
      language,
      meaning: t(msg('guide.word.meaning')),
      write: t(msg('guide.word.write')),
      colon: language === 'fr' ? '\u00a0:' : ':',
      folder: t(msg('guide.word.folder')),
      folderGone: t(msg('guide.word.folderGone')),
      script: t(msg('guide.word.script')).split('\n'),
      made: t(msg('guide.word.made')),
      done: t(msg('guide.word.done')),
    },
  };
}

/** A word is explained where it is met for the first time. */
function withNewWords(block: Block, isNew: (one: Meaning) => boolean): Block {
  return block.kind === 'run' ? { ...block, words: block.words.filter(isNew) } : block;
}

function once(): (one: Meaning) => boolean {
  const seen = new Set<string>();
  return ({ token, meaning }) => {
    const key = `${token}\n${meaning}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
}

function command(argv: readonly string[], why: string | null, t: Translate): Block {
  return { kind: 'run', why, commands: [commandLine(argv)], words: wordsOf(argv, t) };
}

function packageBlocks(resources: readonly Resource[], t: Translate): Block[] {
  const names = resources.flatMap((one) => (one.kind === 'packages' ? one.names : []));
  return [
    command(['sudo', 'apt', 'update'], null, t),
    command(['sudo', 'apt', 'install', '-y', ...new Set(names)], null, t),
  ];
}

function folderBlocks(resources: readonly Resource[], t: Translate): Block[] {
  return resources.flatMap((one) =>
    one.kind === 'directory'
      ? [command(['sudo', 'install', '-d', '-m', octal(one.mode), ...belongs(one), one.path], t(one.why), t)]
      : [],
  );
}

/** What an authority is asked for, before its files can be copied. */
function orderBlocks(resources: readonly Resource[], t: Translate): Block[] {
  return resources.flatMap((one) =>
    one.kind === 'command' && one.early === true && one.action.type === 'exec'
      ? [command(['sudo', ...one.action.argv], t(one.why), t)]
      : [],
  );
}

function copyBlock(file: File, { copies }: Material, t: Translate): Block {
  const from = madeFiles[file.id] ?? copies.get(file.path);
  if (from === undefined) throw new Error(`nobody knows where ${file.path} comes from`);
  return command(
    ['sudo', 'install', '-m', octal(file.mode), ...belongs(file), from, file.path],
    t(file.why),
    t,
  );
}

function fileBlock(file: File, material: Material, t: Translate): Block {
  const { path, owner, group, mode, why } = file;
  const text = textOf(file);
  if (text === null) throw new Error(`${path} is no text`);
  return {
    kind: 'file',
    why: t(why),
    path,
    owner: owner ?? 'root',
    group: group ?? 'root',
    mode: octal(mode),
    lines: linesOf(file, text, material, t),
  };
}

function linesOf(
  file: File,
  text: string,
  { optionSays, bridgeSecrets }: Material,
  t: Translate,
): FileLine[] {
  if (file.id === 'file.conf') return confLines(text, optionSays, (name) => bridgeSecrets.get(name) ?? null);
  if (file.id === 'file.acl') return aclLines(text, t);
  if (file.path.startsWith('/etc/systemd/')) return unitLines(text, t, unitOptions);
  return plainLines(text);
}

function serviceBlocks(resources: readonly Resource[], t: Translate): Block[] {
  const unit = resources.flatMap((one) =>
    one.kind === 'service' && one.service.init === 'systemd'
      ? [one.service.unit.replace(/\.service$/, '')]
      : [],
  );
  return unit.flatMap((name) => [
    command(['sudo', 'systemctl', 'enable', name], t(msg('engine.why.enable')), t),
    command(['sudo', 'systemctl', 'restart', name], t(msg('engine.why.firstStart')), t),
  ]);
}

function failBlocks(t: Translate): Block[] {
  const look = (line: string, why: string): Block => ({
    kind: 'run',
    why,
    commands: [line],
    words: [],
    byHand: true,
  });
  return [
    { kind: 'say', text: t(msg('guide.fails.intro')) },
    look('systemctl status mosquitto', t(msg('guide.fails.status'))),
    look('sudo journalctl -u mosquitto -n 50', t(msg('guide.fails.journal'))),
    look('sudo tail -n 50 /var/log/mosquitto/mosquitto.log', t(msg('guide.fails.log'))),
    {
      kind: 'list',
      items: [
        t(msg('guide.fails.port')),
        t(msg('guide.fails.rights')),
        t(msg('guide.fails.line')),
        t(msg('guide.fails.refused')),
        t(msg('guide.fails.silent')),
        t(msg('guide.fails.tls')),
      ],
    },
    look('sudo mqtt-setup doctor', t(msg('guide.fails.doctor'))),
  ];
}
