import { resolve } from 'node:path';
import { exitCodes, fail } from '../../errors.ts';
import { gatherConfTree } from '../../facts/conf-tree.ts';
import { msg } from '../../i18n/messages.ts';
import { effective } from '../../lint/effective.ts';
import { lint } from '../../lint/lint.ts';
import { rules } from '../../lint/registry.ts';
import type { ConfTree, Finding } from '../../lint/types.ts';
import { printVersion } from '../../mosquitto/traits.ts';
import type { Version } from '../../mosquitto/version.ts';
import { type Looked, renderLint } from '../../report/lint.ts';
import { renderEffective } from '../../report/lint-effective.ts';
import { lintGithub } from '../../report/lint-github.ts';
import { lintJson } from '../../report/lint-json.ts';
import { lintSarif } from '../../report/lint-sarif.ts';
import { type Call, textOption } from '../context.ts';
import { withAllTexts } from '../flow/all-texts.ts';
import { askedVersion } from '../flow/asked-version.ts';
import { declaredFindings, declaredRules } from '../flow/declared-findings.ts';
import { layoutOf } from '../flow/layout.ts';
import { demandReadable } from '../flow/readable-conf.ts';

export const formats = ['pretty', 'github', 'sarif'] as const;
type Format = (typeof formats)[number];

/** Looks for what is wrong with a mosquitto.conf and all that it names. 0 without errors, 1 with; changes nothing. */
export async function run(usual: Call): Promise<number> {
  const call = await withAllTexts(usual);
  const format = formatOf(call);
  const layout = layoutOf(call);
  const version = await askedVersion(call);
  const file = resolve(call.args[0] ?? layout.mainConf);
  const isOurs = layout.mode === 'local' && call.host.user.uid !== 0;
  const tree = await gatherConfTree(call.host, file, version, isOurs ? { runsAs: call.host.user.name } : {});
  demandReadable(tree);
  if (call.options['effective'] === true) return printEffective(call, tree, version);
  // Without a file it is about this very broker, and so about what is declared for it too.
  const declared = call.args[0] === undefined ? await declaredFindings(call, layout) : [];
  const findings = [...declared, ...lint(tree, version)];
  const looked = {
    version: printVersion(version),
    files: filesRead(tree),
  };
  print(call, format, findings, looked);
  return findings.some(({ severity }) => severity === 'error') ? exitCodes.no : exitCodes.ok;
}

/** How many files were looked into. */
function filesRead({ main, folders, acls, secrets, certificates, keys }: ConfTree): number {
  const sources = [main, ...folders.flatMap(({ files }) => files)].filter(({ text }) => text !== null);
  const named = [acls, secrets, certificates, keys].flatMap((record) => Object.keys(record));
  return new Set([...sources.map(({ path }) => path), ...named]).size;
}

function print(call: Call, format: Format, findings: readonly Finding[], looked: Looked): void {
  const { out, english } = call;
  const base = process.cwd();
  if (call.json) out.result(JSON.stringify(json(call, findings, looked), null, 2));
  else if (format === 'github') {
    if (findings.length > 0) out.result(lintGithub(findings, english, base));
  } else if (format === 'sarif')
    out.result(
      JSON.stringify(lintSarif(findings, [...rules, ...declaredRules], english, base, __VERSION__), null, 2),
    );
  else out.result(renderLint(findings, looked, call.t, call.style));
}

function json(call: Call, findings: readonly Finding[], { version, files }: Looked): object {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    schemaVersion: 1,
    command: call.command,
    ok: count('error') === 0,
    mosquittoVersion: version,
    starts: !findings.some(({ refused }) => refused === true),
    findings: lintJson(findings, call.english),
    summary: { error: count('error'), warning: count('warning'), info: count('info'), files },
  };
}

function printEffective(call: Call, tree: ConfTree, version: Version): number {
  const merged = effective(tree, version);
  if (call.json) {
    const body = {
      schemaVersion: 1,
      command: call.command,
      ok: true,
      mosquittoVersion: printVersion(version),
    };
    call.out.result(JSON.stringify({ ...body, ...merged }, null, 2));
  } else call.out.result(renderEffective(merged, call.t, call.style));
  return exitCodes.ok;
}

function formatOf({ options }: Call): Format {
  const text = textOption(options, 'format') ?? 'pretty';
  const format = formats.find((known) => known === text);
  if (format === undefined) throw fail('usage', msg('cli.check.format', { value: text }));
  return format;
}
