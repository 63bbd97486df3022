export const spec = {
  'spec.none': '',
};
