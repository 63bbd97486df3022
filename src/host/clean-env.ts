/** All a child sees of the environment: nothing of ours, so no secret and no PATH of somebody else's. */
export const cleanEnv = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
