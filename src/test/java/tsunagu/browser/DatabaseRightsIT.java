package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.launch.DatabaseUsers;
import tsunagu.testing.TestPortal;

/**
 * Somebody holds the portal's own connection to the database: by a hole in a statement, or with the password from the server's
 * environment. What figures and the trail are proven by stays as it is. Everything is taken back, whether it was refused or not.
 */
class DatabaseRightsIT {

    /** insufficient_privilege */
    private static final String FORBIDDEN = "42501";

    /** R__01_audit.sql: nobody was named, or not by the portal. */
    private static final String NOBODY_ACTS = "TS001";

    private static final String COPY_OF_TRIGGER =
            "create or replace function refuse_change() returns trigger language plpgsql as"
                    + " 'begin return coalesce(new, old); end'";

    /** What the owner can do, because tables have to be made and changed by somebody, and the portal cannot. */
    private static final List<String> OWNERS = List.of(
            "alter table audit_entry disable trigger user",
            "alter table approved_figure disable trigger user",
            COPY_OF_TRIGGER,
            "create or replace function year_locked(programme text, year int) returns boolean language sql stable as 'select false'",
            "create or replace function acting(of_table text) returns text language sql as $$select 'account:1'$$",
            "drop trigger no_change on official_record",
            "drop table audit_entry cascade",
            "drop view figure_row cascade",
            "alter table audit_entry rename to audit_entry_before",
            "alter table official_record add column note text",
            "create trigger mine before insert on attendance for each row execute function refuse_change()",
            "create table mine (a int)",
            "create view mine as select 1",
            "create schema mine",
            "insert into audit_entry (actor, table_name, row_id, action) values ('account:1', 'person', '1', 'DELETE')",
            "update figure_total set total = 99999",
            "delete from numbered_difference",
            "update measure_year set counting = 'SESSIONS_HELD'",
            "update flyway_schema_history set checksum = 1",
            "insert into acting_node (digest) values ('known')",
            "select key from acting_key",
            "select digest from acting_node",
            "select acting_seal('actor', 'account:1')",
            "update installation_key set secret = sha256('mine')");

    /** What nobody but the server's administrator can do, or nobody at all. */
    private static final List<String> NOBODYS = List.of(
            "create temporary table audit_entry (id bigint)",
            "set session_replication_role = replica",
            "set role tsunagu_owner",
            "set role postgres",
            "set session authorization postgres",
            "alter role tsunagu superuser",
            "alter role tsunagu_owner password 'mine'",
            "create role mine",
            "alter table audit_entry owner to tsunagu",
            "truncate audit_entry",
            "truncate official_record cascade",
            "truncate attendance cascade",
            "update audit_entry set actor = 'account:1'",
            "delete from audit_entry",
            "update official_record set content = '{}'",
            "delete from official_record",
            "update approved_figure set reported = 99999",
            "delete from approved_figure",
            "update approved_row set quantity = 0",
            "delete from approved_row",
            "update indicator_value set value = 0",
            "update monthly_total set quantity = 0",
            "update target set value = 0",
            "update reported_figure set value = 0",
            "delete from reported_figure",
            "copy audit_entry to program 'true'",
            "copy (select 1) to '/tmp/tsunagu-copied'",
            "select pg_read_file('PG_VERSION')",
            "select pg_ls_dir('.')",
            "select lo_import('/etc/hosts')",
            "select rolpassword from pg_authid",
            "select act_as('a guess', 'account:1', 'all')",
            "select see_as('a guess', 'all')",
            "select mark_fact('a guess')",
            "select audit('person', '1', 'DELETE', null, null)");

    private final TestPortal portal = TestPortal.shared();

    @Test
    void the_portals_own_role_cannot_rewrite_what_figures_and_the_trail_are_proven_by() throws SQLException {
        List<String> all = new ArrayList<>(OWNERS);
        all.addAll(NOBODYS);
        List<String> possible = new ArrayList<>();
        for (String attempt : all) {
            String state = tried(DatabaseUsers.APPLICATION, attempt);
            if (!FORBIDDEN.equals(state)) {
                possible.add(attempt + ": " + state);
            }
        }
        assertThat(possible).isEmpty();
    }

    /** The list above would be refused as well if it were misspelt. */
    @Test
    void the_owner_could() throws SQLException {
        List<String> impossible = new ArrayList<>();
        for (String attempt : OWNERS) {
            String state = tried(DatabaseUsers.OWNER, attempt);
            if (state != null) {
                impossible.add(attempt + ": " + state);
            }
        }
        assertThat(impossible).isEmpty();
        assertThat(tried(DatabaseUsers.OWNER, "delete from audit_entry"))
                .as("append-only, for the owner, too")
                .isEqualTo("TS002");
    }

