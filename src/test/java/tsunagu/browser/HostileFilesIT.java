package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tsunagu.testing.HostileFiles;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Files that ended the portal are answered with a sentence, and the portal is still there. */
class HostileFilesIT {

    private static final String BOUNDARY = "----hostile";

    private final TestPortal portal = TestPortal.shared();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void pictures_that_ask_for_gigabytes_are_a_sentence_or_a_small_picture() throws Exception {
        try (Visitor seeker = Visitor.onPhone(portal);
                Visitor company = Visitor.atDesk(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            ApplicationsIT.signUp(seeker, "写真 太郎");
            String application = apply(seeker);
            String files = application + "/files";
            String cookie = cookie(seeker);
            assertThat(sent(files, "file", cookie, HostileFiles.tiff())).endsWith(application + "?problem=fileKind");
            seeker.open(application + "?problem=fileKind");
            seeker.sees("PDFか画像（JPEG、PNG、WebP）のファイルを選んでください。");
            byte[] phone = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
            assertThat(sent(files, "file", cookie, phone)).endsWith("?problem=filePhone");
            seeker.open(application + "?problem=filePhone");
            seeker.sees("互換性優先");

            byte[] png = HostileFiles.png(7000, 7100);
            List<CompletableFuture<HttpResponse<String>>> atOnce = Stream.generate(() ->
                            client.sendAsync(request(files, "file", cookie, png), HttpResponse.BodyHandlers.ofString()))
                    .limit(3)
                    .toList();
            for (CompletableFuture<HttpResponse<String>> each : atOnce) {
                assertThat(location(each.get())).endsWith("?done=file-added&saved=yes");
            }
            assertThat(sent(files, "file", cookie, HostileFiles.tiff()))
                    .as("a fourth file is not read")
                    .endsWith("?problem=files");
            assertThat(portal.one("select max(length(content)) from job_application_file f join job_application a"
                            + " on a.id = f.application_id where a.code = '" + application.replaceFirst(".*/", "")
                            + "'"))
                    .isNotNull()
                    .matches(length -> Long.parseLong(length) < 2_200_000);

            company.signIn("company@demo.example");
            assertThat(sent("/company/pictures", "picture", cookie(company), HostileFiles.tiff()))
                    .contains("problem=fileKind");
            staff.signIn("staff@demo.example");
            String event = "/staff/events/" + portal.someSession().get("code") + "/files";
            assertThat(sent(event, "file", cookie(staff), HostileFiles.tiff())).contains("problem=fileKind");
            answers();
        }
    }

    @Test
    void tables_are_read_for_those_who_may_and_within_bounds() throws Exception {
        try (Visitor company = Visitor.atDesk(portal);
                Visitor newcomer = Visitor.atDesk(portal);
                Visitor partner = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            newcomer.signIn("newcompany@demo.example");
            byte[] bomb = HostileFiles.bomb();
            HttpResponse<String> answer = table(company, bomb);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("30MB");
            for (String cell : List.of(
                    "<c r=\"ZZZZZZ1\"><v>1</v></c>", "<c t=\"s\"><v>2000000000</v></c>", "<c><v>1E999999999</v></c>")) {
                byte[] file = HostileFiles.workbook(
                        "<worksheet><sheetData><row>" + cell + "</row></sheetData></worksheet>", "<sst/>", 1);
                assertThat(table(company, file).statusCode()).as(cell).isEqualTo(422);
            }
            byte[] unknown = HostileFiles.workbook(
                    "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>",
                    "<sst><si><t>&unknown;</t></si></sst>",
                    1);
            assertThat(table(company, unknown).body()).contains("この表のファイルは読めません");
            byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
            assertThat(table(company, old).body()).contains("古い形式のExcel");
            byte[] csv = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
            assertThat(table(company, csv).statusCode()).isEqualTo(200);
            assertThat(table(company, csv).body()).contains("\"text\":\"a,b\\n1,2\\n\"");

            assertThat(table(newcomer, csv).statusCode()).as("no company yet").isEqualTo(404);
            assertThat(client.send(
                                    request("/company/pictures", "picture", cookie(newcomer), csv),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(404);
            partner.signIn("partner@demo.example");
            assertThat(table(partner, csv).statusCode()).isEqualTo(200);
            answers();
        }
    }

    private void answers() throws Exception {
        HttpResponse<String> home = client.send(
                HttpRequest.newBuilder(URI.create(portal.url("/jobs"))).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(home.statusCode()).isEqualTo(200);
    }

    private String apply(Visitor seeker) {
        String job = portal.one("select p.code from posting p join company_member m on m.company_id = p.company_id"
                + " join account a on a.id = m.account_id where a.email_key = testing.mark('company@demo.example') and p.ended_at is null"
                + " and p.opens_on < now() and p.closes_on > now() order by p.id limit 1");
        seeker.open("/jobs/" + job + "/apply");
        seeker.page().fill("#message", "応募します。");
        seeker.page().selectOption("#atHighSchool", "no");
        seeker.page().fill("#email", "someone@example.jp");
        seeker.page().check("#agreed");
        seeker.press("応募する");
        seeker.sees("応募しました。");
        return seeker.page().url().replace(portal.url(""), "").replaceFirst("[?].*", "");
    }

    private HttpResponse<String> table(Visitor visitor, byte[] content) throws Exception {
        return client.send(request("/tables", "file", cookie(visitor), content), HttpResponse.BodyHandlers.ofString());
    }

    /** @return where the answer leads */
    private String sent(String path, String field, String cookie, byte[] content) throws Exception {
        return location(client.send(request(path, field, cookie, content), HttpResponse.BodyHandlers.ofString()))
                .replaceFirst("#.*", "");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String cookie(Visitor visitor) {
        return "sid=" + visitor.cookies().get("sid");
    }

    private HttpRequest request(String path, String field, String cookie, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"x.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(portal.url(path)))
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }
}
