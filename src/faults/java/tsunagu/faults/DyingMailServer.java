package tsunagu.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes a letter up to its fifth line and hangs up: it never says that it has it. */
final class DyingMailServer implements AutoCloseable {

    private static final int LINES = 5;

    private final ServerSocket door;
    private final AtomicInteger died = new AtomicInteger();

    DyingMailServer(int port) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "dying-mail");
        thread.setDaemon(true);
        thread.start();
    }

    /** In how many letters. */
    int died() {
        return died.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try (Socket client = door.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
                converse(in, client.getOutputStream());
            } catch (IOException hungUp) {
                // the next one, or the end of the test
            }
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.toUpperCase(Locale.ROOT).startsWith("DATA")) {
                say(out, "354 go on");
                for (int i = 0; i < LINES; i++) {
                    in.readLine();
                }
                died.incrementAndGet();
                return;
            }
            say(out, "250 ok");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
