package tsunagu.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The table of target/faults.md: written as it comes, so that a promise that is not kept does not take the others with it. */
final class Rows {

    private static final Path FILE = Path.of(System.getProperty("tsunagu.build"), "faults.md");

    static {
        try {
            Files.writeString(FILE, "| fault | promise | result |\n|---|---|---|\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rows() {}

    static synchronized void row(String fault, String promise, String result) {
        String row = "| " + fault + " | " + promise + " | " + result + " |\n";
        System.out.print(row);
        try {
            Files.writeString(FILE, row, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
