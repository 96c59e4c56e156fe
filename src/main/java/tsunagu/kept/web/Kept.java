package tsunagu.kept.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tsunagu.kept.KeptService;
import tsunagu.search.Kind;
import tsunagu.web.Json9457;

/**
 * The kept list of an account, for the script of the public pages: posts "add" and "remove" with "JOB:code", answers with
 * the whole list. A post from another site is refused before it comes here (SecurityFilter).
 */
@WebServlet("/internal/kept")
public class Kept extends HttpServlet {

    /** What a code of a record can be. */
    static final String CODE = "[a-z0-9-]{1,40}";

    @Inject
    private transient KeptService kept;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, List.of(), List.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, items(request, "add"), items(request, "remove"));
    }

    private void answer(HttpServletResponse response, List<KeptService.Item> added, List<KeptService.Item> removed)
            throws IOException {
        JsonArrayBuilder list = Json.createArrayBuilder();
        kept.keep(added, removed).forEach(item -> list.add(item.kind() + ":" + item.code()));
        Json9457.answer(response, list.build());
    }

    private static List<KeptService.Item> items(HttpServletRequest request, String name) {
        String[] given = request.getParameterValues(name);
        return given == null
                ? List.of()
                : Arrays.stream(given).map(Kept::item).flatMap(Optional::stream).toList();
    }

    private static Optional<KeptService.Item> item(String text) {
        if (!text.matches("(COMPANY|JOB|INTERNSHIP|EVENT):" + CODE)) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        return Optional.of(new KeptService.Item(Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1)));
    }
}
