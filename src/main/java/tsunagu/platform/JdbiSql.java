package tsunagu.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.mapper.reflect.ReflectionMappers;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import tsunagu.shared.FieldCipher;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Mark;
import tsunagu.shared.SealedText;
import tsunagu.shared.Sql;

/**
 * {@link Sql} by Jdbi. In a transaction it borrows EntityManager's connection, so that rows locked or written by either are the same;
 * outside (health, search index, pages that are read without a transaction) it takes one from the pool and gives it back.
 */
@ApplicationScoped
class JdbiSql implements Sql {

    private static final int ROWS_AT_A_TIME = 500;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private FieldCipher cipher;

    private final Jdbi jdbi = Jdbi.create(new ConnectionFactory() {
                @Override
                public Connection openConnection() throws SQLException {
                    if (!inTransaction()) {
                        return dataSource.getConnection();
                    }
                    entityManager.flush();
                    return entityManager.unwrap(Connection.class);
                }

                @Override
                public void closeConnection(Connection connection) throws SQLException {
                    if (!inTransaction()) {
                        connection.close();
                    }
                }
            })
            .setTransactionHandler(new CMTTransactionHandler())
            .registerArrayType(String.class, "text")
            .registerArrayType(Long.class, "bigint")
            .registerArrayType(Integer.class, "integer")
            .registerArgument(new YearArgument())
            .registerColumnMapper(FiscalYear.class, (rows, column, context) -> {
                int year = rows.getInt(column);
                return rows.wasNull() ? null : new FiscalYear(year);
            })
            .registerColumnMapper(String.class, this::text)
            .registerRowMapper(new RecordMappers())
            .configure(ColumnMappers.class, mappers -> mappers.setCoalesceNullPrimitivesToDefaults(false))
            // Values are mail addresses and secrets: they have no place in a log.
            .configure(StatementExceptions.class, exceptions -> exceptions.setMessageRendering(JdbiSql::withoutValues))
            .configure(ReflectionMappers.class, mappers -> mappers.setStrictMatching(true));

    @Override
    public Statement of(String text) {
        return new Filled(text);
    }

    private static String withoutValues(StatementException failure) {
        return failure.getShortMessage() + " [" + failure.getStatementContext().getRawSql() + "]";
    }

    /** What is sealed is opened where a text is asked for: nobody can forget it, and a page never shows what is in the column. */
    private String text(ResultSet rows, int column, StatementContext context) throws SQLException {
        return rows.getMetaData().getColumnType(column) == Types.BINARY
                ? SealedText.opened(rows.getBytes(column), cipher)
                : rows.getString(column);
    }

    private boolean inTransaction() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    /** Values wait here until the statement runs: a connection is asked for then, not before. */
    private final class Filled implements Statement {

        private final String text;
        private final List<Function<SqlStatement<?>, ?>> values = new ArrayList<>();

        Filled(String text) {
            this.text = text;
        }

        @Override
        public Statement with(String name, Object value) {
            // A null without a type: PostgreSQL finds the type from where it stands.
            values.add(
                    value == null
                            ? statement -> statement.bindNull(name, Types.NULL)
                            : statement -> statement.bind(name, value));
            return this;
        }

        @Override
        public Statement withSealed(String name, String text) {
            SealedText sealed = SealedText.of(text);
            return with(name, sealed == null ? null : sealed.sealed(cipher));
        }

        @Override
        public Statement withMark(String name, String text) {
            Mark mark = Mark.of(text);
            return with(name, mark == null ? null : mark.written(cipher));
        }

        @Override
        public Statement withMarks(String name, String text) {
            return withTexts(name, Mark.marks(text, cipher));
        }

        @Override
        public Statement withTexts(String name, Collection<?> texts) {
            String[] array = texts.stream()
                    .map(each -> each instanceof Enum<?> constant ? constant.name() : String.valueOf(each))
                    .toArray(String[]::new);
            values.add(statement -> statement.bindArray(name, (Object[]) array));
            return this;
        }

        @Override
        public Statement withNumbers(String name, Collection<? extends Number> numbers) {
            Long[] array = numbers.stream().map(Number::longValue).toArray(Long[]::new);
            values.add(statement -> statement.bindArray(name, (Object[]) array));
            return this;
        }

        @Override
        public <T> List<T> list(Class<T> row) {
            return read(query -> query.mapTo(row).list());
        }

        @Override
        public <T> Counted<T> counted(Class<T> row) {
            long[] total = {0};
            List<T> rows = read(query -> query.configure(
                            ReflectionMappers.class, mappers -> mappers.setStrictMatching(false))
                    .map((found, context) -> {
                        total[0] = found.getLong(Counted.TOTAL);
                        return context.findRowMapperFor(row).orElseThrow().map(found, context);
                    })
                    .list());
            return new Counted<>(total[0], rows);
        }

        @Override
        public <T> void each(Class<T> row, Consumer<T> reader) {
            read(query -> {
                query.setFetchSize(ROWS_AT_A_TIME).mapTo(row).forEach(reader);
                return null;
            });
        }

        @Override
        public <T> Optional<T> first(Class<T> row) {
            return read(query -> query.mapTo(row).findFirst());
        }

        @Override
        public <T> T one(Class<T> row) {
            return read(query -> query.mapTo(row).one());
        }

        @Override
        public int run() {
            return within(handle -> fill(handle.createUpdate(text)).execute());
        }

        private <R> R read(Function<Query, R> reading) {
            return within(handle -> reading.apply(fill(handle.createQuery(text))));
        }

        /** A refusal of the database is the same to its callers, whether an entity or a statement met it ({@link ConstraintMessages}). */
        private <R> R within(Function<Handle, R> use) {
            try (Handle handle = jdbi.open()) {
                return use.apply(handle);
            } catch (JdbiException e) {
                throw new PersistenceException(e);
            }
        }

        private <S extends SqlStatement<S>> S fill(S statement) {
            values.forEach(each -> each.apply(statement));
            return statement;
        }
    }

    /** Every record is a row: nobody registers them one by one. */
    private static final class RecordMappers implements RowMapperFactory {

        @Override
        public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
            Class<?> row = GenericTypes.getErasedType(type);
            if (!row.isRecord() || row == FiscalYear.class) {
                return Optional.empty();
            }
            Class<?>[] components = Arrays.stream(row.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            try {
                Constructor<?> constructor = row.getDeclaredConstructor(components);
                // A row is a private matter of whoever reads it.
                constructor.setAccessible(true);
                return Optional.of(ConstructorMapper.of(constructor));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(row.getName(), e);
            }
        }
    }

    private static final class YearArgument extends AbstractArgumentFactory<FiscalYear> {

        YearArgument() {
            super(Types.INTEGER);
        }

        @Override
        protected Argument build(FiscalYear year, ConfigRegistry config) {
            return (position, statement, context) -> statement.setInt(position, year.year());
        }
    }
}
