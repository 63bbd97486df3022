import type { Reporter } from './types.ts';

/** Prometheus' text format, for node_exporter's textfile collector; which wants the file replaced in one move. */
export const prometheus: Reporter = {
  name: 'prometheus',
  render({ checks, ok, milliseconds }, { target, started }) {
    const labels = (values: Readonly<Record<string, string>>): string =>
      Object.entries(values)
        .map(([name, value]) => `${name}="${escaped(value)}"`)
        .join(',');
    const metric = (name: string, help: string, rows: string[]): string[] => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...rows.map((row) => `${name}${row}`),
    ];
    const status = { pass: 1, warn: 1, fail: 0, skip: 0 } as const;
    const shown = checks.filter((check) => check.status !== 'skip');
    return [
      ...metric('mqtt_setup_verify_ok', 'Whether no check failed and at least one passed.', [
        `{${labels({ target })}} ${ok ? 1 : 0}`,
      ]),
      ...metric(
        'mqtt_setup_verify_check_ok',
        'Whether the check passed; a check that could not run is absent.',
        shown.map(
          (check) =>
            `{${labels({ target, check: check.id, group: check.group, severity: check.severity })}} ${status[check.status]}`,
        ),
      ),
      ...metric('mqtt_setup_verify_duration_seconds', 'How long all checks took.', [
        `{${labels({ target })}} ${milliseconds / 1000}`,
      ]),
      ...metric('mqtt_setup_verify_timestamp_seconds', 'When the checks began, in seconds since 1970.', [
        `{${labels({ target })}} ${started.getTime() / 1000}`,
      ]),
    ].join('\n');
  },
};

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}
