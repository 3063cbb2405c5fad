-- Creates a role that owns only the database of Call Delegates. Run this script once as the administrator of PostgreSQL, in that
-- database:
--
--   psql --set=ON_ERROR_STOP=1 --set=password="$(openssl rand -hex 32)" --file=infra/databaseRole.sql "$DATABASE_URL"
--
-- Then set this role and its password in DATABASE_URL. Run the script again to change the password.

begin;

select format('create role delegates_app')
where not exists (select from pg_roles where rolname = 'delegates_app') \gexec

alter role delegates_app login password :'password';

-- The new owner of an object must be a role that its old owner may act as.
grant delegates_app to current_user;

select format('alter database %I owner to delegates_app', current_database()) \gexec
select format('revoke all on database %I from public', current_database()) \gexec
-- The script can run again.
select format('grant connect on database %I to current_user', current_database()) \gexec

-- Tables that the server has already created.
select format('alter table %s owner to delegates_app', oid::regclass)
from pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') \gexec

revoke delegates_app from current_user;

commit;
