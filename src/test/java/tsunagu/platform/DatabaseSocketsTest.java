package tsunagu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that says nothing, before which the gate is shut. */
class DatabaseSocketsTest {

    private final DatabaseSockets sockets = new DatabaseSockets();

    @AfterEach
    void open() throws JMException {
        gate("open");
    }

    @Test
    void who_waits_for_an_answer_waits_no_longer_and_nobody_begins_to() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Socket waiting = sockets.createSocket()) {
            waiting.connect(silent.getLocalSocketAddress(), 1000);
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return waiting.getInputStream().read();
                } catch (IOException failed) {
                    return -2;
                }
            });
            Thread.sleep(200);
            assertThat(answer).isNotDone();
            gate("shut");
            assertThat(answer.get(2, TimeUnit.SECONDS)).isEqualTo(-2);
            try (Socket another = sockets.createSocket()) {
                assertThatThrownBy(() -> another.connect(silent.getLocalSocketAddress(), 1000))
                        .isInstanceOf(ConnectException.class);
            }
            assertThat(connections()).isZero();
            gate("open");
            try (Socket another = sockets.createSocket()) {
                another.connect(silent.getLocalSocketAddress(), 1000);
                assertThat(connections()).isEqualTo(1);
            }
        }
    }

    private static void gate(String what) throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName(DatabaseSockets.NAME), what, new Object[0], new String[0]);
    }

    private static int connections() throws JMException {
        return (int) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName(DatabaseSockets.NAME), "Connections");
    }
}