    @Test
    void no_other_name_can_be_put_under_a_change() throws SQLException {
        String change = "update company set summary = summary || '!' where id = (select min(id) from company)";
        assertThat(tried(DatabaseUsers.APPLICATION, change)).isEqualTo(NOBODY_ACTS);
        assertThat(tried(DatabaseUsers.APPLICATION, "select set_config('tsunagu.actor', 'account:1', true)", change))
                .isEqualTo(NOBODY_ACTS);
        assertThat(tried(
                        DatabaseUsers.APPLICATION,
                        "select set_config('tsunagu.actor', 'account:1', true),"
                                + " set_config('tsunagu.actor_seal', encode(sha256('account:1'), 'hex'), true)",
                        change))
                .isEqualTo(NOBODY_ACTS);
        assertThat(tried(DatabaseUsers.OWNER, "select set_config('tsunagu.actor', 'system:repair', true)", change))
                .as("a repair by the city's administrator, who says who they are")
                .isNull();
    }

    /** Only the seal of this very transaction is taken; the one of another says nothing. */
    @Test
    void a_seal_that_was_seen_is_of_no_use_later() throws SQLException {
        try (Connection connection = portal.database(DatabaseUsers.APPLICATION);
                Connection superuser = portal.database(DatabaseUsers.SUPERUSER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String of = "'actor ' || " + one(statement, "select pg_backend_pid()") + " || ' ' || '"
                    + one(statement, "select extract(epoch from transaction_timestamp())") + "' || ' system:mail'";
            String seal = one(
                    superuser.createStatement(),
                    "select encode(sha256(k.key || sha256(k.key || convert_to(" + of
                            + ", 'UTF8'))), 'hex') from acting_key k");
            String change = "update company set summary = summary || '!' where id = (select min(id) from company)";
            String sealed =
                    "select set_config('tsunagu.actor', 'system:mail', true), set_config('tsunagu.actor_seal', '" + seal
                            + "', true)";
            statement.execute(sealed);
            assertThat(statement.executeUpdate(change))
                    .as("the right seal, in its transaction")
                    .isOne();
            statement.execute("select set_config('tsunagu.actor', 'account:1', true)");
            assertThat(catchThrowableOfType(SQLException.class, () -> statement.executeUpdate(change))
                            .getSQLState())
                    .isEqualTo(NOBODY_ACTS);
            connection.rollback();
            statement.execute(sealed);
            assertThat(catchThrowableOfType(SQLException.class, () -> statement.executeUpdate(change))
                            .getSQLState())
                    .isEqualTo(NOBODY_ACTS);
            connection.rollback();
        }
    }

    /** The second wall (decision 0046): a connection sees the rows of whom the portal named to it for this transaction, and of nobody else. */
    @Test
    void another_persons_rows_are_not_there() throws SQLException {
        List<String> walled = List.of(
                "job_application",
                "job_application_answer",
                "job_application_step",
                "job_application_message",
                "job_application_file",
                "consultation_booking");
        String unmade = "set tsunagu.actor = 'system:test'; delete from job_application_file where id = -77;"
                + " delete from job_application_step where id = -77; delete from job_application_message where id = -77;"
                + " delete from job_application_answer where question = 'walled'; delete from consultation_booking where id = -77";
        portal.run(unmade
                + "; insert into job_application_file (id, application_id, code, name, media_type, content, added_at)"
                + " select -77, min(id), 'walled', 'walled', 'application/pdf', 'x', now() from job_application;"
                + " insert into job_application_step (id, application_id, state, by_company, at)"
                + " select -77, min(id), 'RECEIVED', false, now() from job_application;"
                + " insert into job_application_message (id, application_id, by_company, words, sent_at)"
                + " select -77, min(id), false, 'walled', now() from job_application;"
                + " insert into job_application_answer (application_id, number, question, answer)"
                + " select min(id), 3, 'walled', 'walled' from job_application on conflict do nothing;"
                + " insert into consultation_booking (id, code, time_id, person_id, online, state, booked_at, moved_at, version)"
                + " select -77, 'walled', (select min(id) from consultation_time), person_id, false, 'CANCELLED', now(), now(), 1"
                + " from job_application order by id limit 1");
        String applied = "select min(id) from job_application where person_id = ";
        String one = portal.one(
                "select person_id from job_application where id = (select application_id from job_application_file"
                        + " where id = -77)");
        String other = portal.one("select max(person_id) from account where person_id <> " + one);
        String company = portal.one("select company_id from job_application where id = (" + applied + one + ")");
        String member = portal.one(
                "select min(account_id) from company_member where left_at is null and company_id = " + company);
        try (Connection connection = portal.database(DatabaseUsers.APPLICATION);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : walled) {
                assertThat(portal.one("select count(*) > 0 from " + table))
                        .as(table)
                        .isEqualTo("t");
                assertThat(one(statement, "select count(*) from " + table))
                        .as(table)
                        .isEqualTo("0");
                statement.execute("select set_config('tsunagu.scope', 'all', true),"
                        + " set_config('tsunagu.scope_seal', encode(sha256('all'), 'hex'), true)");
                assertThat(one(statement, "select count(*) from " + table))
                        .as(table)
                        .isEqualTo("0");
                connection.rollback();
                see(connection, "all");
                assertThat(one(statement, "select count(*) from " + table))
                        .as(table)
                        .isEqualTo(portal.one("select count(*) from " + table));
                connection.rollback();
                assertThat(one(statement, "select count(*) from " + table))
                        .as("afterwards")
                        .isEqualTo("0");
            }
            see(connection, one + ",0");
            assertThat(one(statement, "select string_agg(distinct person_id::text, ' ') from job_application"))
                    .isEqualTo(one);
            assertThat(one(statement, "select count(*) from job_application_file where id = -77"))
                    .isEqualTo("1");
            connection.rollback();
            see(connection, other + ",0");
            assertThat(one(statement, "select count(*) from job_application_file where id = -77"))
                    .isEqualTo("0");
            assertThat(one(statement, "select count(*) from job_application where person_id = " + one))
                    .isEqualTo("0");
            assertThat(statement.executeUpdate("update job_application set message = 'mine' where person_id = " + one))
                    .isZero();
            assertThat(statement.executeUpdate(
                            "delete from job_application_message where application_id in (" + applied + one + ")"))
                    .isZero();
            assertThat(catchThrowableOfType(
                                    SQLException.class,
                                    () -> statement.executeUpdate(
                                            "insert into consultation_booking select -5, 'stolen', min(id), " + one
                                                    + ", false, 'CANCELLED', now(), now(), 1 from consultation_time"))
                            .getSQLState())
                    .as("in another's name")
                    .isEqualTo(FORBIDDEN);
            connection.rollback();
            see(connection, "0," + member);
            assertThat(one(statement, "select string_agg(distinct company_id::text, ' ') from job_application"))
                    .isEqualTo(company);
            connection.rollback();
        } finally {
            portal.run(unmade);
        }
    }

