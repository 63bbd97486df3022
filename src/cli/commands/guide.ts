import { resolve } from 'node:path';
import { endpointsOf } from '../../checks/context.ts';
import { desire, type Wanted } from '../../desired/desire.ts';
import { loginNames } from '../../desired/probe.ts';
import { systemLayout } from '../../distros/layout.ts';
import { exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts } from '../../facts/types.ts';
import { msg, type Translate } from '../../i18n/messages.ts';
import { optionTexts } from '../../i18n/option-texts.ts';
import { translator } from '../../i18n/translate.ts';
import { starMap } from '../../map/model.ts';
import { drawingOf } from '../../map/sides.ts';
import { mapSvg } from '../../map/svg.ts';
import { mapText } from '../../map/text.ts';
import { guideHtml } from '../../report/guide/html.ts';
import { guideMarkdown } from '../../report/guide/markdown.ts';
import { guideScript } from '../../report/guide/script.ts';
import { styleFor } from '../../report/style.ts';
import { printAccounts } from '../../spec/accounts.ts';
import { loadSpecFile } from '../../spec/load.ts';
import { outwardPorts } from '../../spec/outward.ts';
import { accountRules, roleNames } from '../../spec/roles.ts';
import type { Account, Spec } from '../../spec/types.ts';
import { guide, type Material } from '../../teach/guide.ts';
import { quote } from '../../teach/shell.ts';
import type { Trial } from '../../teach/trial.ts';
import type { Guide, Picture } from '../../teach/types.ts';
import { acmeFiles } from '../../tls/acme.ts';
import { authorityName } from '../../tls/names.ts';
import { authorityDays } from '../../tls/own-files.ts';
import { bridgePlaces, listenerPlaces } from '../../tls/places.ts';
import { type Call, textOption } from '../context.ts';
import { asBare } from '../flow/bare.ts';
import { certificatesFor } from '../flow/certificates.ts';
import { runAsRoot } from '../flow/command-line.ts';
import { decideInstall } from '../flow/decide-install.ts';
import { declaredIn } from '../flow/declared.ts';
import { demandNew } from '../flow/hand-over.ts';
import { layoutOf } from '../flow/layout.ts';

const forms: Record<string, (guide: Guide) => string> = {
  markdown: guideMarkdown,
  script: guideScript,
  html: guideHtml,
};

/** The tutorial for the machine's own spec, or for the one that `install` would make: nothing is changed. */
export async function run(call: Call): Promise<number> {
  const draw = formOf(call);
  const layout = layoutOf(call);
  if (layout.mode === 'local') throw fail('usage', msg('guide.local'), { fix: msg('guide.localFix') });
  const out = textOption(call.options, 'out');
  const file = out === undefined ? null : resolve(out);
  if (file !== null) await demandNew(call.host, file);
  const text = draw(await guideFor(call));
  if (file !== null)
    await call.host.perform({
      type: 'write',
      path: file,
      content: text,
      owner: null,
      group: null,
      mode: 0o644,
    });
  if (call.json) {
    const body = {
      schemaVersion: 1,
      command: call.command,
      ok: true,
      file,
      text: file === null ? text : null,
    };
    call.out.result(JSON.stringify(body, null, 2));
  } else if (file === null) call.out.result(text.replace(/\n$/, ''));
  else call.out.note(call.t(msg('guide.written', { file })));
  return exitCodes.ok;
}

function formOf({ options }: Call): (guide: Guide) => string {
  const value = textOption(options, 'format') ?? 'markdown';
  const form = Object.hasOwn(forms, value) ? forms[value] : undefined;
  if (form === undefined)
    throw fail('usage', msg('guide.badFormat', { value }), { fix: msg('guide.badFormatFix') });
  return form;
}

