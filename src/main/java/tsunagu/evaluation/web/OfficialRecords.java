package tsunagu.evaluation.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tsunagu.evaluation.OfficialService;

/**
 * The whole chain to take away: one file for each entry and the command that verifies them with nothing but these files and
 * sha256sum.
 */
@WebServlet("/internal/official-records")
public class OfficialRecords extends HttpServlet {

    @Inject
    private transient OfficialService official;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var chain = official.chain();
        response.setContentType("application/zip");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"official-records.zip\"");
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            for (OfficialService.Entry entry : chain) {
                add(zip, String.format("%06d.json", entry.seq()), entry.content().getBytes(StandardCharsets.UTF_8));
            }
            try (var script = OfficialRecords.class.getResourceAsStream("/official/verify.sh")) {
                add(zip, "verify.sh", script.readAllBytes());
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
