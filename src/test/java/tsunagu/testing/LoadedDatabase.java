package tsunagu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.function.Predicate;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.LocalDatabase;

/**
 * A copy of a database as the portal has loaded it, from which others begin: the demonstration's city takes longer to enter than a
 * server to start. Copied is the whole data directory, by PostgreSQL's own way to back up a server that goes on working
 * (https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP). The test JVMs of one run share it: the
 * first that needs it loads, the others wait, which takes less than loading beside it.
 */
final class LoadedDatabase {

    private static final String LOG = "pg_wal";

    /** Written when the copy is whole; says which run of the tests has made it. */
    private static final String MADE_BY = "loaded-by";

    private final Path kept;

    private LoadedDatabase(Path kept) {
        this.kept = kept;
    }

    /** Locked for the JVM that loads until it is closed, also by the end of a JVM that has not loaded. */
    static FileChannel turn(Path kept) {
        try {
            Files.createDirectories(kept.getParent());
            FileChannel turn = FileChannel.open(
                    kept.resolveSibling(kept.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            turn.lock();
            return turn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this run of the tests has loaded already; null when that is to be done. Asked by whoever has the turn. */
    static LoadedDatabase found(Path kept, String run) {
        try {
            Path made = kept.resolve(MADE_BY);
            return Files.exists(made) && Files.readString(made).equals(run) ? new LoadedDatabase(kept) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param data the directory of the database, which goes on working
     * @param kept where the copy is to be; what is there is deleted
     * @param run of the tests, for {@link #found}
     */
    static LoadedDatabase of(LocalDatabase database, Path data, Path kept, String run) {
        TestPortal.delete(kept);
        try (var connection = database.connect(DatabaseUsers.SUPERUSER);
                var statement = connection.createStatement()) {
            String first;
            try (var begun =
                    statement.executeQuery("select pg_walfile_name(pg_backup_start('loaded', fast => true))")) {
                begun.next();
                first = begun.getString(1);
            }
            copy(data, kept, file -> !file.startsWith(LOG) && !file.startsWith("postmaster.pid"));
            try (var ended =
                    statement.executeQuery("select labelfile from pg_backup_stop(wait_for_archive => false)")) {
                ended.next();
                Files.writeString(kept.resolve("backup_label"), ended.getString(1));
            }
            // The copy's files are of different moments: the log since the first of them brings them to the last.
            copy(data.resolve(LOG), kept.resolve(LOG), file -> file.toString().compareTo(first) >= 0);
            Files.writeString(kept.resolve(MADE_BY), run);
            return new LoadedDatabase(kept);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays a copy out under a directory that is not there yet. */
    void layOut(Path data) {
        try {
            copy(kept, data, file -> !file.startsWith(MADE_BY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param which files, as they are called from the first directory on; directories are all made */
    private static void copy(Path from, Path to, Predicate<Path> which) throws IOException {
        Files.createDirectories(to.getParent());
        Files.walkFileTree(from, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (!Files.exists(to.resolve(from.relativize(directory)))) {
                    Files.copy(directory, to.resolve(from.relativize(directory)), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    if (which.test(from.relativize(file))) {
                        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                    }
                } catch (NoSuchFileException gone) {
                    return visitFileFailed(file, gone);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult
                            .CONTINUE; // PostgreSQL deletes what it needs no more, also while it is copied
                }
                throw failure;
            }
        });
    }
}
