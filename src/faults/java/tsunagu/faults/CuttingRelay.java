package tsunagu.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a node and its database. Once asked to, it hands on the next COMMIT of a transaction in which something certain was written, and cuts
 * the connection before the answer comes: the database has done it, and the node does not know.
 */
final class CuttingRelay implements AutoCloseable {

    private final ServerSocket door;
    private final int database;
    private final String written;
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicInteger cuts = new AtomicInteger();

    /** @param written in small letters, part of the statement */
    CuttingRelay(int database, String written) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.database = database;
        this.written = written;
        daemon(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cutNext() {
        armed.set(true);
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket node = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
                AtomicBoolean cut = new AtomicBoolean();
                daemon(() -> toServer(node, server, cut));
                daemon(() -> toNode(node, server, cut));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void toServer(Socket node, Socket server, AtomicBoolean cut) {
        byte[] buffer = new byte[65_536];
        boolean wrote = false;
        try (node;
                server;
                InputStream in = node.getInputStream();
                OutputStream out = server.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String said = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                wrote |= said.contains(written);
                boolean commits = said.contains("commit");
                if (commits && wrote && armed.compareAndSet(true, false)) {
                    cut.set(true);
                    out.write(buffer, 0, read);
                    out.flush();
                    cuts.incrementAndGet();
                    Thread.sleep(500);
                    return;
                }
                wrote &= !commits;
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException gone) {
            // one of the two has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void toNode(Socket node, Socket server, AtomicBoolean cut) {
        byte[] buffer = new byte[65_536];
        try (node;
                server;
                InputStream in = server.getInputStream();
                OutputStream out = node.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (cut.get()) {
                    Thread.sleep(1_000);
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException gone) {
            // one of the two has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