    /** As the portal does it; nobody else has the key. */
    private void see(Connection connection, String scope) throws SQLException {
        try (Connection superuser = portal.database(DatabaseUsers.SUPERUSER);
                Statement mine = connection.createStatement();
                Statement keys = superuser.createStatement()) {
            String of = "'scope ' || " + one(mine, "select pg_backend_pid()") + " || ' ' || '"
                    + one(mine, "select extract(epoch from transaction_timestamp())") + "' || ' " + scope + "'";
            String seal = one(
                    keys,
                    "select encode(sha256(k.key || sha256(k.key || convert_to(" + of
                            + ", 'UTF8'))), 'hex') from acting_key k");
            mine.execute("select set_config('tsunagu.scope', '" + scope + "', true), set_config('tsunagu.scope_seal', '"
                    + seal + "', true)");
        }
    }

    @Test
    void nobody_but_the_door_marks_a_fact() throws SQLException {
        try (Connection connection = portal.database(DatabaseUsers.APPLICATION);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('tsunagu.fact', 'yes', true)");
            assertThat(one(statement, "select coalesce(is_fact(), false)")).isEqualTo("f");
            connection.rollback();
        }
    }

    /** The owner's connection is for the start: nothing is served with it. */
    @Test
    void the_owner_is_not_connected_while_the_portal_serves() throws SQLException {
        assertThat(portal.one(
                        "select string_agg(distinct usename, ',') from pg_stat_activity where application_name like 'tsunagu%'"
                                + " and (usename <> 'tsunagu_owner' or state <> 'idle')"))
                .isEqualTo("tsunagu");
    }

    /** What is protected by a trigger against its own program is protected by rights, too: a new table of that kind is named in rights.sql. */
    @Test
    void what_is_only_added_to_has_no_right_to_be_changed() {
        assertThat(
                        portal.one(
                                "select string_agg(distinct c.relname, ' ' order by c.relname) from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                                        + " join pg_proc p on p.oid = t.tgfoid where p.proname = 'refuse_change'"
                                        + " and (has_table_privilege('tsunagu', c.oid, 'update') or has_table_privilege('tsunagu', c.oid, 'delete')"
                                        + " or has_table_privilege('tsunagu', c.oid, 'truncate')) and c.relname <> 'person_viewing'"))
                .isNull();
        // Who read persons' records goes after three years, and not before, by a trigger of its own (PrivacyIT).
        assertThat(portal.one("select has_table_privilege('tsunagu', 'person_viewing', 'update')"
                        + " or has_table_privilege('tsunagu', 'person_viewing', 'truncate')"))
                .isEqualTo("f");
    }

    /** @return SQLSTATE of the refusal; null when everything could be done. Nothing of it is kept. */
    private String tried(String user, String... attempts) throws SQLException {
        try (Connection connection = portal.database(user);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("set local lock_timeout = '20s'");
                for (String attempt : attempts) {
                    statement.execute(attempt);
                }
                return null;
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                connection.rollback();
            }
        }
    }

    private static String one(Statement statement, String select) throws SQLException {
        try (ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getString(1);
        }
    }
}
