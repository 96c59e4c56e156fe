package tsunagu.testing;

import java.lang.management.ManagementFactory;

/** How long something takes by the processor's time of its own thread: what else runs on the machine is not blamed on it. */
public final class OwnTime {

    private OwnTime() {}

    /** In milliseconds. */
    public static long of(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long from = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - from) / 1_000_000;
    }
}
