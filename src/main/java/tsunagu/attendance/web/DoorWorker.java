package tsunagu.attendance.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import tsunagu.web.Assets;

/** The script that keeps the door's page on the device; served beside the page, because it may only serve what is below it. */
@WebServlet("/internal/door-worker")
public class DoorWorker extends HttpServlet {

    private static final List<String> STYLES = List.of("tokens.css", "base.css", "desk.css", "door.css", "print.css");

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream in = getServletContext().getResourceAsStream("/assets/door-worker.js")) {
            String shell = Stream.of(
                            Stream.of(request.getContextPath() + "/assets/icon.svg"),
                            STYLES.stream().map(assets::url),
                            assets.modules("door").stream())
                    .flatMap(addresses -> addresses)
                    .map(address -> '"' + address + '"')
                    .collect(Collectors.joining(", ", "[", "]"));
            CRC32 release = new CRC32();
            release.update(shell.getBytes(StandardCharsets.UTF_8));
            response.setContentType("text/javascript");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write("\"use strict\";\nconst SHELL = " + shell + ";\nconst CACHE = \"door-"
                            + Long.toHexString(release.getValue()) + "\";\n"
                            + new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
