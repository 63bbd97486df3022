/** What one word of a command line, or one line of a file, means. */
export interface Meaning {
  token: string;
  meaning: string;
}

/** One line of a file, with what it means where that is not plain. */
export interface FileLine {
  text: string;
  meaning: string | null;
  /** A secret that stands at the end of the line, and is never written here: the command that prints it. */
  secret?: string;
}

/** A piece of the tutorial, in the reader's language; each form (Markdown, script, web page) draws it its own way. */
export type Block =
  | { kind: 'say'; text: string }
  /** Commands that are typed as they are, and what each word of them means. */
  | {
      kind: 'run';
      why: string | null;
      commands: string[];
      words: Meaning[];
      /** For a person to try out: a script shows it, and does not run it. */
      byHand?: true;
    }
  /** A file of the machine, written as root. */
  | {
      kind: 'file';
      why: string;
      path: string;
      owner: string;
      group: string;
      /** As `chmod` takes it: `0644`. */
      mode: string;
      lines: FileLine[];
    }
  /** A file that is needed for the next commands alone, in the folder in which they are typed. */
  | { kind: 'note-file'; name: string; lines: string[] }
  /** Somebody's password: typed twice, and in no file but as its hash. */
  | { kind: 'password'; why: string; name: string; file: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'picture'; picture: Picture };

/** The same drawing for a page of text, and for one that shows pictures. */
export interface Picture {
  text: string;
  svg: string;
  /** What it shows, for whoever does not see it. */
  says: string;
}

export interface Chapter {
  title: string;
  blocks: Block[];
}

/** The whole tutorial. */
export interface Guide {
  title: string;
  intro: Block[];
  chapters: Chapter[];
  /** Words that every form needs: how to run a script, what was left to the reader. */
  words: {
    language: 'en' | 'fr';
    /** Above a list of meanings. */
    meaning: string;
    /** Before the name of a file that is to be written. */
    write: string;
    /** A colon, as the language sets it. */
    colon: string;
    /** Where files for the next commands are written, and commands typed. */
    folder: string;
    /** What becomes of that folder. */
    folderGone: string;
    /** What a script says of itself at its beginning. */
    script: string[];
    /** Before the password that a script made up. */
    made: string;
    done: string;
  };
}
