-- A role for the server that owns its one database and may do nothing else. Run it once as the server's administrator, in the
-- database that the server uses:
--
--   psql --set=ON_ERROR_STOP=1 --set=password="$(openssl rand -hex 32)" --file=infra/databaseRole.sql "$DATABASE_URL"
--
-- Then DATABASE_URL names this role and its password. Running it again changes the password.

begin;

select format('create role delegates_app')
where not exists (select from pg_roles where rolname = 'delegates_app') \gexec

alter role delegates_app login password :'password';

-- The new owner of an object must be a role that its old owner may act as.
grant delegates_app to current_user;

select format('alter database %I owner to delegates_app', current_database()) \gexec
select format('revoke all on database %I from public', current_database()) \gexec
-- So that this can be run again.
select format('grant connect on database %I to current_user', current_database()) \gexec

-- Tables that an earlier start of the server has made.
select format('alter table %s owner to delegates_app', oid::regclass)
from pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') \gexec

revoke delegates_app from current_user;

commit;
