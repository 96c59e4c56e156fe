package tsunagu.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tsunagu.testing.RealPaths;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Wire;

/**
 * Everything that once ended or closed the portal, all at once and for a long time, beside people who only want to read, sign in and
 * register. Attackers and people come from networks of their own (the proxy in front says so). Writes what it counted to
 * target/soak/report.md; docs/reliability.md keeps a run.
 */
class HostileSoak {

    private static final int PEOPLE = 4;

    private final Map<String, Map<Integer, LongAdder>> answers = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> times = new ConcurrentHashMap<>();
    private TestPortal portal;
    private RealPaths paths;
    private Instant end;

    private interface Step {
        HttpResponse<String> take(Random random) throws Exception;
    }

    @Test
    void ordinary_visitors_notice_nothing() throws Exception {
        Duration length = Duration.ofMinutes(Integer.getInteger("soak.minutes", 20));
        portal = TestPortal.start("soak");
        try {
            paths = new RealPaths(portal);
            warmUp();
            long heapBefore = heap();
            long process = portal.pid().orElseThrow();
            end = Instant.now().plus(length);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                String address = "192.0.2." + (i * 20 + 1);
                threads.add(loop("people: read", 60, random -> read(new Wire(portal, address), random)));
            }
            threads.add(loop("people: sign in", 1_500, random -> signIn("192.0.2.200")));
            threads.add(loop("people: register", 4_000, random ->
                    done(register("203.0." + random.nextInt(256) + ".1", "visitor", random))));
            attackers(threads);
            threads.forEach(Thread::start);
            for (Thread each : threads) {
                each.join();
            }
            long heapAfter = heap();
            report(length, heapBefore, heapAfter);
            assertThat(portal.pid()).as("the process that began is the one that is there").contains(process);
            answers.forEach((who, codes) -> {
                if (who.startsWith("people")) {
                    assertThat(codes.keySet()).as(who).allMatch(code -> code >= 200 && code < 400);
                } else {
                    assertThat(codes.keySet()).as(who).noneMatch(code -> code >= 500 && code != 503);
                }
            });
            assertThat(heapAfter).as("heap in MB, was " + heapBefore).isLessThan(heapBefore + 96);
        } finally {
            portal.close();
        }
    }

    private void attackers(List<Thread> threads) throws IOException {
        byte[] tiff = tiff();
        byte[] png = png16(7_000, 7_100);
        byte[] bomb = workbook(400L * 1024 * 1024);
        String large = "a".repeat(8_000_000);
        Wire company = new Wire(portal, "198.51.100.10");
        company.signIn("company@demo.example", TestPortal.PASSWORD);
        Wire staff = new Wire(portal, "198.51.100.11");
        staff.signIn("staff@demo.example", TestPortal.PASSWORD);
        threads.add(loop("attack: TIFF of 238 bytes", 3_000, random -> company.upload("/company/pictures", "a.tif", tiff)));
        for (int i = 0; i < 3; i++) {
            threads.add(loop("attack: PNG of 7000 x 7100, 16 bit", 4_000, random -> company.upload("/company/pictures", "a.png", png)));
        }
        threads.add(loop("attack: workbook that unpacks to 400 MB", 4_000, random -> staff.upload("/tables", "a.xlsx", bomb)));
        threads.add(loop("attack: sign-in with 8 MB", 1_000, random -> {
            Wire wire = new Wire(portal, "198.51.100.20");
            Map<String, String> form = Wire.form(wire.get("/sign-in"), "form");
            form.put("email", random.nextLong() + large);
            return wire.post("/sign-in", form);
        }));
        threads.add(loop("attack: sign-in with 200 KB", 50, random -> guess("198.51.100.30", random.nextLong() + "a".repeat(200_000))));
        threads.add(loop("attack: sign-in for another's address", 50, random -> guess("198.51.101.30", "seeker@demo.example")));
        for (int i = 0; i < 2; i++) {
            threads.add(loop("attack: opens forms without a cookie", 5, random -> new Wire(portal, "198.51.102.1").get("/sign-in")));
        }
        threads.add(loop("attack: signs up with invented addresses", 200, random -> {
            Wire wire = new Wire(portal, "198.51.103.1");
            Map<String, String> form = Wire.form(wire.get("/sign-up"), "form");
            form.put("name", "架空");
            form.put("email", "bot" + random.nextLong() + "@bot.example");
            form.put("consent", "true");
            form.put("submit", "x");
            return wire.post("/sign-up", form);
        }));
        threads.add(loop("attack: takes seats with invented addresses", 200, random -> register("198.51.104.1", "bot", random)));
        threads.add(loop("attack: searches for anything", 20, random ->
                new Wire(portal, "198.51.105.1").get("/jobs?q=" + Long.toString(Math.abs(random.nextLong()), 36))));
        threads.add(loop("attack: broken addresses and states", 50, random -> {
            Wire wire = new Wire(portal, "198.51.106.1");
            return switch (random.nextInt(4)) {
                case 0 -> wire.get("/jobs?jakarta.faces.ViewState=x");
                case 1 -> wire.post("/sign-in", Map.of("jakarta.faces.ViewState", "x" + random.nextLong(), "form_SUBMIT", "1"));
                case 2 -> wire.get("/door/1/list");
                default -> wire.get("/tickets/" + Long.toString(random.nextLong(), 36));
            };
        }));
    }

    private void warmUp() {
        for (int i = 0; i < 200; i++) {
            read(new Wire(portal, "192.0.2.250"), new Random(i));
        }
        signIn("192.0.2.250");
    }

    private HttpResponse<String> read(Wire wire, Random random) {
        List<String> pages = List.of("/", "/jobs", "/jobs?q=%E8%A3%BD%E9%80%A0", "/events", "/companies", "/internships", "/plan",
                "/jobs/{job}", "/companies/{company}", "/events/{event}", "/sign-in", "/sign-up");
        return wire.get(paths.of(pages.get(random.nextInt(pages.size()))));
    }

    /** From a device that is known, as people's are. */
    private final Map<String, Wire> devices = new ConcurrentHashMap<>();

    private HttpResponse<String> signIn(String address) {
        Wire device = devices.computeIfAbsent(address, key -> new Wire(portal, key));
        HttpResponse<String> answer = device.signIn("seeker@demo.example", TestPortal.PASSWORD);
        done(answer);
        return device.get("/my");
    }

    /** A form that was accepted leads on; one that comes back with a sentence is a visitor who was kept out. */
    private static HttpResponse<String> done(HttpResponse<String> answer) {
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("came back with " + answer.statusCode());
        }
        return answer;
    }

    private HttpResponse<String> register(String address, String name, Random random) {
        Wire wire = new Wire(portal, address);
        String path = paths.of("/events/{event}/sessions/{session}/register");
        HttpResponse<String> page = wire.get(path);
        Map<String, String> form = Wire.form(page, "form");
        form.put("name", name);
        form.put("email", name + Math.abs(random.nextLong()) + "@mail.example");
        form.put("role", "GENERAL");
        form.put("agreed", "true");
        // A seat, or a place in the line when there is none: whichever the page offers.
        form.put("act", Wire.parsed(page).select("button[value^=ask:], button[value^=line:]").attr("value"));
        return wire.post(path, form);
    }

    private HttpResponse<String> guess(String address, String email) {
        Wire wire = new Wire(portal, address);
        Map<String, String> form = Wire.form(wire.get("/sign-in"), "form");
        form.put("email", email);
        form.put("password", "not the password at all");
        form.put("submit", "x");
        return wire.post("/sign-in", form);
    }

    private Thread loop(String who, int pauseMillis, Step step) {
        answers.putIfAbsent(who, new ConcurrentHashMap<>());
        times.putIfAbsent(who, java.util.Collections.synchronizedList(new ArrayList<>()));
        long seed = who.hashCode() + System.nanoTime();
        Thread thread = new Thread(() -> {
            Random random = new Random(seed);
            while (Instant.now().isBefore(end)) {
                long begun = System.nanoTime();
                int code;
                try {
                    code = step.take(random).statusCode();
                } catch (Exception e) {
                    // a connection that the server closed instead of reading what it refused
                    code = who.startsWith("people") ? 599 : 0;
                    if (code != 0) {
                        System.out.println(who + ": " + e);
                    }
                }
                times.get(who).add((System.nanoTime() - begun) / 1_000_000);
                answers.get(who).computeIfAbsent(code, key -> new LongAdder()).increment();
                try {
                    Thread.sleep(pauseMillis);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        return thread;
    }

    /** Megabytes in use after a collection. */
    /** All generations: the young one, which is told first where there are several, is empty after a collection. */
    private long heap() throws Exception {
        String pid = Long.toString(portal.pid().orElseThrow());
        jcmd(pid, "GC.run");
        Matcher used =
                Pattern.compile("(?:heap|generation)\\s+total \\d+K, used (\\d+)K").matcher(jcmd(pid, "GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1));
        }
        assertThat(sum).isPositive();
        return sum / 1024;
    }

    private static String jcmd(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/jcmd"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private void report(Duration length, long before, long after) throws IOException {
        StringBuilder text = new StringBuilder("Heap after collection: " + before + " MB before, " + after + " MB after "
                + length.toMinutes() + " minutes.\n\n| who | requests | answers | median ms | 99 % ms |\n|---|---|---|---|---|\n");
        new TreeMap<>(answers).forEach((who, codes) -> {
            List<Long> sorted = times.get(who).stream().sorted().toList();
            Map<Integer, Long> counted = new TreeMap<>();
            codes.forEach((code, count) -> counted.put(code, count.sum()));
            text.append("| ").append(who).append(" | ").append(sorted.size()).append(" | ").append(counted).append(" | ")
                    .append(sorted.get(sorted.size() / 2)).append(" | ").append(sorted.get((int) (sorted.size() * 0.99))).append(" |\n");
        });
        Path file = Path.of(System.getProperty("tsunagu.build"), "soak", "report.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.println(text);
    }

    /** 7000 x 7000, four samples of 32 bits, one empty strip. */
    private static byte[] tiff() {
        int[][] fields = {
            {256, 4, 1, 7_000}, {257, 4, 1, 7_000}, {258, 3, 4, 134}, {259, 3, 1, 1}, {262, 3, 1, 2}, {273, 4, 1, 8},
            {277, 3, 1, 4}, {278, 4, 1, 7_000}, {279, 4, 1, 0}
        };
        ByteBuffer out = ByteBuffer.allocate(238).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) fields.length);
        for (int[] field : fields) {
            out.putShort((short) field[0]).putShort((short) field[1]).putInt(field[2]).putInt(field[3]);
        }
        out.putInt(0);
        out.position(134);
        for (int i = 0; i < 4; i++) {
            out.putShort((short) 32);
        }
        return out.array();
    }

    /** Black, and as small as zeros pack. */
    private static byte[] png16(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 16).put((byte) 6).array());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(pixels)) {
            byte[] line = new byte[1 + width * 8];
            for (int i = 0; i < height; i++) {
                packed.write(line);
            }
        }
        chunk(out, "IDAT", pixels.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(name);
        out.write(content);
        out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] workbook(long unpacked) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put("xl/workbook.xml", "<?xml version=\"1.0\"?><workbook/>");
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] block = new byte[1024 * 1024];
            java.util.Arrays.fill(block, (byte) 'a');
            for (long written = 0; written < unpacked; written += block.length) {
                zip.write(block);
            }
        }
        return out.toByteArray();
    }
}
