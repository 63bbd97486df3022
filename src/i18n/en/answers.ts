export const answers = {
  'answers.looking': 'Looking around; nothing is changed yet …',
  'answers.yesOrNo': (p: { yes: string; no: string }) => `Please answer ${p.yes} or ${p.no}.`,
};
