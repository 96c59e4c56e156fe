package tsunagu.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Requests from several connections at once, after a warm-up. */
final class Load {

    /** @param bytes of a compressed answer, on average */
    record Measured(double perSecond, double p50, double p99, long bytes, int failed) {}

    private Load() {}

    /** @param address of one request, chosen by chance */
    static Measured run(Function<Random, String> address, int connections, Duration warmUp, Duration measured)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + measured.toNanos();
        List<Future<long[][]>> runs = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int seed = i;
            runs.add(threads.submit(() -> one(address, new Random(seed), begin, end)));
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[][]> run : runs) {
            all.addAll(Arrays.asList(run.get()));
        }
        threads.shutdown();
        long[] times = all.stream().mapToLong(each -> each[0]).sorted().toArray();
        long bytes = (long) all.stream().mapToLong(each -> each[1]).average().orElse(0);
        int failed = (int) all.stream().filter(each -> each[2] != 200).count();
        return new Measured(
                times.length / (measured.toMillis() / 1000.0),
                times[times.length / 2] / 1e6,
                times[(int) (times.length * .99)] / 1e6,
                bytes,
                failed);
    }

    private static long[][] one(Function<Random, String> address, Random random, long begin, long end) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<long[]> measured = new ArrayList<>();
        while (System.nanoTime() < end) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address.apply(random)))
                    .header("Accept-Encoding", "gzip")
                    .build();
            long start = System.nanoTime();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            long time = System.nanoTime() - start;
            if (start >= begin) {
                measured.add(new long[] {time, response.body().length, response.statusCode()});
            }
        }
        return measured.toArray(long[][]::new);
    }
}
