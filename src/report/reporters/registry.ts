import { renderReport } from '../checks.ts';
import { checksJson } from '../checks-json.ts';
import { github } from './github.ts';
import { junit } from './junit.ts';
import { nagios } from './nagios.ts';
import { prometheus } from './prometheus.ts';
import { tap } from './tap.ts';
import type { Reporter } from './types.ts';

const pretty: Reporter = {
  name: 'pretty',
  render: (report, { t, style }) => renderReport(report, t, style).trimEnd(),
};

const json: Reporter = {
  name: 'json',
  render: (report, { english }) =>
    JSON.stringify(
      { schemaVersion: 1, command: 'verify', ok: report.ok, ...checksJson(report, english) },
      null,
      2,
    ),
};

/** Every form in which `verify` can tell its outcome: register one here. */
export const reporters: readonly Reporter[] = [pretty, json, junit, tap, github, nagios, prometheus];
