import { createPostgresPlaces } from '../../support/postgresPlaces.js';
import { testSightings } from './contract.js';
import { testOutbox } from './outbox.js';

describe('sightings in PostgreSQL:', () => {
  testSightings(createPostgresPlaces);
});

describe('the outbox in PostgreSQL:', () => {
  testOutbox(createPostgresPlaces);
});
