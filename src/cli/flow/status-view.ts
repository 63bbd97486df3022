import { generationHeads } from '../../engine/generations/store.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { BrokerNumbers, StatusView } from '../../report/status.ts';
import type { Spec } from '../../spec/types.ts';
import { certificateFact, readCertificates } from '../../tls/certificate.ts';
import { listenerPlaces } from '../../tls/places.ts';
import { type Call, selfFor } from '../context.ts';
import { runAsRoot } from './command-line.ts';
import { type Declared, declaredIn } from './declared.ts';
import { whichBroker } from './layout.ts';
import { listenerUrls } from './urls.ts';

const dayMs = 86_400_000;

/** All that there is to say of the broker at this moment, as far as this user may see it. */
export async function statusView(
  call: Call,
  facts: Facts,
  numbers: BrokerNumbers | null,
): Promise<{ view: StatusView; listeners: { name: string; url: string }[] }> {
  const declared = await readable(call, facts);
  const { service, mosquitto } = facts;
  const spec = declared?.spec ?? null;
  const listeners = spec === null ? [] : listenerUrls(facts, spec);
  const drift = driftIn(facts);
  const view: StatusView = {
    running: service.running,
    pid: service.pid,
    version: mosquitto.binary === null ? null : mosquitto.version,
    enabled: service.enabled,
    urls: listeners.map(({ url }) => url),
    users: declared === null ? null : declared.accounts.length,
    numbers,
    certificates: spec === null ? [] : await certificatesIn(call, facts, spec),
    change: await lastChange(call, facts),
    drift,
    next: nextFor(call, facts, spec !== null, drift.length > 0),
  };
  return { view, listeners };
}

/** An ordinary user may not see accounts and passwords: then the rest is shown. */
async function readable(call: Call, facts: Facts): Promise<Declared | null> {
  const { accounts, passwd, probe } = facts.layout;
  return [accounts, passwd, probe].some((path) => facts.files[path]?.kind === 'unreadable')
    ? null
    : declaredIn(facts, await runAsRoot(call));
}

async function certificatesIn(
  { host }: Call,
  { layout }: Facts,
  spec: Spec,
): Promise<StatusView['certificates'][number][]> {
  const secure = spec.listeners.filter(({ tls }) => tls !== null);
  const found = await Promise.all(
    secure.map(async (listener) => {
      const read = await host.read(listenerPlaces(layout, listener).certificate, { followLinks: true });
      const [first] = read.ok ? (readCertificates(read.data.toString('utf8')) ?? []) : [];
      if (first === undefined) return [];
      const { notAfter } = certificateFact(first);
      const days = Math.floor((notAfter - host.now().getTime()) / dayMs);
      return [{ name: listener.name, until: new Date(notAfter).toISOString().slice(0, 10), days }];
    }),
  );
  return found.flat();
}

async function lastChange({ host }: Call, { layout, records }: Facts): Promise<StatusView['change']> {
  if (records === null) return null;
  const kept = await generationHeads(host, layout.state);
  const head = kept.find(({ number }) => number === records.generation)?.head ?? null;
  if (head === null) return null;
  const { made, who, command, message } = head;
  return { number: records.generation, made, who, command: command.replace(/^mqtt-setup /, ''), message };
}

/** Files of ours that are not as the last run left them; what the owner declares is theirs to edit, and told apart. */
function driftIn({ layout, files, records }: Facts): string[] {
  return Object.entries(records?.written ?? {}).flatMap(([path, hash]) => {
    const now = files[path]?.sha256;
    const isTheirs = path === layout.spec || path === layout.accounts;
    return !isTheirs && typeof now === 'string' && now !== hash ? [path] : [];
  });
}

function nextFor(
  call: Call,
  { layout, service }: Facts,
  isDeclared: boolean,
  isDrifted: boolean,
): StatusView['next'][number][] {
  const line = (words: string): string =>
    `${selfFor(call, layout.mode)} ${words}${whichBroker(call, layout)}`;
  const { t } = call;
  const adopt = layout.mode === 'system' && service.exists;
  if (!isDeclared)
    return [
      ...(adopt ? [{ command: line('adopt'), why: t(msg('status.next.adopt')) }] : []),
      { command: line('install'), why: t(msg('status.next.install')) },
    ];
  if (!service.running)
    return [
      { command: line('start'), why: t(msg('status.next.start')) },
      { command: line('doctor'), why: t(msg('status.next.doctor')) },
    ];
  return [
    ...(isDrifted ? [{ command: line('diff'), why: t(msg('status.next.diff')) }] : []),
    { command: line('verify'), why: t(msg('status.next.verify')) },
    { command: line('add-user NAME'), why: t(msg('status.next.addUser')) },
  ];
}
