import { msg } from '../i18n/messages.ts';
import type { Check } from './types.ts';

export const serviceActive: Check = {
  id: 'service.active',
  group: 'service',
  severity: 'critical',
  title: msg('checks.service-active.title'),
  needs: ['machine'],
  async run({ facts }) {
    const service = facts?.service;
    const evidence = [`state ${service?.state}`, `pid ${service?.pid ?? 'none'}`];
    if (service?.running === true) {
      return {
        status: 'pass',
        message: msg('checks.service-active.pass', { pid: service.pid ?? '?' }),
        evidence,
      };
    }
    return {
      status: 'fail',
      message: msg('checks.service-active.fail'),
      evidence,
      fix: msg('checks.service-active.fix'),
    };
  },
};
