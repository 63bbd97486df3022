import * as z from 'zod';
import { addressProblem } from './addresses.ts';
import { bindWords } from './binds.ts';
import { highestPort, lowestPort } from './ports.ts';
import { profileNames } from './profiles.ts';

/** Listener names stand in reports and in comments of the configuration. */
export const listenerName = /^[a-z0-9][a-z0-9-]{0,31}$/;

export const protocols = ['mqtt'] as const;

const address = z
  .union([z.ipv4(), z.ipv6()])
  .refine((text) => addressProblem(text) === null)
  .describe('A plain IPv4 or IPv6 address of this machine: no name, zone, brackets or mask.');

const bind = z
  .union([z.enum(bindWords), address, z.array(address).min(1)])
  .describe(
    "Where to listen: 'all' interfaces, 'loopback', one address or a list of addresses. Default: by profile.",
  );

export const listenerSchema = z
  .strictObject({
    name: z
      .string()
      .regex(listenerName)
      .optional()
      .describe('Unique name, shown in reports. Default: mqtt, mqtt-2 …'),
    protocol: z.enum(protocols).optional().describe("What is spoken there. Default: 'mqtt'."),
    port: z.int().min(lowestPort).max(highestPort).describe('TCP port, 1024 to 65535.'),
    bind: bind.optional(),
  })
  .describe('One place where the broker listens.');

/** The file that says what the broker should be. Every key it may hold stands here, with its description. */
export const specSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this file format: always 1.'),
    profile: z
      .enum(profileNames)
      .optional()
      .describe("Who connects: 'local' (this machine) or 'lan' (this network). Default: 'lan'."),
    listeners: z
      .array(listenerSchema)
      .min(1)
      .optional()
      .describe('Where the broker listens. Default: one on 1883, by profile.'),
  })
  .describe('broker.yaml of mqtt-setup: what the owner wants. Holds no secrets.');

/** The file as it was written: what it leaves out is not yet filled in. */
export type SpecInput = z.infer<typeof specSchema>;
