/** What is said of one option of mosquitto.conf. */
export interface OptionText {
  /** What it does, in one sentence. */
  does: string;
  /** What to beware of; there exactly where the table says that there is something. */
  trap?: string;
}

/** The shape that another language must have to stand beside `English`: the same options, the same texts. */
export type SameTexts<English> = { [Name in keyof English]: { [Part in keyof English[Name]]: string } };
