/** What `map --format` knows. */
export const mapFormats = ['text', 'svg', 'mermaid', 'dot'] as const;
