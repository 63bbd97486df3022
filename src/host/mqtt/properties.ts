import type { IPublishPacket } from 'mqtt-packet';
import type { Properties } from '../../checks/types.ts';

type Wire = NonNullable<IPublishPacket['properties']>;

/** Into the words of the wire library. */
export function toWire(properties: Properties): Wire {
  const { userProperties, contentType, responseTopic, correlationData, messageExpiry, isText } = properties;
  return {
    ...(userProperties !== undefined && { userProperties: { ...userProperties } }),
    ...(contentType !== undefined && { contentType }),
    ...(responseTopic !== undefined && { responseTopic }),
    ...(correlationData !== undefined && { correlationData: Buffer.from(correlationData) }),
    ...(messageExpiry !== undefined && { messageExpiryInterval: messageExpiry }),
    ...(isText !== undefined && { payloadFormatIndicator: isText }),
  };
}

/** A user property that came more than once has its values in one, separated by a line break. */
export function fromWire(wire: Wire): Properties {
  const { userProperties, contentType, responseTopic, correlationData } = wire;
  const { messageExpiryInterval: messageExpiry, payloadFormatIndicator: isText } = wire;
  return {
    ...(userProperties !== undefined && {
      userProperties: Object.fromEntries(
        Object.entries(userProperties).map(([name, value]) => [name, [value].flat().join('\n')]),
      ),
    }),
    ...(contentType !== undefined && { contentType }),
    ...(responseTopic !== undefined && { responseTopic }),
    ...(correlationData !== undefined && { correlationData: correlationData.toString() }),
    ...(messageExpiry !== undefined && { messageExpiry }),
    ...(isText !== undefined && { isText }),
  };
}
