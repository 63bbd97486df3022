type Figures = Readonly<Record<string, { ratio: number; goal: number; atLeast: boolean }>>;

export const rowIds: readonly string[];
export function readFigures(): Figures;
export function tableOf(figures: Figures, lang: string): string;
export function withTable(page: string, table: string): string;
