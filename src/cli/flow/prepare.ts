import { apply } from '../../engine/apply.ts';
import { planChanges } from '../../engine/plan.ts';
import type { OnEvent, Resource } from '../../engine/types.ts';
import { AppError } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { CertificateFile } from '../../tls/files.ts';
import type { Call } from '../context.ts';
import { certificatesFor } from './certificates.ts';
import { makeOwn } from './make-certificates.ts';
import { caPassphrase } from './passphrase.ts';
import type { Before } from './types.ts';

/**
 * What the plan only speaks of is made now that it was agreed to: the tools for it come, and stay; then certificates take
 * the places of what stood for them, in the plan that is carried out. Until then nothing of the broker is touched.
 */
export async function prepare(call: Call, before: Before, onEvent: OnEvent): Promise<Before> {
  const early = before.plan.steps.filter((step) => step.early === true);
  if (early.length > 0) {
    const opening = {
      command: `mqtt-setup ${call.command}`,
      pid: process.pid,
      started: call.host.now().toISOString(),
    };
    const signal = call.signal ?? new AbortController().signal;
    const { state } = before.facts.layout;
    const applied = await apply({ steps: early, kept: [] }, call.host, { state, opening, onEvent, signal });
    await applied.commit();
  }
  const { work } = before.certificates;
  const own =
    work?.own == null
      ? { texts: new Map<string, string>(), bundles: [] }
      : await makeOwn(call, before.certificates.facts, work.own, await caPassphrase(call));
  const fetched = work?.acme == null ? [] : await fetchedFiles(call, before);
  const resources = before.resources.map((resource) => filled(resource, own.texts, fetched));
  const plan = planChanges(resources, before.facts);
  return {
    ...before,
    resources,
    bundles: own.bundles,
    plan: { ...plan, steps: plan.steps.filter((step) => step.early !== true) },
  };
}

/** What an ACME authority has just given. */
async function fetchedFiles(call: Call, { facts, specFile }: Before): Promise<CertificateFile[]> {
  const { files, work } = await certificatesFor(call, facts, specFile);
  if (work?.acme != null) throw new AppError('bug', [{ message: msg('tls.acme.nothing') }]);
  return files;
}

function filled(
  resource: Resource,
  own: ReadonlyMap<string, string>,
  fetched: readonly CertificateFile[],
): Resource {
  if (resource.kind !== 'file') return resource;
  const content =
    own.get(resource.path) ??
    fetched.find(({ path, isComing }) => path === resource.path && !isComing)?.content;
  if (content === undefined) return resource;
  return { ...resource, content };
}
