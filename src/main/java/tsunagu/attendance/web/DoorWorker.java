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
import tsunagu.web.Assets;

/** The script that keeps the door's page on the device; served beside the page, because it may only serve what is below it. */
@WebServlet("/internal/door-worker")
public class DoorWorker extends HttpServlet {

    private static final List<String> SHELL = List.of("tokens.css", "tsunagu.css", "door.js", "qr.js", "icon.svg");

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream in = getServletContext().getResourceAsStream("/assets/door-worker.js")) {
            String shell = SHELL.stream()
                    .map(name -> '"' + (name.equals("icon.svg") ? request.getContextPath() + "/assets/icon.svg" : assets.url(name)) + '"')
                    .collect(Collectors.joining(", ", "[", "]"));
            response.setContentType("text/javascript");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write("\"use strict\";\nconst SHELL = " + shell + ";\n"
                            + new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
