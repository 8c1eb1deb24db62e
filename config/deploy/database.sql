-- Run in Claimdesk's database, as its administrator, when the roles `claimdesk_owner` (owns the database and migrates),
-- `claimdesk` (everything else) and `claimdesk_public` (what public pages read; nobody signs in as it) exist; running it
-- again changes nothing. The second role owns no table and may not TRUNCATE: row triggers do not see a TRUNCATE, and only
-- a table's owner can switch its triggers off. Nor may it make temporary tables: PostgreSQL looks for a table there first,
-- so that one with the name of ours would be what a trigger reads. The third gets its rights from `migrate`: it may read what is published.
GRANT USAGE ON SCHEMA public TO claimdesk, claimdesk_public;
GRANT CREATE ON SCHEMA public TO claimdesk_owner;
GRANT claimdesk_public TO claimdesk WITH INHERIT FALSE, SET TRUE;
ALTER DEFAULT PRIVILEGES FOR ROLE claimdesk_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO claimdesk;
ALTER DEFAULT PRIVILEGES FOR ROLE claimdesk_owner IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO claimdesk;
DO $$
BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC, claimdesk, claimdesk_public', current_database());
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO claimdesk_owner', current_database());
END
$$;
