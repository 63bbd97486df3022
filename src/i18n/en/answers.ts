export const answers = {
  'answers.yesOrNo': (p: { yes: string; no: string }) => `Please answer ${p.yes} or ${p.no}.`,
};
