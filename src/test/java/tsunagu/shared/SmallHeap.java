package tsunagu.shared;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Reads files in a JVM of its own with little memory, all at once: what does not fit ends it, as it would end the portal. */
final class SmallHeap {

    private SmallHeap() {}

    /** @return for each file what became of it: a message key, or type and size */
    static List<String> read(int megabytes, String kind, byte[]... contents) throws Exception {
        Path directory = Files.createTempDirectory("hostile");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SmallHeap.class.getName(),
                kind));
        for (int i = 0; i < contents.length; i++) {
            command.add(Files.write(directory.resolve("file" + i), contents[i]).toString());
        }
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(output);
        for (Path file : Files.list(directory).toList()) {
            Files.delete(file);
        }
        Files.delete(directory);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(
                    "ended " + ended + " with " + (ended ? process.exitValue() : "nothing") + ": " + lines);
        }
        return lines;
    }

    /** @param arguments "picture" or "table", and the files */
    public static void main(String[] arguments) throws Exception {
        var threads = Executors.newCachedThreadPool();
        List<Future<String>> results = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            byte[] content = Files.readAllBytes(Path.of(arguments[i]));
            results.add(threads.submit((Callable<String>) () -> outcome(arguments[0], content)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Future<String> result : results) {
            out.writeBytes((result.get() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        System.out.write(out.toByteArray());
        System.exit(0);
    }

    private static String outcome(String kind, byte[] content) {
        try {
            if (kind.equals("table")) {
                return "table " + TableFile.text(content).length();
            }
            Upload upload = Upload.picture("x", content);
            return upload.mediaType() + " " + upload.width() + "x" + upload.height();
        } catch (DomainException refused) {
            return refused.key();
        }
    }
}
