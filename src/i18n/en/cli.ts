export const cli = {
  'cli.none': '',
};
