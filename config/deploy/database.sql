-- Run once in Claimdesk's database, as its administrator, when the roles `claimdesk_owner` (owns the database and
-- migrates) and `claimdesk` (everything else) exist. The second role owns no table and may not TRUNCATE: row
-- triggers do not see a TRUNCATE, and only a table's owner can switch its triggers off.
GRANT USAGE ON SCHEMA public TO claimdesk;
GRANT CREATE ON SCHEMA public TO claimdesk_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE claimdesk_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO claimdesk;
ALTER DEFAULT PRIVILEGES FOR ROLE claimdesk_owner IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO claimdesk;
