import type { Layout } from '../../../distros/layout.ts';
import { exitCodes } from '../../../errors.ts';
import { gather } from '../../../facts/gather.ts';
import { renderTls, type TlsState, tlsJson } from '../../../report/tls.ts';
import { loadSpec } from '../../../spec/load.ts';
import { certificateFact, readCertificates } from '../../../tls/certificate.ts';
import { listenerPlaces, ownPlaces } from '../../../tls/places.ts';
import type { Call } from '../../context.ts';
import { hostName } from '../../flow/certificates.ts';
import { layoutOf, whichBroker } from '../../flow/layout.ts';
import { registerIn } from '../../flow/register.ts';

/** Which certificates there are, until when, and what clients need. */
export async function run(call: Call): Promise<number> {
  await printStatus(call, layoutOf(call));
  return exitCodes.ok;
}

export async function printStatus(call: Call, layout: Layout): Promise<void> {
  const state = await stateOf(call, layout);
  call.out.result(
    call.json
      ? JSON.stringify({ schemaVersion: 1, command: call.command, ok: true, ...tlsJson(state) }, null, 2)
      : renderTls(state, call.t, call.style),
  );
}

async function stateOf(call: Call, layout: Layout): Promise<TlsState> {
  const facts = await gather(call.host, layout);
  const text = facts.files[layout.spec]?.content;
  const spec = typeof text === 'string' ? loadSpec(text, layout.spec) : null;
  const read = async (path: string) => {
    const found = await call.host.read(path, { followLinks: true });
    const [first] = found.ok ? (readCertificates(found.data.toString('utf8')) ?? []) : [];
    return first === undefined ? null : certificateFact(first);
  };
  const secure = (spec?.listeners ?? []).filter(({ tls }) => tls !== null);
  const [name = 'localhost'] = await hostName(call, facts);
  return {
    now: call.host.now().getTime(),
    authority: await read(ownPlaces(layout).published),
    authorityPath: ownPlaces(layout).published,
    listeners: await Promise.all(
      secure.map(async (listener) => {
        const { certificate } = listenerPlaces(layout, listener);
        return {
          name: listener.name,
          port: listener.port,
          protocol: listener.protocol,
          from: listener.tls?.from ?? 'own',
          clients: listener.tls?.clients ?? null,
          path: certificate,
          certificate: await read(certificate),
        };
      }),
    ),
    clients: (await mayRead(call, layout))
      ? (await registerIn(call, layout)).filter(({ kind }) => kind === 'client')
      : null,
    host: name,
    renew:
      facts.init.kind === 'systemd' && layout.guard !== null
        ? null
        : `${call.self} tls renew --yes${whichBroker(call, layout)}`,
  };
}

/** The register is root's; everything else may be read by anybody. */
async function mayRead(call: Call, layout: Layout): Promise<boolean> {
  const read = await call.host.read(ownPlaces(layout).issued);
  return read.ok || read.reason !== 'denied';
}
