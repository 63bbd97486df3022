interface Library {
  folder: string;
  name: string;
  version: string;
  license?: string;
}

export function licenceNotices(libraries: readonly Library[]): string;
