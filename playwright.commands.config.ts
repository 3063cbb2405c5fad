import { defineConfig } from '@playwright/test';
import shared from './playwright.config.js';

/** Runs the commands of a developer in a copy of the project. */
export default defineConfig({ ...shared, testDir: 'tests/commands', timeout: 180_000, workers: 1 });
