export const engine = {
  'engine.none': '',
};
