import { createPostgresPlaces } from '../../support/postgresPlaces.js';
import { testApi } from './api.js';
import { testConfirmations } from './contract.js';
import { testVersions } from './versions.js';

describe('confirmations in PostgreSQL:', () => {
  testConfirmations(createPostgresPlaces);
  testVersions(createPostgresPlaces);
});

describe('over HTTP, in PostgreSQL:', () => {
  testApi(createPostgresPlaces);
});
