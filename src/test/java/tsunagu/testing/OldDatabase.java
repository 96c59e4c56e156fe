package tsunagu.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands before a database and has it say that it is of another version; everything else passes. */
public final class OldDatabase implements AutoCloseable {

    /** What the server says of itself when somebody connects: the name, a zero, the version, a zero. */
    private static final String SAYS = "server_version\0";

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int database;
    private final String version;

    public OldDatabase(int database, String version) throws IOException {
        this.database = database;
        this.version = version;
        daemon(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket node = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
                daemon(() -> pass(node, server, false));
                daemon(() -> pass(server, node, true));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[65_536];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String said = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                int at = answers ? said.indexOf(SAYS) : -1;
                out.write(at < 0 ? said.getBytes(StandardCharsets.ISO_8859_1) : older(said, at));
                out.flush();
            }
        } catch (IOException gone) {
            // one of the two has hung up
        }
    }

    /** As long as before: the message says its length. */
    private byte[] older(String said, int at) {
        int from = at + SAYS.length();
        int length = said.indexOf('\0', from) - from;
        String padded = (version + " ".repeat(length)).substring(0, length);
        return (said.substring(0, from) + padded + said.substring(from + length)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "old-database");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