async function guideFor(call: Call): Promise<Guide> {
  const t = await translator(call.language, 'all');
  const layout = layoutOf(call);
  const found = await gather(call.host, layout);
  const quiet: Call = { ...call, interactive: false, options: { ...call.options, generate: true } };
  const declared = declaredIn(found, await runAsRoot(call));
  const { specText, accounts } = await (await decideInstall(quiet))(declared, found);
  const specFile = loadSpecFile(specText, layout.spec);
  const { spec } = specFile;
  // Wherever it was read from, on the server it stands where it belongs.
  const bare = asBare({ ...found, layout: systemLayout });
  const certificates = await certificatesFor(call, bare, specFile);
  const logins = loginNames(spec, accounts);
  // A hash that nobody's password has: how the real ones are made is told instead.
  const hash = `$7$101$${'A'.repeat(16)}$${'A'.repeat(86)}==`;
  const bridges = spec.bridges.filter(({ password_file }) => password_file !== null);
  const wanted: Wanted = {
    spec,
    specText,
    writeSpec: true,
    accounts,
    accountsText: printAccounts('', accounts, roleNames(spec)),
    hashes: new Map(logins.map((name) => [name, hash])),
    probePassword: 'A'.repeat(24),
    bridgePasswords: new Map(bridges.map(({ name }) => [name, 'x'])),
    certificates: certificates.files,
    certificateWork: certificates.work,
    adoption: null,
    specShown: bare.layout.spec,
    applyCommand: 'sudo mqtt-setup apply',
    unpack: [],
  };
  const texts = await optionTexts(call.language);
  const own = certificates.work?.own ?? null;
  const names = new Set(accounts.map(({ name }) => name));
  const material: Material = {
    resources: desire(wanted, bare),
    people: accounts.map(({ name }) => name),
    testers: logins.slice(1).filter((name) => !names.has(name)),
    authority:
      own === null ? null : { needs: own.needs, name: authorityName(own.needs.server), days: authorityDays },
    copies: copiesIn(bare, spec),
    bridgeSecrets: new Map(
      bridges.map(({ name, password_file }) => [name, `sudo head -n 1 ${quote(password_file ?? '')}`]),
    ),
    trials: trialsOf(spec, accounts, bare),
    ports: outwardPorts(spec),
    star: starOf(spec, accounts, t),
    specFile: bare.layout.spec,
    optionSays: (name) => (Object.hasOwn(texts, name) ? texts[name as keyof typeof texts].does : null),
  };
  return guide(material, call.language, t);
}

/** Where the owner's own certificates come from, by where the broker finds its copies. */
function copiesIn({ layout }: Facts, spec: Spec): Map<string, string> {
  const pairs: [string, string | null | undefined][] = [];
  for (const listener of spec.listeners) {
    const { tls } = listener;
    if (tls === null) continue;
    const places = listenerPlaces(layout, listener);
    const from = tls.from === 'acme' ? acmeFiles(spec.acme) : tls;
    pairs.push([places.clientCa, tls.client_ca], [places.clientCrl, tls.client_crl]);
    if (tls.from !== 'own') pairs.push([places.certificate, from.certificate], [places.key, from.key]);
  }
  for (const bridge of spec.bridges) {
    const places = bridgePlaces(layout, bridge);
    pairs.push(
      [places.ca, bridge.tls?.ca],
      [places.certificate, bridge.tls?.certificate],
      [places.key, bridge.tls?.key],
    );
  }
  return new Map(pairs.flatMap(([path, from]) => (from == null ? [] : [[path, from] as const])));
}

/** One message for each listener that a program of this machine can reach, between accounts that may send and see it. */
function trialsOf(spec: Spec, accounts: readonly Account[], facts: Facts): Trial[] {
  const may = (wanted: 'read' | 'write', topic?: string) =>
    accounts.flatMap(({ name, ...account }) => {
      const rule = accountRules({ name, ...account }, spec).find(
        ({ access, filter }) =>
          (access === wanted || access === 'readwrite') &&
          (topic === undefined || filter === topic || filter === '#'),
      );
      return rule === undefined ? [] : [{ name, filter: rule.filter }];
    });
  const [reader] = may('read');
  const [writer] = reader === undefined ? [] : may('write', reader.filter);
  if (reader === undefined || writer === undefined) return [];
  const filter = reader.filter === '#' ? 'try/#' : reader.filter;
  const topic = filter.replaceAll('#', 'hello').replaceAll('+', 'hello');
  return spec.listeners.flatMap((listener): Trial[] => {
    const { tls, protocol, port, socket } = listener;
    if (protocol === 'websockets' || socket !== null || (tls !== null && tls.clients !== null)) return [];
    const [endpoint] = endpointsOf({ ...spec, listeners: [listener] }, facts);
    const cafile =
      tls === null
        ? null
        : tls.from === 'own'
          ? listenerPlaces(facts.layout, listener).clientCa
          : '/etc/ssl/certs/ca-certificates.crt';
    const host = tls?.from === 'acme' ? spec.acme?.domains[0] : endpoint?.host;
    return [
      { host: host ?? '127.0.0.1', port, cafile, reader: reader.name, writer: writer.name, filter, topic },
    ];
  });
}

/** The star as the owner's own broker has it, for a page that may be read anywhere. */
function starOf(spec: Spec, accounts: readonly Account[], t: Translate): Picture {
  const map = starMap(spec, accounts, { user: null, topic: null });
  const heads = [t(msg('map.publishes')), t(msg('map.bridges')), t(msg('map.reads'))] as const;
  const drawing = drawingOf(map, t, { branches: 12, topics: 3, label: 24 }, true);
  const text = mapText(drawing, heads, styleFor({ unicode: true, colour: false, width: 88 }));
  return { text, svg: mapSvg(drawing), says: t(msg('guide.star')) };
}
