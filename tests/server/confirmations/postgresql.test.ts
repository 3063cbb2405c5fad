import { createPostgresPlace } from '../../support/postgresPlaces.js';
import { testConfirmations } from './store.js';

describe('confirmations in PostgreSQL:', () => testConfirmations(createPostgresPlace, 'explain'));
