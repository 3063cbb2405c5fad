import { createPostgresPlaces } from '../../support/postgresPlaces.js';
import { testApi } from './api.js';
import { testConfirmations } from './contract.js';
import { testCounterparts } from './counterparts.js';
import { testVersions } from './versions.js';

describe('confirmations in PostgreSQL:', () => {
  testConfirmations(createPostgresPlaces);
  testCounterparts(createPostgresPlaces, { newId: 'gen_random_uuid()', explain: 'explain' });
  testVersions(createPostgresPlaces);
});

describe('over HTTP, in PostgreSQL:', () => {
  testApi(createPostgresPlaces);
});
