import type { Report } from '../../checks/types.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Style } from '../style.ts';

/** What a reporter may use. Machine formats are English whatever the reader speaks. */
export interface ReportContext {
  t: Translate;
  english: Translate;
  style: Style;
  /** What was looked at: `broker.example.org:1883`, or the machine's own broker. */
  target: string;
  /** When the checks began. */
  started: Date;
}

/** A form in which the outcome of `verify` is told. */
export interface Reporter {
  name: string;
  /** The whole text, without a line break at the end. */
  render: (report: Report, context: ReportContext) => string;
}
