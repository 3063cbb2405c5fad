import { z } from 'zod';
import type { Graph } from './graph.js';

const passwordShape = z.object({ secretText: z.string().min(1) });

/** Adds a client secret beside those that are there. Throws RegistrationError. @returns it, for the only time */
export async function addSecret(graph: Graph, objectId: string, now: Date): Promise<string> {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  const { json } = await graph('POST', `/applications/${objectId}/addPassword`, {
    body: { passwordCredential: { displayName: 'server', endDateTime: end.toISOString() } },
  });
  return passwordShape.parse(json).secretText;
}
