package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;

/** What {@link Sql} promises: one transaction with the entities, rows by name, and no zero for what is not there. */
@ArquillianTest
class SqlIT {

    record Everything(
            long number,
            Integer small,
            String text,
            Role role,
            Instant at,
            LocalDate day,
            FiscalYear year,
            List<String> names,
            boolean yes) {}

    record Primitive(int seats) {}

    record Arrays(List<Role> roles, long[] numbers, byte[] bytes, List<String> none) {}

    @Inject
    private Sql sql;

    @Inject
    private UserTransaction transaction;

    @Inject
    private World world;

    @Test
    void values_go_in_by_name_and_come_out_as_they_were() {
        Instant at = Instant.parse("2026-11-29T01:02:03.456789Z");
        Everything row = sql.of(
                        """
                        select cast(:number as bigint) as number, cast(:small as integer) as small, cast(:text as text) as text,
                            cast(:role as text) as role, cast(:at as timestamptz) as at, cast(:day as date) as day,
                            cast(:year as integer) as year, array['hanako', 'taro'] as names, :number::bigint > 1 as yes
                        """)
                .with("number", 9_000_000_000L)
                .with("small", null)
                .with("text", "';--:x")
                .with("role", Role.STAFF)
                .with("at", at)
                .with("day", LocalDate.of(2028, 2, 29))
                .with("year", new FiscalYear(2026))
                .one(Everything.class);
        assertEquals(
                new Everything(
                        9_000_000_000L,
                        null,
                        "';--:x",
                        Role.STAFF,
                        at,
                        LocalDate.of(2028, 2, 29),
                        new FiscalYear(2026),
                        List.of("hanako", "taro"),
                        true),
                row);
    }

    @Test
    void lists_are_arrays_also_when_they_are_empty() {
        assertEquals(
                List.of(2L, 3L),
                sql.of("select n from generate_series(1::bigint, 4) n where n = any(:some)")
                        .withNumbers("some", List.of(3, 2))
                        .list(Long.class));
        assertEquals(
                List.of("STAFF"),
                sql.of("select 'STAFF' where 'STAFF' = any(:some)")
                        .withTexts("some", List.of(Role.STAFF))
                        .list(String.class));
        assertEquals(
                List.of(),
                sql.of("select 1 where 1 = any(:some)")
                        .withNumbers("some", List.of())
                        .list(Integer.class));
        assertEquals(Optional.empty(), sql.of("select null::text").first(String.class));
    }

    @Test
    void an_array_is_a_list_of_what_the_record_says() {
        Arrays row = sql.of(
                        """
                        select array['STAFF', 'ADMINISTRATOR'] as roles, array[1, 2]::bigint[] as numbers, 'A'::bytea as bytes,
                            null::text[] as none
                        """)
                .one(Arrays.class);
        assertEquals(List.of(Role.STAFF, Role.ADMINISTRATOR), row.roles());
        assertArrayEquals(new long[] {1, 2}, row.numbers());
        assertArrayEquals(new byte[] {'A'}, row.bytes());
        assertNull(row.none());
    }

    /** As EntityManager's: the interceptor of use cases turns it into the sentence of the rule behind the constraint. */
    @Test
    void a_broken_constraint_is_a_failure_of_persistence() {
        PersistenceException failure = assertThrows(PersistenceException.class, () -> sql.of(
                        "insert into daily_task_run (task, day, ran_at) values ('sql-it', null, now())")
                .run());
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        assertEquals("23502", assertInstanceOf(SQLException.class, cause).getSQLState());
    }

    @Test
    void nothing_is_not_zero_and_a_column_without_a_place_is_a_mistake() {
        assertThrows(RuntimeException.class, () -> sql.of("select null::integer as seats")
                .one(Primitive.class));
        assertThrows(RuntimeException.class, () -> sql.of("select 1 as seats, 2 as places")
                .one(Primitive.class));
        assertThrows(RuntimeException.class, () -> sql.of("select 1 as places").one(Primitive.class));
    }

    /** Sentences for constraints, repetition after a lost race: both look for what an entity's write would have thrown. */
    @Test
    void a_refusal_is_that_of_an_entity_and_keeps_the_values_to_itself() {
        PersistenceException refusal = assertThrows(PersistenceException.class, () -> sql.of(
                        "insert into daily_task_run (task, day, ran_at) values (:task, null, now())")
                .with("task", "hanako@example")
                .run());
        StringBuilder said = new StringBuilder();
        String state = null;
        for (Throwable each = refusal; each != null; each = each.getCause()) {
            if (each instanceof SQLException cause) {
                state = cause.getSQLState();
            } else {
                said.append(each);
            }
        }
        assertEquals("23502", state);
        assertTrue(said.toString().contains("insert into daily_task_run"), said.toString());
        assertFalse(said.toString().contains("hanako"), said.toString());
    }

    /** Both hands hold the same pen: the transaction's connection, which is also the one that holds its locks. */
    @Test
    void it_is_the_entities_transaction() throws Exception {
        transaction.begin();
        int ours = sql.of("select pg_backend_pid()").one(Integer.class);
        long theirs = world.number("select pg_backend_pid()");
        sql.of("insert into daily_task_run (task, day, ran_at) values ('sql-it', '2020-01-01', now())")
                .run();
        long seen = sql.of("select count(*) from daily_task_run where task = :task")
                .with("task", "sql-it")
                .one(Long.class);
        transaction.rollback();
        assertEquals(theirs, ours);
        assertEquals(1, seen);
        assertTrue(sql.of("select 1 from daily_task_run where task = 'sql-it'")
                .first(Integer.class)
                .isEmpty());
    }
}
