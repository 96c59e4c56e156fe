package tsunagu.platform;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.net.SocketFactory;

/**
 * The sockets under the connections of the portal's pool and of the sessions' (socketFactory in server.xml), with a gate before them. While it is shut,
 * a new connection is refused at once, and what waited for an answer when it was shut has failed at once: to the server this is a database that
 * is gone, which it copes with, in the place of one that hangs, for which it waits.
 *
 * <p>Life cycle: loaded by the driver's class loader, from a folder beside the driver; the portal, which has another one, reaches the gate by its name
 * in the machine's register of beans ({@link PingedDatabase}).
 */
public final class DatabaseSockets extends SocketFactory {

    /** Shut and opened from elsewhere. */
    public interface Gate {

        void shut();

        void open();

        /** How many connections there are. */
        int getConnections();
    }

    static final String NAME = "tsunagu:type=DatabaseSockets";

    private static final Set<Socket> CONNECTED = ConcurrentHashMap.newKeySet();

    private static volatile boolean shut;

    static {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(NAME);
            if (beans.isRegistered(name)) {
                // of a library that was loaded before
                beans.unregisterMBean(name);
            }
            beans.registerMBean(new StandardMBean(new Shared(), Gate.class), name);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Socket createSocket() {
        return new Gated();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(localHost, localPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    private static final class Gated extends Socket {

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            // known before it is looked whether the gate is shut: whoever shuts it meanwhile closes this one
            CONNECTED.add(this);
            if (shut) {
                close();
                throw new ConnectException("the database does not answer");
            }
            super.connect(address, timeout);
        }

        @Override
        public void connect(SocketAddress address) throws IOException {
            connect(address, 0);
        }

        @Override
        public void close() throws IOException {
            CONNECTED.remove(this);
            super.close();
        }
    }

    private static final class Shared implements Gate {

        @Override
        public void shut() {
            shut = true;
            for (Socket each : CONNECTED) {
                try {
                    each.close();
                } catch (IOException closed) {
                    // it was what is wanted
                }
            }
        }

        @Override
        public void open() {
            shut = false;
        }

        @Override
        public int getConnections() {
            return CONNECTED.size();
        }
    }
}
