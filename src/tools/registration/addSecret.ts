import { z } from 'zod';
import type { Graph } from './graph.js';
import { ToolError } from '../ToolError.js';

const passwordShape = z.object({ secretText: z.string().min(1) });
const dayMs = 24 * 60 * 60 * 1000;

export type NewSecret = { readonly now: Date; readonly days: number };

/**
 * Adds a client secret and keeps the existing ones. Throws ToolError.
 * @returns the secret, which Graph returns only once
 */
export async function addSecret(graph: Graph, objectId: string, { now, days }: NewSecret): Promise<string> {
  const endDateTime = new Date(now.getTime() + days * dayMs).toISOString();
  const body = { passwordCredential: { displayName: 'server', endDateTime } };
  try {
    const { json } = await graph('POST', `/applications/${objectId}/addPassword`, { body });
    return passwordShape.parse(json).secretText;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    throw new ToolError(
      ...error.lines,
      'A policy of the tenant may limit the lifetime of secrets (try --secret-days 90) or forbid them. In that case use a certificate or a managed identity.',
    );
  }
}
