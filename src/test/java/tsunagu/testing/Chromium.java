package tsunagu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Chromium and a Japanese font. As root they are installed when missing; otherwise the test fails with one
 * sentence that says what to install. Nothing is ever skipped.
 */
final class Chromium {

    static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

    private static final Path FONT = Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");

    private Chromium() {}

    static void require() {
        if (Files.isExecutable(EXECUTABLE) && Files.exists(FONT)) {
            return;
        }
        String sentence = "The browser tests need Debian's packages chromium and fonts-noto-cjk:"
                + " apt-get install chromium fonts-noto-cjk";
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new IllegalStateException(sentence);
        }
        run("apt-get", "update");
        run("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
        if (!Files.isExecutable(EXECUTABLE)) {
            throw new IllegalStateException(sentence);
        }
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
